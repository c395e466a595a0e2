import type { Context } from '../../../platform/context.ts'
import type { WrittenFile } from '../files/file.types.ts'
import { searchRowsOf } from '../files/search-rows.rules.ts'
import { clearSearchRows, insertSearchRows, moveExternalRows } from './search-rows.queries.ts'

/** What files are found by, and under which rights. What other systems know a file by stays, and follows its rights. */
export async function followSearchRows(context: Context, written: readonly WrittenFile[]): Promise<void> {
  const changed = written.filter(({ before }) => before !== undefined).map(({ after }) => after)
  if (changed.length > 0) {
    await clearSearchRows(
      context,
      changed.map(({ customerId }) => customerId),
    )
    await moveExternalRows(context, changed)
  }
  await insertSearchRows(
    context,
    written.flatMap(({ after, externalKey }) =>
      searchRowsOf(after, externalKey).map((row) => ({
        ...row,
        customerId: after.customerId,
        unitId: after.unitId,
        ownerId: after.ownerId,
      })),
    ),
  )
}
