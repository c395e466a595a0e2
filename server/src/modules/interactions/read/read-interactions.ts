import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { customerNames } from '../../customers/index.ts'
import { readInteractions, readInteractionsByIds } from '../interactions.queries.ts'
import type { Interaction } from '../interactions.tables.ts'
import { withDocuments } from './with-documents.ts'

const key = z.tuple([z.iso.datetime(), z.uuid()])

/** Interactions over all files, newest first, of those that the actor may see. */
export async function listInteractions(context: Context, { limit, after, ...filters }: QueryOf<typeof contract.interactions.list>): Promise<AnswerOf<typeof contract.interactions.list>> {
  const found = await readInteractions(context, filters, decodeKey(after, key), limit + 1)
  const page = pageFrom(found, limit, (row) => [row.startedAt.toISOString(), row.id])
  const names = await customerNames(context, [...new Set(page.rows.map((row) => row.customerId))])
  const rows = await withDocuments(context, page.rows)
  return { ...page, rows: rows.map((row) => ({ ...row, customerName: names.get(row.customerId) ?? '' })) }
}

/** These interactions of one customer, as far as the actor may see them, in no particular order. */
export async function interactionsByIds(context: Context, customerId: string, ids: readonly string[]): Promise<Interaction[]> {
  return withDocuments(context, await readInteractionsByIds(context, customerId, ids))
}

/** One interaction; hidden and missing are refused alike. */
export async function showInteraction(context: Context, customerId: string, id: string): Promise<Interaction> {
  const [found] = await interactionsByIds(context, customerId, [id])
  if (!found) throw new AppError('not-found')
  return found
}
