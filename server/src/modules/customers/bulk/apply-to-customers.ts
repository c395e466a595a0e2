import type { BodyOf, BulkView, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { startBulk } from '../../identity/index.ts'
import type { BulkKey, BulkNoun } from '../../identity/index.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { patchFile } from '../files/patch-customer.ts'
import type { FilePatch } from '../files/patch-customer.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { chooseFiles } from './choose-files.ts'
import { requireLawful } from './require-lawful.ts'

/** Begins a change of many files. */
export async function applyToCustomers(
  context: Context,
  { id, which, change }: BodyOf<typeof contract.customerBulk.apply>,
): Promise<BulkView> {
  const lawful = await requireLawful(context, change)
  const { files, missing } = await chooseFiles(context, which)
  const keys: BulkKey[] = [
    ...files.map(({ customerId, code }) => ({ customerId, id: customerId, label: code })),
    ...missing.map((customerId) => ({ customerId, id: customerId, label: '' })),
  ]
  return startBulk(context, { id, noun: 'customers', change: lawful, keys })
}

/** How one file of many is changed and put back: as anybody changes some of its fields. */
export const customerBulk: BulkNoun = {
  noun: 'customers',
  change: async (context, { customerId }, given) => {
    const change = given as FilePatch
    const file = await lockForChange(context, customerId)
    const before = Object.fromEntries(Object.keys(change).map((field) => [field, valueOf(file, field as keyof FilePatch, change)]))
    const after = await patchFile(context, file, change)
    return after === file ? null : { before, version: after.version }
  },
  putBack: async (context, { customerId }, { before, version }) => {
    await patchFile(context, await lockForChange(context, customerId, version), before as FilePatch)
  },
}

function valueOf(file: CustomerFile, field: keyof FilePatch, change: FilePatch): unknown {
  if (field === 'custom') return Object.fromEntries(Object.keys(change.custom ?? {}).map((key) => [key, file.custom[key] ?? null]))
  if (field === 'unitId' || field === 'ownerId' || field === 'provisional') return file[field]
  return file.fields[field as keyof CustomerFile['fields']]
}
