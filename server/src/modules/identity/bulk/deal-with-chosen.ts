import type { FailureCode } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { isOutOfReach } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'
import { refusalOf } from '../../../platform/http/problems.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { announceBulk } from './announce-bulk.ts'
import { asPerson, heldWhileChanging } from './bulk-task.ts'
import type { Step, Task } from './bulk-task.ts'
import { findBulk, moveAlong, moveBulk } from './bulk.queries.ts'
import { insertDealtWith, insertRows, rowsOf } from './bulk-rows.queries.ts'
import type { StoredRow } from './bulk-rows.queries.ts'
import type { BulkNoun, ChosenRows } from './bulk.types.ts'

/**
 * Chooses the next rows that fit the filters and changes them, in one transaction with how far it has come: after a crash
 * none is forgotten and none comes up again. Where that fails they are kept, to be dealt with one by one.
 */
export async function dealWithChosen(tools: LongTools, noun: BulkNoun, task: Task): Promise<Step> {
  try {
    return await tools.runAsSystem((context) => withChosen(context, noun, task, (rows) => changeChosen(context, noun, task, rows)))
  } catch (error) {
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    tools.log.warn({ reason: refusalOf(error).code, bulkId: task.id }, 'chosen rows of a change of many are dealt with one by one')
  }
  return tools.runAsSystem((context) => withChosen(context, noun, task, (rows) => insertRows(context, task.id, rows)))
}

async function withChosen(
  context: Context,
  noun: BulkNoun,
  task: Task,
  deal: (rows: readonly StoredRow[]) => Promise<void>,
): Promise<Step> {
  const bulk = await findBulk(context, task.id, { locked: true })
  if (bulk?.state !== 'working') return 'left'
  const chosen = await choose(context, noun, { ...task, ...bulk, state: 'working' })
  if ('refusal' in chosen) return stopByItself(context, task, chosen.refusal)
  if (chosen.keys.length > 0) await deal(rowsOf(context, chosen.keys))
  if (chosen.upTo === null) return 'over'
  await moveAlong(context, task.id, chosen.upTo)
  return 'more'
}

/** What whoever asked can no longer ask for stops the change, and is told; nothing was written by then. */
async function choose(context: Context, noun: BulkNoun, task: Task): Promise<ChosenRows | { refusal: FailureCode }> {
  const { selection: filters, change, afterId: after, startedAt: thereAt } = task
  if (!noun.choose || filters === null) return { keys: [], upTo: null }
  try {
    return await noun.choose(asPerson(context, task), { filters, change }, { after, limit: noun.rowsAtOnce, thereAt })
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.code }
    throw error
  }
}

async function stopByItself(context: Context, task: Task, refusal: FailureCode): Promise<Step> {
  if (await moveBulk(context, task.id, ['working'], 'stopped', refusal)) await announceBulk(context, task, { work: false, ended: true })
  return 'left'
}

async function changeChosen(context: Context, noun: BulkNoun, task: Task, rows: readonly StoredRow[]): Promise<void> {
  const outcomes = await noun.change(asPerson(context, task), heldWhileChanging(context, task, rows), task.change)
  await insertDealtWith(
    context,
    task.id,
    rows.map((row, index) => ({ ...row, ...outcomes[index] })),
  )
}
