import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { byGivenName, distinctNames } from '../names.rules.ts'
import { insertMissingProducts, readProductIds } from './products.queries.ts'

/**
 * Finds products by name, and adds those that are not there: names that fold alike are one product.
 * The map is keyed by the names as given; a name of which nothing readable is left is not in it.
 */
export async function productsByName(context: Context, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = distinctNames(names)
  if (wanted.length === 0) return new Map()
  const keys = wanted.map(({ key }) => key)
  const known = await readProductIds(context, keys)
  const missing = wanted.filter(({ key }) => !known.has(key))
  if (missing.length === 0) return byGivenName(names, known)
  for (let from = 0; from < missing.length; from += 1000) {
    const added = await insertMissingProducts(context, missing.slice(from, from + 1000))
    for (const { id, name } of added)
      await writeAudit(context, { action: 'product.added', subjectType: 'product', subjectId: id, after: { name } })
  }
  return byGivenName(names, await readProductIds(context, keys))
}
