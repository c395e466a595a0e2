import { documentRoutes } from '@parvandeh/contract'
import { call } from '../../api/call.ts'

/** Documents of all files by words of their titles or names, for the palette; each leads to its file. */
export async function findDocuments(typed: string, signal: AbortSignal) {
  const { rows } = await call(documentRoutes.search, { query: { q: typed, limit: 6 } }, signal)
  return rows.map(({ id, customerId, customerName, title, name }) => ({
    id: `document-${id}`,
    label: title ?? name,
    hint: customerName,
    href: `/customers/${customerId}`,
  }))
}
