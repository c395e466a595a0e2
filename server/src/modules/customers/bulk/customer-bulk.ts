import type { Context } from '../../../platform/context.ts'
import { gatherEvents } from '../../../platform/outbox/held-effects.ts'
import type { BulkItem, BulkNoun } from '../../identity/index.ts'
import { chooseFitting } from './choose-fitting.ts'
import type { FileChange, VerbTools } from './verb.types.ts'
import { verbOf } from './verbs.ts'

/** How many files are changed and put back, some hundreds at a time. */
export const customerBulk = (tools: VerbTools): BulkNoun => ({
  noun: 'customers',
  rowsAtOnce: 250,
  choose: chooseFitting,
  change: (context, items, given) =>
    gathered(context, items, (gathering) => verbOf(given as FileChange).change(gathering, items, given as FileChange, tools)),
  putBack: (context, items, { change }) =>
    gathered(context, items, (gathering) => verbOf(change as FileChange).putBack(gathering, items, change as FileChange)),
})

async function gathered<T>(context: Context, items: readonly BulkItem[], deal: (context: Context) => Promise<T>): Promise<T> {
  const gathering = gatherEvents(context, new Map(items.map(({ customerId, hold }) => [customerId, hold])))
  const result = await deal(gathering.context)
  await gathering.tell()
  return result
}
