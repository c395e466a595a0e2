import { fieldKeptDays } from '@parvandeh/contract'
import type { AnswerOf, CustomField, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import type { FieldRow } from '../customers.tables.ts'
import { announceField } from './announce-field.ts'
import { holdFields } from './field-values.queries.ts'
import { countHolders, findField, setRemoved } from './fields.queries.ts'
import { presentField } from './present-field.ts'

const mostCounted = 10_000

async function requireField(context: Context, fieldId: string, isRemoved: boolean): Promise<FieldRow> {
  const field = await findField(context, fieldId)
  if (!field || (field.removed_at !== null) !== isRemoved) throw new AppError('not-found')
  return field
}

/** How many files would lose a value from sight. */
export async function fieldUse(context: Context, fieldId: string): Promise<AnswerOf<typeof contract.customFields.use>> {
  const { key } = await requireField(context, fieldId, false)
  const count = await countHolders(context, key, mostCounted + 1)
  return { count: Math.min(count, mostCounted), more: count > mostCounted }
}

/** Takes a field out of sight everywhere. Its values stay for ninety days, in which it can be put back. */
export async function removeField(context: Context, fieldId: string): Promise<void> {
  await holdFields(context)
  const { key, label_fa: label } = await requireField(context, fieldId, false)
  await setRemoved(context, fieldId, context.now)
  await announceField(context, fieldId, false)
  await writeAudit(context, { action: 'field.removed', subjectType: 'customer-field', subjectId: fieldId, before: { key, label } })
}

/** Puts a removed field back, with the values that files have held all the while. */
export async function restoreField(context: Context, fieldId: string): Promise<CustomField> {
  await holdFields(context)
  const field = await requireField(context, fieldId, true)
  const until = (field.removed_at?.getTime() ?? 0) + fieldKeptDays * 86_400_000
  if (context.now.getTime() > until) throw new AppError('not-found')
  // Files written meanwhile did not know of it: what search and filters have is made anew.
  const work = field.searchable || field.filtered
  await setRemoved(context, fieldId, null, work)
  await announceField(context, fieldId, work)
  await writeAudit(context, { action: 'field.restored', subjectType: 'customer-field', subjectId: fieldId, after: { key: field.key } })
  return presentField({ ...field, removed_at: null, ...(work && { work_state: 'working' as const, work_done: 0, work_total: 0 }) })
}
