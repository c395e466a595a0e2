import { gather, stir, stirText, type ContentHash } from './content-hash.ts'
import type { OpinionRow } from './types.ts'

/** An order of rows and of the ids they name that depends neither on the order given nor on what the ids are. */
export interface CanonicalOrder {
  rows: OpinionRow[]
  customers: string[]
  employees: string[]
  /** For each group factor asked for. */
  groups: Map<string, string[]>
}

/** How often what a row says is passed on to those it names and back: enough to tell apart what can be told apart. */
const ROUNDS = 3

/**
 * Orders by content: every row gets a hash of what it says, every id one of the rows that name it, and so on in turns
 * (colour refinement of Weisfeiler and Leman). With everything computed in this order, sums are rounded alike and draws
 * fall alike, whatever order or names the data came in.
 */
export function canonicalOrder(rows: readonly OpinionRow[], groups: readonly string[]): CanonicalOrder {
  const own = rows.map(contentOf)
  let hashes = own
  let named = gatherByName(rows, groups, hashes)
  for (let round = 1; round < ROUNDS; round++) {
    hashes = rows.map((row, at) => stirNames(row, own[at] ?? 0, named))
    named = gatherByName(rows, groups, hashes)
  }
  const order = rows.map((_, at) => at).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0))
  return {
    rows: order.map((at) => rows[at] as OpinionRow),
    customers: byHash(named.customers),
    employees: byHash(named.employees),
    groups: new Map([...named.groups].map(([name, levels]) => [name, byHash(levels)])),
  }
}

type Hashes = Map<string, ContentHash>
interface NamedHashes {
  customers: Hashes
  employees: Hashes
  groups: Map<string, Hashes>
}

const byHash = (hashes: Hashes): string[] => [...hashes].sort((a, b) => a[1] - b[1]).map(([name]) => name)

function contentOf(row: OpinionRow): ContentHash {
  const numbers = [row.rating, row.contacts, row.minutes ?? -1, row.daysSinceContact, row.completeness, row.trust ?? -1, row.careless ?? -1]
  let hash = numbers.reduce(stir, 0)
  for (const key of Object.keys(row.caseMix).sort()) {
    const value = row.caseMix[key]
    hash = typeof value === 'number' ? stir(stirText(hash, key), value) : stirText(stirText(hash, key), value ?? '')
  }
  hash = stirText(hash, row.period ?? '')
  return stir(hash, row.exposure.map(({ share }) => stir(1, share)).reduce(gather, 0))
}

function stirNames(row: OpinionRow, own: ContentHash, named: NamedHashes): ContentHash {
  let hash = stir(own, named.customers.get(row.customer) ?? 0)
  const exposed = row.exposure.map(({ employee, share }) => stir(stir(2, named.employees.get(employee) ?? 0), share))
  hash = stir(hash, exposed.reduce(gather, 0))
  for (const [name, levels] of named.groups) hash = stir(hash, levels.get(row.groups?.[name] ?? '') ?? 0)
  return hash
}

function gatherByName(rows: readonly OpinionRow[], groups: readonly string[], hashes: readonly ContentHash[]): NamedHashes {
  const named: NamedHashes = { customers: new Map(), employees: new Map(), groups: new Map(groups.map((name) => [name, new Map()])) }
  const add = (to: Hashes, name: string, hash: ContentHash) => to.set(name, gather(to.get(name) ?? 0, hash))
  rows.forEach((row, at) => {
    const hash = stir(3, hashes[at] ?? 0)
    add(named.customers, row.customer, hash)
    for (const { employee, share } of row.exposure) if (share > 0) add(named.employees, employee, stir(hash, share))
    for (const [name, levels] of named.groups) add(levels, row.groups?.[name] ?? '', hash)
  })
  return named
}
