import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../platform/context.ts'
import { readProducts } from './products/products.queries.ts'
import { readTopics } from './topics/topics.queries.ts'

const mostShown = 5000

/** All products and topics by name, up to a bound. */
export async function showCatalogue(context: Context): Promise<AnswerOf<typeof contract.catalogue.show>> {
  const products = await readProducts(context, mostShown + 1)
  const topics = await readTopics(context, mostShown + 1)
  return {
    products: products.slice(0, mostShown),
    topics: topics.slice(0, mostShown),
    more: products.length > mostShown || topics.length > mostShown,
  }
}
