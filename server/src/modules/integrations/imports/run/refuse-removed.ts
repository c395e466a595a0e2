import type { RequestMapping } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import { removedExternalKeys } from '../../../customers/index.ts'
import { cutValue } from '../mapping/row-faults.rules.ts'
import type { RowToStage } from '../staging.queries.ts'

/** The rows with those refused that name a customer whose file was removed: nothing is to grow where nobody sees it. */
export async function refuseRemoved(
  context: Context,
  { source, columns }: RequestMapping,
  rows: readonly RowToStage[],
): Promise<readonly RowToStage[]> {
  const named = [...new Set(rows.flatMap(({ cells }) => cells?.customer ?? []))]
  const removed = await removedExternalKeys(context, source, named)
  if (removed.size === 0) return rows
  return rows.map((row) => {
    const customer = row.cells?.customer
    if (customer === undefined || !removed.has(customer)) return row
    const fault = { code: 'removed-customer', column: columns.customer ?? '', value: cutValue(customer) } as const
    return { number: row.number, line: row.line, rowKey: null, ticket: null, at: null, cells: null, problems: [fault] }
  })
}
