import type { Context } from '../../../platform/context.ts'
import { customerNames } from '../../customers/index.ts'
import { readKeyParts, writeKeys } from './search-keys.queries.ts'
import type { RequestRef } from './search-keys.queries.ts'
import { searchKeys } from './search-keys.rules.ts'

const requestsAtOnce = 1000

/** Requests are found by their customers' names: when these change, so do their search keys. */
export async function refreshSearchKeys(context: Context, files: readonly { customerId: string }[]): Promise<void> {
  const customerIds = [...new Set(files.map(({ customerId }) => customerId))]
  const names = await customerNames(context, customerIds)
  let after: RequestRef | undefined
  do {
    const rows = await readKeyParts(context, customerIds, { limit: requestsAtOnce, after })
    const renewed = rows.map((row) => ({
      ...row,
      ...searchKeys({
        subject: row.subject,
        number: row.number,
        externalNumber: row.external_number,
        customerName: names.get(row.customer_id) ?? '',
      }),
    }))
    const changed = renewed.filter(
      (row, index) => row.search_spaced !== rows[index]?.search_spaced || row.search_joined !== rows[index].search_joined,
    )
    await writeKeys(context, changed)
    after = rows.length === requestsAtOnce ? rows.at(-1) : undefined
  } while (after !== undefined)
}
