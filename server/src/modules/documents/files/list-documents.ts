import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { requireVisibleCustomer } from '../../customers/index.ts'
import { readDocuments } from '../documents.queries.ts'
import { presentDocument } from './present-document.ts'
import { rememberReading } from './remember-reading.ts'

type List = typeof contract.documents.list

const key = z.tuple([z.uuid()])

/** The documents of a file, newest first. */
export async function listDocuments(context: Context, customerId: string, { limit, after }: QueryOf<List>): Promise<AnswerOf<List>> {
  const file = await requireVisibleCustomer(context, customerId)
  const rows = await readDocuments(context, file.fileIds, decodeKey(after, key)?.[0], limit + 1)
  const page = pageFrom(rows, limit, (row) => [row.id])
  await rememberReading(context, file.customerId, 'list', page.rows)
  return { ...page, rows: page.rows.map(presentDocument) }
}
