import type { AnswerOf, Erasure, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { findErasure, readErasures } from './erasure.queries.ts'
import { presentErasure } from './present-erasure.ts'

/** One erasure and, when it is done, its certificate. */
export async function showErasure(context: Context, erasureId: string): Promise<Erasure> {
  const row = await findErasure(context, erasureId, { locked: false })
  if (!row) throw new AppError('not-found')
  return presentErasure(row)
}

/** Erasures that wait, were called off or are done, newest first: they name nobody. */
export async function listErasures(
  context: Context,
  { customerId, limit, after }: QueryOf<typeof contract.erasures.list>,
): Promise<AnswerOf<typeof contract.erasures.list>> {
  const key = decodeKey(after, z.tuple([z.iso.datetime(), z.uuid()]))
  const page = pageFrom(await readErasures(context, { customerId, after: key, limit: limit + 1 }), limit, (row) => [
    row.asked_at.toISOString(),
    row.id,
  ])
  return { ...page, rows: page.rows.map(presentErasure) }
}
