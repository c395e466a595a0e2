import type { BodyOf, BulkView, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { startBulk } from '../../identity/index.ts'
import type { BulkKey } from '../../identity/index.ts'
import { sizeOf } from '../segments/size-of-segment.ts'
import { chooseFiles, refuseRestore } from './choose-files.ts'
import { fitting } from './choose-fitting.ts'
import { verbOf } from './verbs.ts'

type Asked = BodyOf<typeof contract.customerBulk.apply>

/** Begins a change of many files: of those named, or of all that fit filters while it goes on. */
export async function applyToCustomers(context: Context, { id, which, change }: Asked): Promise<BulkView> {
  const asked = { id, noun: 'customers', change: await verbOf(change).settle(context, change) } as const
  if ('filters' in which) {
    refuseRestore(change)
    const { count } = await sizeOf(context, await fitting(context, which.filters))
    return startBulk(context, asked, { filters: which.filters, expected: count })
  }
  const { files, missing } = await chooseFiles(context, which, change)
  const keys: BulkKey[] = [
    ...files.map(({ customerId, code }) => ({ customerId, id: customerId, label: code })),
    ...missing.map((customerId) => ({ customerId, id: customerId, label: '' })),
  ]
  return startBulk(context, asked, { keys })
}
