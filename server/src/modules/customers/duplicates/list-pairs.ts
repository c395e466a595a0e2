import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { readPairs } from './pairs.queries.ts'
import { presentPair } from './present-pair.ts'
import { readSettings } from './settings.queries.ts'

type List = typeof contract.duplicates.list

const key = z.tuple([z.number().int(), z.uuid(), z.uuid()])

/** Pairs of files that look like one customer's, the likeliest first: those of which the actor sees both. */
export async function listPairs(context: Context, { state, limit, after }: QueryOf<List>): Promise<AnswerOf<List>> {
  const { threshold } = await readSettings(context)
  const asked = { state, threshold: state === 'open' ? threshold : 0, after: decodeKey(after, key), limit: limit + 1 }
  const page = pageFrom(await readPairs(context, asked), limit, (row) => [row.score, row.customerId, row.id])
  return { ...page, rows: page.rows.map((row) => presentPair(context, row)) }
}
