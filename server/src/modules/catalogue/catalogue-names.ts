import type { Context } from '../../platform/context.ts'
import { readProducts } from './products/products.queries.ts'
import { readTopics } from './topics/topics.queries.ts'

const mostNamed = 100_000

/** Names of products and of topics by id, for reports and exports. */
export async function catalogueNames(context: Context): Promise<{ products: Map<string, string>; topics: Map<string, string> }> {
  const products = await readProducts(context, mostNamed)
  const topics = await readTopics(context, mostNamed)
  return { products: new Map(products.map(({ id, name }) => [id, name])), topics: new Map(topics.map(({ id, name }) => [id, name])) }
}
