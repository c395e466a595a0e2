import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { requireFile } from './require-file.ts'
import { takeAway } from './take-away.ts'
import { isAtWork } from './weigh-removal.ts'

type Body = BodyOf<typeof contract.removals.remove>

/**
 * Takes a file out of every list. All that hangs on it stays where it is, and comes back with it. Requests that are
 * open can still be worked on, so that no promise is lost with the file: whoever removes it all the same must say so.
 */
export async function removeCustomer(
  context: Context,
  holders: readonly SubjectHolder[],
  customerId: string,
  { version, reason, despiteOpenWork }: Body,
) {
  const file = await requireFile(context, customerId, 'customers.delete')
  if (file.version !== version) throw new AppError('changed-meanwhile')
  if (!despiteOpenWork && (await isAtWork(context, holders, customerId))) throw new AppError('file-has-open-work')
  const [after = file] = await takeAway(context, [file], reason)
  return { customerId, code: file.code, version: after.version }
}
