import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { renewCalendarVersion } from '../calendars/calendars.queries.ts'
import { allUnits, deleteUnit, insertBranch, insertUnit, isAbove, updateBranch, updateUnit } from './units.queries.ts'

export interface UnitInput {
  name: string
  parentId: string | null
  branchId: string | null
}

type Unit = UnitInput & { id: string; version: number }

/** Adds a unit under another, or at the top. */
export async function addUnit(context: Context, input: UnitInput): Promise<Unit> {
  const unit = { id: newId(context.now), version: 1, ...input }
  await insertUnit(context, unit)
  await writeAudit(context, { action: 'unit.added', subjectType: 'unit', subjectId: unit.id, after: input })
  await context.publish('identity.access-changed', { personId: null })
  await renewCalendarVersion(context)
  return unit
}

/** Renames or moves a unit. It cannot come to lie under itself. */
export async function changeUnit(context: Context, unitId: string, input: UnitInput & { version: number }): Promise<Unit> {
  const before = (await allUnits(context)).find((unit) => unit.id === unitId)
  if (!before) throw new AppError('not-found')
  if (input.parentId !== null && (await isAbove(context, unitId, input.parentId))) throw new AppError('unit-cycle')
  if (!(await updateUnit(context, { id: unitId, ...input }))) throw new AppError('changed-meanwhile')
  await writeAudit(context, { action: 'unit.changed', subjectType: 'unit', subjectId: unitId, before, after: input })
  await context.publish('identity.access-changed', { personId: null })
  await renewCalendarVersion(context)
  return { id: unitId, ...input, version: input.version + 1 }
}

/** Removes a unit that nothing belongs to; otherwise it is refused as still in use. */
export async function removeUnit(context: Context, unitId: string): Promise<void> {
  if (!(await deleteUnit(context, unitId))) throw new AppError('not-found')
  await writeAudit(context, { action: 'unit.removed', subjectType: 'unit', subjectId: unitId })
  await context.publish('identity.access-changed', { personId: null })
  await renewCalendarVersion(context)
}

export async function addBranch(context: Context, name: string): Promise<{ id: string; name: string }> {
  const branch = { id: newId(context.now), name }
  await insertBranch(context, branch)
  await writeAudit(context, { action: 'branch.added', subjectType: 'branch', subjectId: branch.id, after: { name } })
  return branch
}

export async function renameBranch(context: Context, branchId: string, name: string): Promise<{ id: string; name: string }> {
  if (!(await updateBranch(context, { id: branchId, name }))) throw new AppError('not-found')
  await writeAudit(context, { action: 'branch.renamed', subjectType: 'branch', subjectId: branchId, after: { name } })
  return { id: branchId, name }
}
