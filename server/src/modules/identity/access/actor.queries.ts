import { tablesOf } from '../../../platform/context.ts'
import type { AnyTables } from '../../../platform/context.ts'
import type { Kysely } from 'kysely'
import type { IdentityTables } from '../identity.tables.ts'

const identity = (db: Kysely<AnyTables>) => tablesOf<IdentityTables>({ tx: db })

export async function findPersonByUser(db: Kysely<AnyTables>, userId: string): Promise<string | undefined> {
  const row = await identity(db).selectFrom('identity.person').select('id').where('user_id', '=', userId).executeTakeFirst()
  return row?.id
}

export async function findPersonByToken(
  db: Kysely<AnyTables>,
  sha256: string,
  now: Date,
): Promise<{ tokenId: string; personId: string } | undefined> {
  const row = await identity(db)
    .selectFrom('identity.access_token')
    .select(['id', 'person_id'])
    .where('sha256', '=', sha256)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst()
  return row && { tokenId: row.id, personId: row.person_id }
}

export async function touchToken(db: Kysely<AnyTables>, tokenId: string, now: Date): Promise<void> {
  await identity(db).updateTable('identity.access_token').set({ last_used_at: now }).where('id', '=', tokenId).execute()
}

export async function readPerson(db: Kysely<AnyTables>, personId: string): Promise<{ unitId: string | null; active: boolean } | undefined> {
  const row = await identity(db).selectFrom('identity.person').select(['unit_id', 'active']).where('id', '=', personId).executeTakeFirst()
  return row && { unitId: row.unit_id, active: row.active }
}

export async function readRoles(db: Kysely<AnyTables>, personId: string) {
  const rows = await identity(db)
    .selectFrom('identity.person_role')
    .innerJoin('identity.role', 'identity.role.id', 'identity.person_role.role_id')
    .select(['identity.role.grants', 'identity.role.field_classes', 'identity.role.name'])
    .where('identity.person_role.person_id', '=', personId)
    .execute()
  return rows.map((row) => ({ name: row.name, grants: row.grants, fieldClasses: row.field_classes }))
}

/** The unit itself and all units below it; none for a unit that is not there. */
export async function readUnitsBelow(db: Kysely<AnyTables>, unitId: string): Promise<string[]> {
  const rows = await identity(db).selectFrom('identity.unit_ancestor').select('unit_id').where('ancestor_id', '=', unitId).execute()
  return rows.map((row) => row.unit_id)
}
