import type { Actor, Context } from '../../../platform/context.ts'
import { systemActor } from '../../../platform/context.ts'
import { isOutOfReach } from '../../../platform/database/failure-names.ts'
import { refusalOf } from '../../../platform/http/problems.ts'
import { withdrawEffects } from '../../../platform/outbox/held-effects.ts'
import { onEventAtLength } from '../../../platform/outbox/reactions.ts'
import type { LongTools, Reaction } from '../../../platform/outbox/reactions.ts'
import { loadActor } from '../access/load-actor.ts'
import { announceBulk } from './announce-bulk.ts'
import { claimRows, findBulk, markRows, markRowsBack, moveBulk, nextRows } from './bulk.queries.ts'
import type { StoredRow } from './bulk.queries.ts'
import type { BulkNoun, StoredBulk } from './bulk.types.ts'

/** Effects outside wait beyond the time for asking, since the rows to come and putting back take their time too. */
const graceMs = ({ total }: StoredBulk) => 60_000 + total * 50

/** Changes of many rows are worked off by the job queue: in any process, and again after a stop. */
export const bulkReaction = (nouns: readonly BulkNoun[]): Reaction =>
  onEventAtLength('identity.bulk-changed', 'identity.work-bulk', async (tools, { id, work }) => {
    if (!work) return
    const bulk = await tools.runAsSystem((context) => findBulk(context, id))
    const noun = nouns.find((one) => one.noun === bulk?.noun)
    if (bulk && noun) await workBulk(tools, noun, bulk)
  })

/** Deals with the rows until all are done or the change goes into another state: a number of them in each transaction. */
async function workBulk(tools: LongTools, noun: BulkNoun, bulk: StoredBulk): Promise<void> {
  const isOpen = bulk.state === 'working' || bulk.state === 'undoing'
  for (;;) {
    tools.signal.throwIfAborted()
    const rows = isOpen ? await tools.runAsSystem((context) => nextRows(context, bulk, noun.rowsAtOnce)) : []
    if (rows.length === 0) break
    // What the person may do is asked anew from time to time: rights can end meanwhile.
    const actor = await tools.runAsSystem((context) => loadActor(context.tx, bulk.personId, bulk.actorKind))
    const task = { ...bulk, actor: actor ?? powerless(bulk) }
    if (!(await dealWith(tools, noun, task, rows))) return
    await tools.runAsSystem((context) => announceBulk(context, bulk, { work: false }))
  }
  await tools.runAsSystem(async (context) => {
    const next = { working: 'done', undoing: 'undone' } as const
    if (bulk.state in next && (await moveBulk(context, bulk.id, [bulk.state], next[bulk.state as keyof typeof next])))
      await announceBulk(context, bulk, { work: false, ended: true })
  })
}

type Task = StoredBulk & { actor: Actor }

const powerless = ({ personId, actorKind }: StoredBulk): Actor => ({
  ...systemActor,
  kind: actorKind,
  personId,
  grants: {},
  fieldClasses: new Set(),
})

const asPerson = (context: Context, { actor, locale }: Task): Context => ({ ...context, actor, locale })

/** All in one transaction; where that fails, each in its own. False when the change is no longer being made. */
async function dealWith(tools: LongTools, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const work = task.state === 'working' ? changeTogether : putBackTogether
  const deal = (some: readonly StoredRow[]) => (context: Context) => work(context, noun, task, some)
  try {
    return await tools.runAsSystem(deal(rows))
  } catch (error) {
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    tools.log.warn({ reason: refusalOf(error).code, bulkId: task.id }, 'rows of a change of many are dealt with one by one')
  }
  for (const row of rows) if (!(await dealtAlone(tools, task, row, deal([row])))) return false
  return true
}

async function changeTogether(context: Context, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const until = new Date(task.undoUntil.getTime() + graceMs(task))
  const claimed = await claimRows(
    context,
    rows.map(({ rowId }) => rowId),
    'working',
  )
  if (claimed.length === 0) return false
  const items = claimed.map((row) => ({ ...row, hold: { until, by: row.rowId } }))
  const outcomes = await noun.change(asPerson(context, task), items, task.change)
  await markRows(
    context,
    claimed.map((row, index) => ({ ...row, ...outcomes[index] })),
  )
  return true
}

async function putBackTogether(context: Context, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const claimed = await claimRows(
    context,
    rows.map(({ rowId }) => rowId),
    'undoing',
  )
  if (claimed.length === 0) return false
  // Of what is put back neither the change nor its end is told outside.
  const items = claimed.map((row) => ({ ...row, hold: { until: task.undoUntil, by: row.rowId } }))
  const asked = { change: task.change, askedAt: task.undoAskedAt ?? context.now }
  const outcomes = await noun.putBack(asPerson(context, task), items, asked)
  const settled = claimed.map((row, index) => ({ ...row, ...outcomes[index] }))
  await withdrawEffects(
    context,
    settled.flatMap(({ rowId, refusal }) => (refusal ? [] : [rowId])),
  )
  await markRowsBack(context, settled)
  return true
}

/** Deals with one row; a refusal is noted and stops nothing else. What a lost database broke off the queue tries again. */
async function dealtAlone(tools: LongTools, task: Task, row: StoredRow, deal: (context: Context) => Promise<boolean>): Promise<boolean> {
  try {
    return await tools.runAsSystem(deal)
  } catch (error) {
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    const { code } = refusalOf(error)
    if (code === 'unexpected') tools.log.error({ err: error, bulkId: task.id, noun: task.noun }, 'a row of a change of many failed')
    const mark = task.state === 'working' ? markRows : markRowsBack
    await tools.runAsSystem((context) => mark(context, [{ ...row, refusal: code }]))
    return true
  }
}
