import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import type { CustomerFile, ValueSource } from './file.types.ts'
import { presentFile } from './present-file.ts'
import { lockForChange, writeChangedFile } from './write-changed-file.ts'
import type { SaidFile } from './write-changed-file.ts'

/** Some of what a file says. */
export type FilePatch = Omit<BodyOf<typeof contract.customers.patch>, 'version'>

/** Changes some of what a file says and leaves the rest; nobody is asked about doubts that were there before. */
export async function patchCustomer(context: Context, customerId: string, { version, ...given }: BodyOf<typeof contract.customers.patch>) {
  const before = await lockForChange(context, customerId, version)
  return presentFile(context, await patchFile(context, before, given))
}

/** The same for a file that is locked, giving it as it is stored. `from` says where the values come from, in place of what was stated. */
export const patchFile = (context: Context, before: CustomerFile, given: FilePatch, from?: ValueSource): Promise<CustomerFile> =>
  writeChangedFile(context, before, saidBy(before, given, from))

/** The file as a patch of it says that it should be. */
export function saidBy(before: CustomerFile, given: FilePatch, from?: ValueSource): SaidFile {
  const place = laidOver({ unitId: before.unitId, ownerId: before.ownerId }, given)
  const { accessPoints = null, acceptedProblems = {}, provisional, source, custom } = given
  return {
    ...place,
    fields: laidOver(before.fields, given),
    accessPoints,
    acceptedProblems,
    provisional,
    custom,
    source: from ?? source,
    asksAgain: false,
  }
}
