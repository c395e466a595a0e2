import type { AccessClass, Permission, Scope } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

export interface Role {
  id: string
  name: string
  builtIn: boolean
  grants: Partial<Record<Permission, Scope>>
  fieldClasses: AccessClass[]
  version: number
}

const identity = (context: Context) => tablesOf<IdentityTables>(context)

export async function allRoles(context: Context): Promise<(Role & { people: number })[]> {
  const rows = await identity(context)
    .selectFrom('identity.role as r')
    .selectAll()
    .select(sql<number>`(select count(*) from identity.person_role pr where pr.role_id = r.id)`.as('people'))
    .orderBy('r.name')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    builtIn: row.built_in,
    grants: row.grants,
    fieldClasses: row.field_classes,
    version: row.version,
    people: Number(row.people),
  }))
}

export async function insertRole(context: Context, role: Omit<Role, 'version'>): Promise<void> {
  await identity(context)
    .insertInto('identity.role')
    .values({
      id: role.id,
      name: foldForStorage(role.name),
      built_in: role.builtIn,
      grants: JSON.stringify(role.grants),
      field_classes: role.fieldClasses,
    })
    .execute()
}

/** Writes what an edit made of a role; false when the edit began from an older version. */
export async function updateRole(context: Context, role: Omit<Role, 'builtIn'>): Promise<boolean> {
  const done = await identity(context)
    .updateTable('identity.role')
    .set({
      name: foldForStorage(role.name),
      grants: JSON.stringify(role.grants),
      field_classes: role.fieldClasses,
      version: role.version + 1,
    })
    .where('id', '=', role.id)
    .where('version', '=', role.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function deleteRole(context: Context, roleId: string): Promise<void> {
  await identity(context).deleteFrom('identity.role').where('id', '=', roleId).execute()
}
