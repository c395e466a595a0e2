import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { writeAudit } from '../../identity/index.ts'
import { classifyByRule, classifyByRules } from './classify-by-rule.ts'
import { beginRun, lockRun, readIdsAfter, readRun, saveRun } from './run-scheme.queries.ts'
import { readRules, readScheme } from './schemes.queries.ts'
import type { Scheme } from './schemes.queries.ts'

type Run = AnswerOf<typeof contract.classification.progress>
const filesAtOnce = 500

/** Asks for all files to be classified by the rules of a scheme in use; the work is done by a job. */
export async function startRun(context: Context, { id, by, active }: Pick<Scheme, 'id' | 'by' | 'active'>): Promise<void> {
  if (by !== 'rule' || !active) return
  await beginRun(context, id)
  await context.publish('customers.scheme-run-asked', { schemeId: id })
}

/** Classifies all files anew when somebody asks for it. */
export async function runScheme(context: Context, schemeId: string): Promise<Run> {
  const scheme = await requireScheme(context, schemeId)
  if (scheme.by !== 'rule') throw new AppError('scheme-not-by-rule')
  await startRun(context, scheme)
  await writeAudit(context, { action: 'scheme.run', subjectType: 'scheme', subjectId: schemeId })
  return showRun(context, schemeId)
}

/** How far the last run over all files is. */
export async function showRun(context: Context, schemeId: string): Promise<Run> {
  await requireScheme(context, schemeId)
  const run = await readRun(context, schemeId)
  if (!run) return { state: 'none', checked: 0, total: 0, changed: 0, startedAt: null, endedAt: null }
  const { afterId: _, startedAt, endedAt, ...shown } = run
  return { ...shown, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
}

/** The scheme, if the actor may read what its classes tell. */
export async function requireScheme(context: Context, schemeId: string): Promise<Scheme> {
  const scheme = await readScheme(context, schemeId)
  if (!scheme || !context.actor.fieldClasses.has(scheme.accessClass)) throw new AppError('not-found')
  return scheme
}

/** Classifies all files by a scheme, some hundreds in a transaction; begun again it goes on from where it was. */
export async function workRun({ runAsSystem, signal }: LongTools, schemeId: string): Promise<void> {
  while (!signal.aborted && (await runAsSystem((context) => workSome(context, schemeId)))) {
    // The next some hundreds.
  }
  if (signal.aborted) throw new Error('the process shuts down before all files are classified')
}

/** True while there is more to do. */
async function workSome(context: Context, schemeId: string): Promise<boolean> {
  const [run, scheme] = [await lockRun(context, schemeId), await readScheme(context, schemeId)]
  if (run?.state !== 'running') return false
  const ids = scheme?.active && scheme.by === 'rule' ? await readIdsAfter(context, run.afterId, filesAtOnce) : []
  const changed = scheme && ids.length > 0 ? await classifyByRule(context, scheme, ids) : 0
  const isOver = ids.length < filesAtOnce
  await saveRun(context, schemeId, {
    ...run,
    state: isOver ? 'done' : 'running',
    afterId: ids.at(-1) ?? run.afterId,
    checked: run.checked + ids.length,
    changed: run.changed + changed,
    endedAt: isOver ? context.now : null,
  })
  return !isOver
}

/** What a rule says of yesterday is not what it says of today: each night all files are judged by all rules. */
export async function runAllSchemes({ runAsSystem }: LongTools): Promise<void> {
  await runAsSystem(async (context) => {
    for (const scheme of await readRules(context)) await startRun(context, scheme)
  })
}

/** Files that came many at once are judged by all rules, some hundreds in a transaction. */
export async function classifyLoaded({ runAsSystem, signal }: LongTools, lines: readonly { customerId: string }[]): Promise<void> {
  const ids = [...new Set(lines.map(({ customerId }) => customerId))].toSorted()
  for (let start = 0; start < ids.length && !signal.aborted; start += filesAtOnce)
    await runAsSystem((context) => classifyByRules(context, ids.slice(start, start + filesAtOnce)))
}
