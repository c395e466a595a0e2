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
