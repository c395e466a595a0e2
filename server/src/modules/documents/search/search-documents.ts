import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { visibleCustomerNames } from '../../customers/index.ts'
import { findByTitle } from '../documents.queries.ts'
import { rememberReading } from '../files/remember-reading.ts'
import { readSoughtTitle } from './found-by.rules.ts'

type Search = typeof contract.documents.search

/** So many that hold the words are looked at; the newest of them are shown. */
const looked = 200

/** Documents of all files by words of their titles or names, newest first: those in reach, of files that are in reach too. */
export async function searchDocuments(context: Context, { q, limit }: QueryOf<Search>): Promise<AnswerOf<Search>> {
  const sought = readSoughtTitle(q)
  if (sought === null) return { rows: [] }
  const found = await findByTitle(context, sought, looked)
  const names = await visibleCustomerNames(
    context,
    found.map(({ customerId }) => customerId),
  )
  const rows = found
    .filter(({ customerId }) => names.has(customerId))
    .toSorted((one, other) => other.addedAt.getTime() - one.addedAt.getTime())
    .slice(0, limit)
  for (const row of rows) await rememberReading(context, row.customerId, 'search', [row])
  return {
    rows: rows.map(({ id, customerId, name, title, mediaType, accessClass, addedAt }) => ({
      id,
      customerId,
      customerName: names.get(customerId) ?? '',
      name,
      title,
      mediaType,
      accessClass,
      addedAt: addedAt.toISOString(),
    })),
  }
}
