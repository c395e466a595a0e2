import type { Context } from '../../../platform/context.ts'
import { writeAudits } from '../../identity/index.ts'
import { bringMergedRows } from '../duplicates/merge/merged-rows.queries.ts'
import { lockFiles } from '../files/files.queries.ts'
import { searchRowsOf } from '../files/search-rows.rules.ts'
import { followSearchRows } from '../search/follow-search-rows.ts'
import { insertSearchRows } from '../search/search-rows.queries.ts'
import { announceRemoval } from './announce-removal.ts'
import { markRemoved, markRestored } from './removal.queries.ts'
import type { FileState } from './removal.queries.ts'

/** Takes files that the caller holds out of every list; gives them as they are then. */
export async function takeAway(context: Context, files: readonly FileState[], reason: string): Promise<FileState[]> {
  await markRemoved(
    context,
    files.map(({ customerId }) => customerId),
    reason,
  )
  return tell(context, files, 'customer.removed', { reason })
}

/** Puts removed files that the caller holds back, to be found as before. */
export async function bringBack(context: Context, files: readonly FileState[]): Promise<FileState[]> {
  const ids = files.map(({ customerId }) => customerId)
  const keys = await markRestored(context, ids)
  const restored = await lockFiles(context, ids)
  await followSearchRows(
    context,
    [...restored.values()].map((file) => ({ before: file, after: file, source: { kind: 'system' } })),
  )
  const external = keys.flatMap(({ customerId, key }) => {
    const file = restored.get(customerId)
    const rows = file ? searchRowsOf(file, key).filter(({ source }) => source === 'external') : []
    return rows.map((row) => ({ ...row, customerId, unitId: file?.unitId ?? null, ownerId: file?.ownerId ?? null }))
  })
  await insertSearchRows(context, external)
  await bringMergedRows(context, [...restored.values()])
  return tell(context, files, 'customer.restored')
}

async function tell(
  context: Context,
  files: readonly FileState[],
  action: 'customer.removed' | 'customer.restored',
  after?: object,
): Promise<FileState[]> {
  await writeAudits(
    context,
    files.map(({ customerId }) => ({ action, subjectType: 'customer', subjectId: customerId, customerId, after })),
  )
  const told = files.map((file) => ({ ...file, version: file.version + 1 }))
  for (const file of told) await announceRemoval(context, file, action)
  return told
}
