import { behaviours } from '@parvandeh/contract'
import type { AccessClass, Behaviour } from '@parvandeh/contract'
import { associate, falseDiscoveryRates } from '@parvandeh/statistics'
import type { Attribute, CustomerFacts, Tested } from './relations.types.ts'

/** Groups of fewer say too little, and could point at single people. */
const leastInGroup = 30
/** The most groups that an attribute is parted into: its largest. */
const mostGroups = 31
/** Findings are those of which at most this share is expected to be false. */
export const discoveryRate = 0.05

/** What customers bought is for those who may read what is financial. */
const financial: ReadonlySet<Behaviour> = new Set(['purchases-per-year', 'purchased-per-month'])

/** The class of what is told of both; nothing where no one class stands for both, as for gender and purchases. */
function classOfPair({ accessClass }: Attribute, behaviour: Behaviour): AccessClass | undefined {
  if (!financial.has(behaviour)) return accessClass
  return accessClass === 'sensitive' ? undefined : 'financial'
}

/** Tests one attribute against one behaviour; nothing where there are not two groups that are large enough. */
export function testOne(facts: readonly CustomerFacts[], attribute: Attribute, behaviour: Behaviour): Omit<Tested, 'q'> | undefined {
  const accessClass = classOfPair(attribute, behaviour)
  if (accessClass === undefined) return undefined
  const members = new Map<string, number[]>()
  for (const one of facts) {
    const [key, value] = [one.groups[attribute.key], one.behaviours[behaviour]]
    if (key === null || key === undefined || value === null) continue
    const values = members.get(key)
    if (values) values.push(value)
    else members.set(key, [value])
  }
  const groups = [...members]
    .filter(([, values]) => values.length >= leastInGroup)
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, mostGroups)
    // Two groups stand in one order always, so that the sign of their difference means the same after each run.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (groups.length < 2) return undefined
  const found = associate({
    group: Int32Array.from(groups.flatMap(([, values], index) => values.map(() => index))),
    groups: groups.length,
    values: Float64Array.from(groups.flatMap(([, values]) => values)),
  })
  const { n, effect, value, low, high, p, method } = found
  return {
    attribute: attribute.key,
    attributeName: attribute.name,
    behaviour,
    accessClass,
    n,
    groups: groups.map(([key], index) => ({
      key,
      name: attribute.names.get(key) ?? null,
      n: found.sizes[index] ?? 0,
      mean: found.means[index] ?? 0,
    })),
    effect,
    value,
    low,
    high,
    p,
    method,
  }
}

/** Every attribute against every behaviour, in steps, so that whoever calls can do something else in between. */
export function* testAll(facts: readonly CustomerFacts[], attributes: readonly Attribute[]): Generator<Omit<Tested, 'q'> | undefined> {
  for (const attribute of attributes) for (const behaviour of behaviours) yield testOne(facts, attribute, behaviour)
}

/** All tests of a run are adjusted together: many are made, and some seem to find something by chance. */
export function adjustAll(tests: readonly Omit<Tested, 'q'>[]): Tested[] {
  const rates = falseDiscoveryRates(tests.map(({ p }) => p))
  return tests.map((test, index) => ({ ...test, q: rates[index] ?? 1 }))
}

/** Whether an expert's verdict no longer fits: what the effect was then is out of its interval now, or is told by chance. */
export function hasChanged(relation: {
  verdict: string | null
  judgedValue: number | null
  low: number
  high: number
  q: number
}): boolean {
  const { verdict, judgedValue, low, high, q } = relation
  if (verdict === null || judgedValue === null) return false
  return judgedValue < low || judgedValue > high || (verdict === 'accepted' && q >= discoveryRate)
}
