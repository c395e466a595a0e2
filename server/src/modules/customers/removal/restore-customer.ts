import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { AppError } from '../../../platform/failure.ts'
import { readFile } from '../files/files.queries.ts'
import { searchRowsOf } from '../files/search-rows.rules.ts'
import { followSearchRows } from '../search/follow-search-rows.ts'
import { insertSearchRows } from '../search/search-rows.queries.ts'
import { announceRemoval } from './announce-removal.ts'
import { markRestored } from './removal.queries.ts'
import { requireRemoved } from './require-file.ts'

/** Puts a removed file back where it was, with all that hangs on it, to be found as before. */
export async function restoreCustomer(context: Context, customerId: string) {
  const removed = await requireRemoved(context, customerId)
  const externalKeys = await markRestored(context, customerId)
  const file = await readFile(context, customerId)
  if (!file) throw new AppError('not-found')
  await followSearchRows(context, [{ after: file, source: { kind: 'system' } }])
  const rows = externalKeys.flatMap((key) => searchRowsOf(file, key).filter(({ source }) => source === 'external'))
  await insertSearchRows(
    context,
    rows.map((row) => ({ ...row, customerId, unitId: file.unitId, ownerId: file.ownerId })),
  )
  await writeAudit(context, { action: 'customer.restored', subjectType: 'customer', subjectId: customerId, customerId })
  const version = removed.version + 1
  await announceRemoval(context, { ...removed, version }, 'customer.restored')
  return { customerId, version }
}
