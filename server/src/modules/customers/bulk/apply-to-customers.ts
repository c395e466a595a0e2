import type { BodyOf, BulkView, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { startBulk } from '../../identity/index.ts'
import type { BulkKey } from '../../identity/index.ts'
import { chooseFiles } from './choose-files.ts'
import { verbOf } from './verbs.ts'

/** Begins a change of many files. */
export async function applyToCustomers(
  context: Context,
  { id, which, change }: BodyOf<typeof contract.customerBulk.apply>,
): Promise<BulkView> {
  const settled = await verbOf(change).settle(context, change)
  const { files, missing } = await chooseFiles(context, which, change)
  const keys: BulkKey[] = [
    ...files.map(({ customerId, code }) => ({ customerId, id: customerId, label: code })),
    ...missing.map((customerId) => ({ customerId, id: customerId, label: '' })),
  ]
  return startBulk(context, { id, noun: 'customers', change: settled, keys })
}
