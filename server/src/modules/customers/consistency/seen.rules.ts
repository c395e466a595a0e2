import type { OwnRule, Rule, SeenLine } from './consistency.types.ts'

export type SeenSetting = Omit<Extract<OwnRule, { kind: 'observed' }>, 'kind'>

/** The rule that comes with the product: the city of at least three visits and parcels of a year, four of five of them the same. */
const cityOfVisits: SeenSetting = { field: 'cityId', observed: 'cityId', among: ['visit', 'parcel'], least: 3, share: 0.8, days: 365 }

export const settingOf = ({ builtIn, rule }: Pick<Rule, 'builtIn' | 'rule'>): SeenSetting | undefined =>
  builtIn === 'city-of-visits' ? cityOfVisits : rule?.kind === 'observed' ? rule : undefined

const dayMs = 86_400_000

/** What was seen most, if often and evenly enough to be held against what is fixed. */
export function whatIsMostlySeen(
  seen: readonly SeenLine[],
  { observed, among, least, share, days }: SeenSetting,
  now: Date,
): { value: string | number; count: number; of: number; lines: string[] } | undefined {
  const since = now.getTime() - days * dayMs
  const lines = new Map<string | number, string[]>()
  let of = 0
  for (const { id, at, kind, facts } of seen) {
    const value = facts[observed]
    if (at.getTime() < since || !(among as readonly string[]).includes(kind) || (typeof value !== 'string' && typeof value !== 'number'))
      continue
    of += 1
    lines.set(value, [...(lines.get(value) ?? []), id])
  }
  const [most] = [...lines].toSorted(([a, x], [b, y]) => y.length - x.length || (String(a) < String(b) ? -1 : 1))
  if (!most || most[1].length < least || most[1].length / of < share) return undefined
  return { value: most[0], count: most[1].length, of, lines: most[1] }
}
