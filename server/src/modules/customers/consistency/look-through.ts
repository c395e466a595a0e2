import type { EventPayload } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { fileEventLines } from './observed-files.rules.ts'
import { closeSome } from './contradictions.queries.ts'
import { readFilesAfter, readFilesByIds } from './evidence.queries.ts'
import { reckonFiles } from './reckon-files.ts'
import { markLooked, readRule } from './rules.queries.ts'
import type { TimelineLine } from '@parvandeh/contract'

const filesAtOnce = 300

/** Something was seen of customers: their files are held against it. */
export async function reckonSeen(context: Context, lines: readonly TimelineLine[], tells: boolean): Promise<void> {
  const ids = fileEventLines(lines)
  for (let start = 0; start < ids.length; start += filesAtOnce) {
    await reckonByIds(context, ids.slice(start, start + filesAtOnce), tells)
  }
}

/** Holds files against the rules, by whichever of their ids; some hundreds. Nobody is told unless it is asked for. */
export async function reckonByIds(context: Context, ids: readonly string[], tells = false): Promise<void> {
  const files = await readFilesByIds(context, ids)
  await reckonFiles(
    context,
    files.map((file) => ({ file })),
    { tells },
  )
}

/** Looks through all files by a rule that is new or was changed, some at a time, going on where it stopped. */
export async function lookThroughFiles(
  { runAsSystem, signal }: Pick<LongTools, 'runAsSystem' | 'signal'>,
  { id, version }: EventPayload<'customers.consistency-rule-changed'>,
): Promise<void> {
  while (!signal.aborted && (await runAsSystem((context) => lookAtSome(context, id, version))));
}

/** True while there is more to look at. */
async function lookAtSome(context: Context, ruleId: string, version: number): Promise<boolean> {
  const rule = await readRule(context, ruleId)
  // Changed again meanwhile: the later change has its own look.
  if (!rule || rule.version !== version || rule.lookedTo === null) return false
  if (!rule.active) return closeFindings(context, ruleId, version)
  const files = await readFilesAfter(context, rule.lookedTo, filesAtOnce)
  await reckonFiles(
    context,
    files.map((file) => ({ file })),
    { tells: false },
  )
  const last = files.length === filesAtOnce ? (files.at(-1)?.customerId ?? null) : null
  return (await markLooked(context, rule, last, files.length)) && last !== null
}

/** What a rule found that is no longer asked about has gone. */
async function closeFindings(context: Context, ruleId: string, version: number): Promise<boolean> {
  const ids = await closeSome(context, ruleId, filesAtOnce)
  await reckonByIds(context, ids)
  if (ids.length > 0) return true
  await markLooked(context, { id: ruleId, version }, null, 0)
  return false
}
