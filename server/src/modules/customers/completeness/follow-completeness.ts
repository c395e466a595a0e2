import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { CustomerFile, WrittenFile } from '../files/file.types.ts'
import { completenessOf } from './completeness.rules.ts'
import { readWeights, writeCompleteness } from './weights.queries.ts'

/** How complete a file is follows from each change of it. A new one is written with it. */
export async function followCompleteness(context: Context, written: readonly WrittenFile[]): Promise<void> {
  const changed = written.flatMap(({ before, after }) => (before ? [after] : []))
  if (changed.length === 0) return
  const shareOf = await completenessMeter(context)
  await writeCompleteness(
    context,
    changed.map((file) => ({ customerId: file.customerId, share: shareOf(file) })),
  )
}

/** Tells how complete files are by the weights in force, 0 to 1; null where nothing counts. */
export async function completenessMeter(context: Context): Promise<(file: CustomerFile) => number | null> {
  const { weights, own } = await readWeights(context)
  const today = localDay(context.now, 'Asia/Tehran')
  return (file) => completenessOf(file, weights, own, today)
}
