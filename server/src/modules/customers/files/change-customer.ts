import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { rememberOthers } from '../duplicates/decide-pair.ts'
import { presentFile } from './present-file.ts'
import { lockForChange, writeChangedFile } from './write-changed-file.ts'

/** Writes the file as the whole form has it. */
export async function changeCustomer(context: Context, customerId: string, body: BodyOf<typeof contract.customers.change>) {
  const { unitId, ownerId, accessPoints, acceptedProblems, provisional, version, source, custom, notDuplicateOf, ...fields } = body
  const before = await lockForChange(context, customerId, version)
  const said = { fields, unitId, ownerId, accessPoints, acceptedProblems, provisional, source, custom, asksAgain: true }
  const file = await writeChangedFile(context, before, said)
  await rememberOthers(context, file, notDuplicateOf)
  return presentFile(context, file)
}
