import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { countUpTo } from '../../../platform/database/count-up-to.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { chosen, chosenRows, listStored } from './contradictions.queries.ts'
import type { Choice } from './contradictions.queries.ts'
import { presentContradictions } from './present-contradictions.ts'

type List = typeof contract.consistency.list
type Asked = Omit<QueryOf<List>, 'limit' | 'after'>

const keyShape = z.tuple([z.iso.datetime(), z.uuid()])
const mostCounted = 1000

/** A page of contradictions, as far as the actor may know of them, the newest first. */
export async function listContradictions(context: Context, { limit, after, ...asked }: QueryOf<List>): Promise<AnswerOf<List>> {
  const condition = chosen(context, await choiceOf(context, asked))
  const rows = await listStored(context, condition, decodeKey(after, keyShape), limit + 1)
  const page = pageFrom(rows, limit, (row) => [row.openedAt.toISOString(), row.id])
  return { ...page, rows: await presentContradictions(context, page.rows) }
}

export async function countContradictions(context: Context, asked: Asked): Promise<AnswerOf<typeof contract.consistency.count>> {
  const rows = chosenRows(context, chosen(context, await choiceOf(context, asked)))
  const count = await countUpTo(context, rows, mostCounted + 1)
  return { count: Math.min(count, mostCounted), more: count > mostCounted }
}

async function choiceOf(context: Context, { state, customerId, ...rest }: Asked): Promise<Choice> {
  const customerIds = customerId === undefined ? undefined : (await requireVisibleCustomer(context, customerId)).fileIds
  return { ...rest, isOpen: state === 'open', customerIds }
}
