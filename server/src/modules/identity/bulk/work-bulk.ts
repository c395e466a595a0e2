import type { BulkView, FailureCode } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { systemActor } from '../../../platform/context.ts'
import { isOutOfReach } from '../../../platform/database/failure-names.ts'
import { refusalOf } from '../../../platform/http/problems.ts'
import { holdEffects, withdrawEffects } from '../../../platform/outbox/held-effects.ts'
import { onEventAtLength } from '../../../platform/outbox/reactions.ts'
import type { LongTools, Reaction } from '../../../platform/outbox/reactions.ts'
import { loadActor } from '../access/load-actor.ts'
import { announceBulk } from './announce-bulk.ts'
import { claimRow, claimRows, findBulk, markBack, markRow, markRows, markRowsBack, moveBulk, nextRows } from './bulk.queries.ts'
import type { StoredRow } from './bulk.queries.ts'
import type { BulkAlone, BulkNoun, BulkTogether, StoredBulk } from './bulk.types.ts'

const rowsAtOnce = 250
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

/**
 * Deals with the rows until all are done or the change goes into another state: some hundreds in one transaction where
 * the noun can, else, and where that failed, one by one.
 */
async function workBulk(tools: LongTools, noun: BulkNoun, bulk: StoredBulk): Promise<void> {
  const isOpen = bulk.state === 'working' || bulk.state === 'undoing'
  for (;;) {
    tools.signal.throwIfAborted()
    const rows = isOpen ? await tools.runAsSystem((context) => nextRows(context, bulk, rowsAtOnce)) : []
    if (rows.length === 0) break
    // What the person may do is asked anew from time to time: rights can end meanwhile.
    const actor = await tools.runAsSystem((context) => loadActor(context.tx, bulk.personId, bulk.actorKind))
    const task = { ...bulk, actor: actor ?? powerless(bulk) }
    if (!(await (noun.together ? dealTogether(tools, noun.together, task, rows) : dealOneByOne(tools, noun, task, rows)))) return
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

/** Each in its own transaction; false when the change is no longer being made. */
async function dealOneByOne(tools: LongTools, noun: BulkAlone, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const deal = task.state === 'working' ? changeRow : putRowBack
  for (const row of rows) if (!(await deal(tools, noun, task, row))) return false
  return true
}

/** All in one transaction; where that fails, each in its own. */
async function dealTogether(tools: LongTools, together: BulkTogether, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const work = task.state === 'working' ? changeTogether : putBackTogether
  const deal = (some: readonly StoredRow[]) => (context: Context) => work(context, together, task, some)
  try {
    return await tools.runAsSystem(deal(rows))
  } catch (error) {
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    tools.log.warn({ reason: refusalOf(error).code, bulkId: task.id }, 'rows of a change of many are dealt with one by one')
  }
  const note = (row: StoredRow) => (context: Context, code: FailureCode) =>
    task.state === 'working' ? markRow(context, row, { outcome: 'refused', code }) : markBack(context, row.rowId, 'kept', code)
  for (const row of rows) if (!(await dealt(tools, task, deal([row]), note(row)))) return false
  return true
}

async function changeTogether(context: Context, together: BulkTogether, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const until = new Date(task.undoUntil.getTime() + graceMs(task))
  const claimed = await claimRows(
    context,
    rows.map(({ rowId }) => rowId),
    'working',
  )
  if (claimed.length === 0) return false
  const items = claimed.map((row) => ({ ...row, hold: { until, by: row.rowId } }))
  const outcomes = await together.change(asPerson(context, task), items, task.change)
  await markRows(
    context,
    claimed.map((row, index) => ({ ...row, ...outcomes[index] })),
  )
  return true
}

async function putBackTogether(context: Context, together: BulkTogether, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const claimed = await claimRows(
    context,
    rows.map(({ rowId }) => rowId),
    'undoing',
  )
  if (claimed.length === 0) return false
  // Of what is put back neither the change nor its end is told outside.
  const items = claimed.map((row) => ({ ...row, hold: { until: task.undoUntil, by: row.rowId } }))
  const asked = { change: task.change, askedAt: task.undoAskedAt ?? context.now }
  const outcomes = await together.putBack(asPerson(context, task), items, asked)
  const settled = claimed.map((row, index) => ({ ...row, ...outcomes[index] }))
  await withdrawEffects(
    context,
    settled.flatMap(({ rowId, refusal }) => (refusal ? [] : [rowId])),
  )
  await markRowsBack(context, settled)
  return true
}

/** False when the change is no longer being made. */
async function changeRow(tools: LongTools, noun: BulkAlone, task: Task, row: StoredRow): Promise<boolean> {
  const until = new Date(task.undoUntil.getTime() + graceMs(task))
  const change = async (context: Context): Promise<boolean> => {
    if (!(await claimRow(context, row.rowId, 'working'))) return false
    const done = await noun.change(holdEffects(asPerson(context, task), { until, by: row.rowId }), row, task.change)
    await markRow(context, row, { outcome: done ? 'changed' : 'same', done })
    return true
  }
  return dealt(tools, task, change, (context, code) => markRow(context, row, { outcome: 'refused', code }))
}

async function putRowBack(tools: LongTools, noun: BulkAlone, task: Task, row: StoredRow): Promise<boolean> {
  const putBack = async (context: Context): Promise<boolean> => {
    const done = await claimRow(context, row.rowId, 'undoing')
    if (!done) return false
    // Of what is put back neither the change nor its end is told outside.
    const held = holdEffects(asPerson(context, task), { until: task.undoUntil, by: row.rowId })
    await noun.putBack(held, row, { ...done, change: task.change, askedAt: task.undoAskedAt ?? context.now })
    await withdrawEffects(context, [row.rowId])
    await markBack(context, row.rowId, 'put-back', null)
    return true
  }
  return dealt(tools, task, putBack, (context, code) => markBack(context, row.rowId, 'kept', code))
}

/** Deals with one row; a refusal is noted and stops nothing else. What a lost database broke off the queue tries again. */
async function dealt(
  tools: LongTools,
  { id, noun }: { id: string; noun: BulkView['noun'] },
  deal: (context: Context) => Promise<boolean>,
  note: (context: Context, code: FailureCode) => Promise<void>,
): Promise<boolean> {
  try {
    return await tools.runAsSystem(deal)
  } catch (error) {
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    const { code } = refusalOf(error)
    if (code === 'unexpected') tools.log.error({ err: error, bulkId: id, noun }, 'a row of a change of many failed')
    await tools.runAsSystem((context) => note(context, code))
    return true
  }
}
