import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { holdAccounts } from '../accounts/account.queries.ts'
import { requireWritableAccounts } from '../sales.access.ts'
import { lockEntry, readEntry } from './entry.queries.ts'
import type { EntryKey } from './entry.queries.ts'

/**
 * An entry that stands, held for a change by somebody who has seen this version of it; `account`: the file under the id
 * that the entry came by, `file`: the one that it is read in.
 */
export async function holdEntry(context: Context, key: EntryKey, version: number) {
  const file = await requireWritableAccounts(context, key.customerId)
  const found = await readEntry(context, file.fileIds, key.entryId)
  if (!found) throw new AppError('not-found')
  const account = { ...file, customerId: found.customer_id }
  await holdAccounts(context, [account])
  const entry = await lockEntry(context, { customerId: found.customer_id, entryId: key.entryId })
  if (!entry) throw new AppError('not-found')
  if (entry.voided_at !== null) throw new AppError('entry-voided')
  if (entry.version !== version) throw new AppError('changed-meanwhile')
  return { file, account, entry }
}
