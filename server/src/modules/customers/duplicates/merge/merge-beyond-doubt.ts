import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { readFile } from '../../files/files.queries.ts'
import { comparedFile } from '../compared-file.rules.ts'
import { findPair } from '../pairs.queries.ts'
import type { FoundPair } from '../pairs.queries.ts'
import { readSettings } from '../settings.queries.ts'
import { isBeyondDoubt } from './beyond-doubt.rules.ts'
import { betterOf, lackingFields } from './choose-fields.rules.ts'
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

async function mergeIfSame(context: Context, one: string, other: string): Promise<void> {
  const [a, b] = [await readFile(context, one), await readFile(context, other)]
  if (!a || !b || a.customerId === b.customerId || !isBeyondDoubt(comparedFile(a), comparedFile(b))) return
  // Somebody has said that they are two.
  if ((await findPair(context, one, other))?.state === 'not-duplicates') return
  const [left, merged] = betterOf(a, b)
  await mergeFiles(context, left.customerId, {
    otherId: merged.customerId,
    version: left.version,
    otherVersion: merged.version,
    take: lackingFields(left, merged),
    leave: [],
  })
}
