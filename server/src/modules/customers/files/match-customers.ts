import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { externalValue } from './external-value.ts'
import { readByExternal, readByKeys } from './match.queries.ts'

/** What a row of another program says of whose it is. */
export interface CustomerRef {
  /** The key by which that program knows the customer. */
  external: string | null
  /** The code of the file here. */
  code: string | null
  nationalCode: string | null
  name: string | null
}

export type CustomerMatch = { customerId: string } | { problem: 'nobody-named' | 'nobody-found' | 'several-found' | 'name-differs' }

/**
 * Whose each row is, among files that the actor may see: by key, then by code, then by national code, then by a name that
 * is written the same. Nothing is guessed: what fits nobody or several is told, and so is a code that leads to somebody
 * of another name. A few statements, whatever the number of rows; some hundreds a call.
 */
export async function matchCustomers(context: Context, source: string, refs: readonly CustomerRef[]): Promise<CustomerMatch[]> {
  const externals = await readByExternal(
    context,
    refs.flatMap(({ external }) => (external ? [externalValue(source, external)] : [])),
  )
  const keys = refs.flatMap(({ code, nationalCode, name }) => [numberKey(code), numberKey(nationalCode), nameKey(name)].filter(isGiven))
  const found = await readByKeys(context, keys)
  const idsOf = (sources: readonly string[], key: string | null) =>
    key === null ? [] : [...new Set(sources.flatMap((one) => found.get(`${one} ${key}`) ?? []))]
  return refs.map((ref) => {
    const external = ref.external ? externals.get(externalValue(source, ref.external)) : undefined
    if (external !== undefined) return { customerId: external }
    const named = idsOf(['name'], nameKey(ref.name))
    for (const ids of [
      idsOf(['code'], numberKey(ref.code)),
      idsOf(['national-code', 'company-national-id'], numberKey(ref.nationalCode)),
    ]) {
      const [only] = ids
      if (only === undefined) continue
      if (ids.length > 1) return { problem: 'several-found' }
      return ref.name && !named.includes(only) ? { problem: 'name-differs' } : { customerId: only }
    }
    const [only] = named
    if (only !== undefined) return named.length > 1 ? { problem: 'several-found' } : { customerId: only }
    return { problem: [ref.external, ref.code, ref.nationalCode, ref.name].some(isGiven) ? 'nobody-found' : 'nobody-named' }
  })
}

const isGiven = (value: string | null): value is string => value !== null && value !== ''
const nameKey = (name: string | null) => (name ? foldJoined(name).slice(0, 400) : null)
const numberKey = (text: string | null) => (text ? foldJoined(text).replaceAll(/[-./]/gu, '').slice(0, 400) : null)
