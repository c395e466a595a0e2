import { foldForStorage } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

interface UnitRow {
  id: string
  name: string
  parentId: string | null
  branchId: string | null
  version: number
}

export async function insertUnit(context: Context, unit: UnitRow): Promise<void> {
  const identity = tablesOf<IdentityTables>(context)
  await identity
    .insertInto('identity.unit')
    .values({ id: unit.id, name: foldForStorage(unit.name), parent_id: unit.parentId, branch_id: unit.branchId })
    .execute()
  await identity.insertInto('identity.unit_ancestor').values({ unit_id: unit.id, ancestor_id: unit.id, depth: 0 }).execute()
  if (unit.parentId === null) return
  await sql`insert into identity.unit_ancestor (unit_id, ancestor_id, depth)
    select ${unit.id}::uuid, ancestor_id, depth + 1 from identity.unit_ancestor where unit_id = ${unit.parentId}::uuid`.execute(identity)
}

export async function allUnits(context: Context): Promise<(UnitRow & { people: number })[]> {
  const rows = await tablesOf<IdentityTables>(context)
    .selectFrom('identity.unit as u')
    .select(['u.id', 'u.name', 'u.parent_id', 'u.branch_id', 'u.version'])
    .select(sql<number>`(select count(*) from identity.person p where p.unit_id = u.id)`.as('people'))
    .orderBy('u.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    parentId: row.parent_id,
    branchId: row.branch_id,
    version: row.version,
    people: Number(row.people),
  }))
}

export async function unitExists(context: Context, unitId: string): Promise<boolean> {
  const row = await tablesOf<IdentityTables>(context).selectFrom('identity.unit').select('id').where('id', '=', unitId).executeTakeFirst()
  return row !== undefined
}

export async function allBranches(context: Context): Promise<{ id: string; name: string }[]> {
  return tablesOf<IdentityTables>(context).selectFrom('identity.branch').select(['id', 'name']).orderBy('name').execute()
}

export async function insertBranch(context: Context, branch: { id: string; name: string }): Promise<void> {
  await tablesOf<IdentityTables>(context)
    .insertInto('identity.branch')
    .values({ id: branch.id, name: foldForStorage(branch.name) })
    .execute()
}

export async function updateBranch(context: Context, branch: { id: string; name: string }): Promise<boolean> {
  const done = await tablesOf<IdentityTables>(context)
    .updateTable('identity.branch')
    .set({ name: foldForStorage(branch.name) })
    .where('id', '=', branch.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function isAbove(context: Context, ancestorId: string, unitId: string): Promise<boolean> {
  const row = await tablesOf<IdentityTables>(context)
    .selectFrom('identity.unit_ancestor')
    .select('depth')
    .where('unit_id', '=', unitId)
    .where('ancestor_id', '=', ancestorId)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Renames and moves a unit with all below it: the ancestors above are cut off and those of the new parent joined on.
 * False when the edit began from an older version.
 */
export async function updateUnit(context: Context, unit: UnitRow): Promise<boolean> {
  const identity = tablesOf<IdentityTables>(context)
  const done = await identity
    .updateTable('identity.unit')
    .set({ name: foldForStorage(unit.name), parent_id: unit.parentId, branch_id: unit.branchId, version: unit.version + 1 })
    .where('id', '=', unit.id)
    .where('version', '=', unit.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await sql`delete from identity.unit_ancestor where unit_id in (select unit_id from identity.unit_ancestor where ancestor_id = ${unit.id}::uuid)
    and ancestor_id not in (select unit_id from identity.unit_ancestor where ancestor_id = ${unit.id}::uuid)`.execute(identity)
  if (unit.parentId === null) return true
  await sql`insert into identity.unit_ancestor (unit_id, ancestor_id, depth)
    select below.unit_id, above.ancestor_id, below.depth + above.depth + 1
    from identity.unit_ancestor below, identity.unit_ancestor above
    where below.ancestor_id = ${unit.id}::uuid and above.unit_id = ${unit.parentId}::uuid`.execute(identity)
  return true
}

export async function deleteUnit(context: Context, unitId: string): Promise<boolean> {
  const identity = tablesOf<IdentityTables>(context)
  await identity.deleteFrom('identity.unit_ancestor').where('unit_id', '=', unitId).execute()
  const done = await identity.deleteFrom('identity.unit').where('id', '=', unitId).executeTakeFirst()
  return done.numDeletedRows > 0n
}
