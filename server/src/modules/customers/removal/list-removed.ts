import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { readRemoved } from './removal.queries.ts'

/** The removed files that the actor may restore: who took them away, when and why. */
export async function listRemoved(
  context: Context,
  { q, limit, after }: QueryOf<typeof contract.removals.list>,
): Promise<AnswerOf<typeof contract.removals.list>> {
  const key = decodeKey(after, z.tuple([z.iso.datetime(), z.uuid()]))
  const page = pageFrom(await readRemoved(context, { q, after: key, limit: limit + 1 }), limit, (row) => [
    row.removedAt.toISOString(),
    row.customerId,
  ])
  const rows = page.rows.map(({ removedAt, erasureDueAt, ...row }) => ({
    ...row,
    removedAt: removedAt.toISOString(),
    erasureDueAt: erasureDueAt?.toISOString() ?? null,
  }))
  return { ...page, rows }
}
