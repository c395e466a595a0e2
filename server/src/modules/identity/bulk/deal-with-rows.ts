import type { Context } from '../../../platform/context.ts'
import { isOutOfReach } from '../../../platform/database/failure-names.ts'
import { refusalOf } from '../../../platform/http/problems.ts'
import { withdrawEffects } from '../../../platform/outbox/held-effects.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { asPerson, heldWhileChanging, heldWhilePuttingBack } from './bulk-task.ts'
import type { Step, Task } from './bulk-task.ts'
import { claimRows, markRows, markRowsBack } from './bulk-rows.queries.ts'
import type { StoredRow } from './bulk-rows.queries.ts'
import type { BulkNoun } from './bulk.types.ts'

/** Changes rows or puts them back: all in one transaction; where that fails, each in its own. */
export async function dealWithRows(tools: LongTools, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<Step> {
  const work = task.state === 'working' ? changeTogether : putBackTogether
  const deal = (some: readonly StoredRow[]) => (context: Context) => work(context, noun, task, some)
  try {
    return (await tools.runAsSystem(deal(rows))) ? 'more' : 'left'
  } catch (error) {
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    tools.log.warn({ reason: refusalOf(error).code, bulkId: task.id }, 'rows of a change of many are dealt with one by one')
  }
  for (const row of rows) if (!(await dealtAlone(tools, task, row, deal([row])))) return 'left'
  return 'more'
}

const idsOf = (rows: readonly StoredRow[]): string[] => rows.map(({ rowId }) => rowId)

async function changeTogether(context: Context, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const claimed = await claimRows(context, idsOf(rows), 'working')
  if (claimed.length === 0) return false
  const outcomes = await noun.change(asPerson(context, task), heldWhileChanging(context, task, claimed), task.change)
  await markRows(
    context,
    task.id,
    claimed.map((row, index) => ({ ...row, ...outcomes[index] })),
  )
  return true
}

async function putBackTogether(context: Context, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<boolean> {
  const claimed = await claimRows(context, idsOf(rows), 'undoing')
  if (claimed.length === 0) return false
  const asked = { change: task.change, askedAt: task.undoAskedAt ?? context.now }
  const outcomes = await noun.putBack(asPerson(context, task), heldWhilePuttingBack(context, task, claimed), asked)
  const settled = claimed.map((row, index) => ({ ...row, ...outcomes[index] }))
  await withdrawEffects(
    context,
    settled.flatMap(({ rowId, refusal }) => (refusal ? [] : [rowId])),
  )
  await markRowsBack(context, task.id, settled)
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
    await tools.runAsSystem((context) => mark(context, task.id, [{ ...row, refusal: code }]))
    return true
  }
}
