import type { Context } from '../../../platform/context.ts'
import { customerNames } from '../../customers/index.ts'
import { readKeyParts, writeKeys } from './search-keys.queries.ts'
import { searchKeys } from './search-keys.rules.ts'

const requestsAtOnce = 1000

/** Requests are found by their customer's name: when that changes, so do their search keys. */
export async function refreshSearchKeys(context: Context, customerId: string): Promise<void> {
  const customerName = (await customerNames(context, [customerId])).get(customerId) ?? ''
  let after: string | undefined
  do {
    const rows = await readKeyParts(context, customerId, { limit: requestsAtOnce, after })
    const renewed = rows.map((row) => ({
      ...row,
      ...searchKeys({ subject: row.subject, number: row.number, externalNumber: row.external_number, customerName }),
    }))
    const changed = renewed.filter(
      (row, index) => row.search_spaced !== rows[index]?.search_spaced || row.search_joined !== rows[index].search_joined,
    )
    await writeKeys(context, changed)
    after = rows.length === requestsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}
