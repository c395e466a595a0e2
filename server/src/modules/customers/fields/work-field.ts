import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { insertSearchRows } from '../search/search-rows.queries.ts'
import { announceField } from './announce-field.ts'
import { customSearchRows, fieldValuesOf } from './follow-custom.ts'
import { clearFieldValues, insertFieldValues } from './field-values.queries.ts'
import { countHolders, findField } from './fields.queries.ts'
import { clearFieldSearch, holdersAfter, setWork } from './walk-files.queries.ts'

const filesAtOnce = 1000

/**
 * Makes what filters and search know of a field fit its definition, a thousand files at a time, each in a transaction
 * of its own: the walk keeps its place on the field, so that a process that was stopped goes on where it was.
 */
export async function workField({ runAsSystem, signal }: LongTools, fieldId: string): Promise<void> {
  while (!signal.aborted && (await runAsSystem((context) => step(context, fieldId))));
}

/** One batch; whether there may be another. */
async function step(context: Context, fieldId: string): Promise<boolean> {
  const field = await findField(context, fieldId)
  if (!field || field.work_state !== 'working' || field.removed_at !== null) return false
  const total = field.work_after === null ? await countHolders(context, field.key, 2_000_000_000) : field.work_total
  const files = await holdersAfter(context, field.key, field.work_after, filesAtOnce)
  const ids = files.map(({ customerId }) => customerId)
  await clearFieldValues(context, ids, field.id)
  await clearFieldSearch(context, ids, field.key)
  await insertFieldValues(
    context,
    files.flatMap(({ customerId, custom }) => fieldValuesOf([field], customerId, custom)),
  )
  await insertSearchRows(
    context,
    files
      .filter(({ gone }) => !gone)
      .flatMap(({ custom, gone: _gone, ...place }) => customSearchRows([field], custom).map((row) => ({ ...row, ...place }))),
  )
  const last = ids.at(-1)
  const isOver = ids.length < filesAtOnce
  await setWork(context, fieldId, {
    work_state: isOver ? 'ready' : 'working',
    work_after: isOver ? null : (last ?? null),
    work_done: field.work_after === null ? ids.length : field.work_done + ids.length,
    work_total: total,
  })
  await announceField(context, fieldId, false)
  return !isOver
}
