import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { insertUnit } from './units.queries.ts'

export interface UnitInput {
  name: string
  parentId: string | null
  branchId: string | null
}

/** Adds a unit under another, or at the top. */
export async function addUnit(context: Context, input: UnitInput): Promise<UnitInput & { id: string }> {
  const unit = { id: newId(context.now), ...input }
  await insertUnit(context, unit)
  await writeAudit(context, { action: 'unit.added', subjectType: 'unit', subjectId: unit.id, after: input })
  await context.publish('identity.access-changed', { personId: null })
  return unit
}
