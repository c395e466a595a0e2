import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { completenessOf } from './completeness.rules.ts'
import { countFiles, filesAfter } from './files-after.queries.ts'
import { measureDay } from './measure-day.ts'
import { holdWork, readWeights, setWork, writeCompleteness } from './weights.queries.ts'

const filesAtOnce = 1000

/**
 * Reckons all files anew by the weights in force, a thousand at a time, each in a transaction of its own: the walk keeps
 * its place, so that a process that was stopped goes on where it was. Then the day is measured.
 */
export async function recountCompleteness({ runAsSystem, signal }: LongTools): Promise<void> {
  while (!signal.aborted && (await runAsSystem(step)));
  if (!signal.aborted) await runAsSystem(measureDay)
}

/** One batch; whether there may be another. */
async function step(context: Context): Promise<boolean> {
  const work = await holdWork(context)
  if (!work.is_working) return false
  const { weights, own } = await readWeights(context)
  const today = localDay(context.now, 'Asia/Tehran')
  const files = await filesAfter(context, work.work_after, filesAtOnce)
  await writeCompleteness(
    context,
    files.map((file) => ({ customerId: file.customerId, share: completenessOf(file, weights, own, today) })),
  )
  const isOver = files.length < filesAtOnce
  await setWork(context, {
    ...work,
    is_working: !isOver,
    work_after: isOver ? null : (files.at(-1)?.customerId ?? null),
    work_done: (work.work_after === null ? 0 : work.work_done) + files.length,
    work_total: work.work_after === null ? await countFiles(context) : work.work_total,
  })
  return !isOver
}
