import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { readFields } from '../../fields/fields.queries.ts'
import type { CustomerFile } from '../../files/file.types.ts'
import type { FoundPair } from '../pairs.queries.ts'
import { lockTwoFiles } from '../require-two-files.ts'
import { readSettings } from '../settings.queries.ts'
import { isBeyondDoubt } from './beyond-doubt.rules.ts'
import { betterOf, lackingFields } from './choose-fields.rules.ts'
import { haveOtherKeys, wereToldApart } from './told-apart.queries.ts'
import { mergeFiles } from './merge-files.ts'

const candidates = (found: readonly FoundPair[]) =>
  found.filter(({ reasons }) => reasons.includes('name-same') && (reasons.includes('national-code') || reasons.includes('company-id')))

/** Where an administrator has allowed it, merges what is the same throughout; each pair in a transaction of its own. */
export async function mergeBeyondDoubt(
  { runAsSystem, log }: Pick<LongTools, 'runAsSystem'> & Partial<LongTools>,
  found: readonly FoundPair[],
): Promise<void> {
  const likely = candidates(found)
  if (likely.length === 0 || !(await runAsSystem(readSettings)).automatic) return
  for (const { a, b } of likely) {
    try {
      await runAsSystem((context) => mergeIfSame(context, a, b))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      log?.info({ code: error.code }, 'two files were not merged by themselves')
    }
  }
}

/** Judges the two as they are now, held: whatever was found or decided a moment ago may have changed. */
async function mergeIfSame(context: Context, one: string, other: string): Promise<void> {
  const [a, b] = await lockTwoFiles(context, one, other)
  if (!isBeyondDoubt(a, b) || (await haveOtherNumbers(context, a, b))) return
  if ((await haveOtherKeys(context, one, other)) || (await wereToldApart(context, one, other))) return
  const [left, merged] = betterOf(a, b)
  await mergeFiles(context, left.customerId, {
    otherId: merged.customerId,
    version: left.version,
    otherVersion: merged.version,
    take: lackingFields(left, merged),
    leave: [],
  })
}

/** Whether the two have different values in a field of the organisation's own that no two files may share: a membership number, say. */
async function haveOtherNumbers(context: Context, a: CustomerFile, b: CustomerFile): Promise<boolean> {
  const fields = (await readFields(context)).filter((field) => field.is_unique)
  return fields.some(({ key }) => a.custom[key] != null && b.custom[key] != null)
}
