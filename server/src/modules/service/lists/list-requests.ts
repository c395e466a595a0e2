import type { QueryOf, requestRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { pageFrom } from '../../../platform/paging.ts'
import { customerNames } from '../../customers/index.ts'
import { presentRow } from '../requests/present-row.ts'
import { keyOfRow, readList } from './request-list.queries.ts'

/** A page of the requests that the actor may see. */
export async function listRequests(context: Context, query: QueryOf<typeof requestRoutes.list>) {
  const found = await readList(context, 'service.read', query, { limit: query.limit + 1, after: query.after })
  const { rows, next } = pageFrom(found, query.limit, keyOfRow(query.sort))
  const names = await customerNames(context, [...new Set(rows.map((row) => row.customer_id))])
  return { rows: rows.map((row) => presentRow(context.actor, row, names)), ...(next !== undefined && { next }) }
}
