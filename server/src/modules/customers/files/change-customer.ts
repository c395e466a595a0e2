import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { presentFile } from './present-file.ts'
import { lockForChange, writeChangedFile } from './write-changed-file.ts'

/** Writes the file as the whole form has it. */
export async function changeCustomer(context: Context, customerId: string, body: BodyOf<typeof contract.customers.change>) {
  const { unitId, ownerId, accessPoints, acceptedProblems, provisional, version, source, custom, ...fields } = body
  const before = await lockForChange(context, customerId, version)
  const said = { fields, unitId, ownerId, accessPoints, acceptedProblems, provisional, source, custom, asksAgain: true }
  return presentFile(context, await writeChangedFile(context, before, said))
}
