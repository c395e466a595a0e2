import { onEventAtLength } from '../../../platform/outbox/reactions.ts'
import type { LongTools, Reaction } from '../../../platform/outbox/reactions.ts'
import { loadActor } from '../access/load-actor.ts'
import { announceBulk } from './announce-bulk.ts'
import { findBulk, moveBulk } from './bulk.queries.ts'
import { nextRows } from './bulk-rows.queries.ts'
import type { BulkNoun, StoredBulk } from './bulk.types.ts'
import { powerless } from './bulk-task.ts'
import type { Step, Task } from './bulk-task.ts'
import { dealWithChosen } from './deal-with-chosen.ts'
import { dealWithRows } from './deal-with-rows.ts'

/** Changes of many rows are worked off by the job queue: in any process, and again after a stop. */
export const bulkReaction = (nouns: readonly BulkNoun[]): Reaction =>
  onEventAtLength('identity.bulk-changed', 'identity.work-bulk', async (tools, { id, work }) => {
    if (!work) return
    const bulk = await tools.runAsSystem((context) => findBulk(context, id))
    const noun = nouns.find((one) => one.noun === bulk?.noun)
    if (bulk && noun) await workBulk(tools, noun, bulk)
  })

/** Who watches is told of progress no oftener than this. */
const toldEveryMs = 500

/** For so long a change has a worker for itself: then it stands behind what else waits, or four of them would keep everybody waiting. */
const turnMs = 15_000

/**
 * Deals with the rows until all are done, the change goes into another state, or its turn is over: a number of them in
 * each transaction.
 */
async function workBulk(tools: LongTools, noun: BulkNoun, bulk: StoredBulk): Promise<void> {
  const { state } = bulk
  if (state !== 'working' && state !== 'undoing') return
  const [begunAt, tell] = [Date.now(), (work: boolean) => tools.runAsSystem((context) => announceBulk(context, bulk, { work }))]
  let toldAt = 0
  for (;;) {
    tools.signal.throwIfAborted()
    if (Date.now() - begunAt > turnMs) return tell(true)
    const step = await dealWithSome(tools, noun, bulk, state)
    if (step === 'left') return
    if (step === 'over') break
    if (Date.now() - toldAt < toldEveryMs) continue
    toldAt = Date.now()
    await tell(false)
  }
  await tools.runAsSystem(async (context) => {
    if (await moveBulk(context, bulk.id, [state], state === 'working' ? 'done' : 'undone'))
      await announceBulk(context, bulk, { work: false, ended: true })
  })
}

async function dealWithSome(tools: LongTools, noun: BulkNoun, bulk: StoredBulk, state: 'working' | 'undoing'): Promise<Step> {
  const rows = await tools.runAsSystem((context) => nextRows(context, bulk.id, state, noun.rowsAtOnce))
  const isChosenFrom = state === 'working' && bulk.byFilters
  if (rows.length === 0 && !isChosenFrom) return 'over'
  // What the person may do is asked anew each time: rights can end meanwhile.
  const actor = await tools.runAsSystem((context) => loadActor(context.tx, bulk.personId, bulk.actorKind))
  const task: Task = { ...bulk, state, actor: actor ?? powerless(bulk) }
  return rows.length === 0 ? dealWithChosen(tools, noun, task) : dealWithRows(tools, noun, task, rows)
}
