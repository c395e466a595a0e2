import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { WrittenFile } from '../files/file.types.ts'
import { completenessOf } from './completeness.rules.ts'
import { readWeights, writeCompleteness } from './weights.queries.ts'

/** How complete a file is follows from each write of it. */
export async function followCompleteness(context: Context, written: readonly WrittenFile[]): Promise<void> {
  const { weights, own } = await readWeights(context)
  const today = localDay(context.now, 'Asia/Tehran')
  await writeCompleteness(
    context,
    written.map(({ after }) => ({ customerId: after.customerId, share: completenessOf(after, weights, own, today) })),
  )
}
