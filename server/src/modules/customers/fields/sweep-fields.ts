import { fieldKeptDays } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { writeAudit } from '../../identity/index.ts'
import type { FieldRow } from '../customers.tables.ts'
import { clearFieldValues } from './field-values.queries.ts'
import { clearFieldSearch, forgetField, forgetValues, holdersAfter, removedBefore } from './walk-files.queries.ts'

const filesAtOnce = 1000

/** Takes away for good what was removed ninety days ago: values from the files first, the definition last. */
export async function sweepFields({ runAsSystem, signal, log }: LongTools): Promise<void> {
  const fields = await runAsSystem((context) => removedBefore(context, new Date(context.now.getTime() - fieldKeptDays * 86_400_000)))
  for (const field of fields) {
    let after: string | null = null
    do after = await runAsSystem((context): Promise<string | null> => forgetSome(context, field, after))
    while (after !== null && !signal.aborted)
    if (signal.aborted) return
    await runAsSystem((context) => forgetField(context, field))
    log.info({ key: field.key }, 'a field removed ninety days ago is gone')
  }
}

/** One batch of the files after this one; the last of it, or null when there are no more. */
async function forgetSome(context: Context, field: FieldRow, after: string | null): Promise<string | null> {
  const files = await holdersAfter(context, field.key, after, filesAtOnce)
  const ids = files.map(({ customerId }) => customerId)
  if (ids.length === 0) return null
  await clearFieldValues(context, ids, field.id)
  await clearFieldSearch(context, ids, field.key)
  await forgetValues(context, field, ids)
  await writeAudit(context, {
    action: 'field.forgotten',
    subjectType: 'customer-field',
    subjectId: field.id,
    after: { key: field.key, files: ids.length },
  })
  return ids.length < filesAtOnce ? null : (ids.at(-1) ?? null)
}
