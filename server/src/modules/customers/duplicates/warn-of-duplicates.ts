import type { LikelyDuplicate } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { presentSide } from './present-pair.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import { readNotDuplicatesOf, readSides } from './pairs.queries.ts'
import { reasonClasses } from './score.rules.ts'
import type { ComparableFacts } from './compared-file.rules.ts'
import { sentenceOfReasons } from './reason-words.ts'

const mostWarned = 5

/**
 * The files that a customer may have already, told before saving. A file out of the actor's sight is not told of, nor
 * a value that they may not read; that a delicate value was found in another file is put on record.
 */
export async function warnOfDuplicates(context: Context, facts: ComparableFacts, customerId?: string): Promise<LikelyDuplicate[]> {
  const [found = []] = await likelyDuplicates(context, [{ ...facts, except: customerId }])
  const settled = customerId === undefined || found.length === 0 ? new Set() : await readNotDuplicatesOf(context, customerId)
  const likely = found.filter((one) => !settled.has(one.customerId)).slice(0, mostWarned)
  if (likely.length === 0) return []
  const sides = await readSides(
    context,
    likely.map((one) => one.customerId),
  )
  for (const { customerId: subjectId, reasons } of likely) {
    const fields = reasons.filter((reason) => ['sensitive', 'financial'].includes(reasonClasses[reason]))
    if (fields.length > 0)
      await writeAudit(context, { action: 'field.read', subjectType: 'customer', subjectId, customerId: subjectId, after: { fields } })
  }
  return likely.flatMap(({ score, reasons, ...one }) => {
    const side = sides.get(one.customerId)
    return side ? [{ ...presentSide(context, side), score, reasons, sentence: sentenceOfReasons(reasons, context.locale) }] : []
  })
}
