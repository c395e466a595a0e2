import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { customerNames } from '../../customers/index.ts'
import { readInteractions } from '../interactions.queries.ts'
import { withDocuments } from './with-documents.ts'

type List = typeof contract.interactions.list

const key = z.tuple([z.iso.datetime(), z.uuid()])

/** Interactions over all files, newest first, of those that the actor may see. */
export async function listInteractions(context: Context, { limit, after, ...filters }: QueryOf<List>): Promise<AnswerOf<List>> {
  const found = await readInteractions(context, filters, decodeKey(after, key), limit + 1)
  const page = pageFrom(found, limit, (row) => [row.startedAt.toISOString(), row.id])
  const names = await customerNames(context, [...new Set(page.rows.map((row) => row.customerId))])
  const rows = await withDocuments(context, page.rows)
  return { ...page, rows: rows.map((row) => ({ ...row, customerName: names.get(row.customerId) ?? '' })) }
}
