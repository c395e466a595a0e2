import type { z } from 'zod'

/**
 * Filters out of an address, judged one by one by the contract's own schema: what does not fit is left out, so that
 * an old or mistyped link still opens the list. Defaults are not filled in, or every address would carry them.
 */
export function readFilters<T extends z.ZodObject>(schema: T, search: Record<string, unknown>): Partial<z.output<T>> {
  const found = Object.entries(schema.shape).flatMap(([name, field]) => {
    const given = search[name]
    if (given === undefined || given === '' || typeof given === 'object') return []
    // The router reads 912 and true as a number and a yes; the contract takes all of a query string as text.
    const read = (field as z.ZodType).safeParse(String(given))
    return read.success && read.data !== undefined && read.data !== '' ? [[name, read.data]] : []
  })
  return Object.fromEntries(found) as Partial<z.output<T>>
}
