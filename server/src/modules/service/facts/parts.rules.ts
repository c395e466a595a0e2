import type { Holding, RequestFacts, ServiceSpell, ServiceState, WaitPart, WaitSpell } from './facts.types.ts'

/**
 * The wait until response cut into its parts, in order, without gap or overlap: their sum is the wait.
 * Misrouted is time in a unit that neither reached the customer nor resolved and does not have the request any more.
 * Undefined while there is no first response, or where none is recorded.
 */
export function waitParts(facts: RequestFacts): WaitSpell[] | undefined {
  const { firstResponseAt } = facts
  if (!firstResponseAt) return undefined
  return cut(facts, firstResponseAt, [], (from) => {
    if (from < facts.registeredAt) return { part: 'unregistered' satisfies WaitPart, ...nobody }
    const { unitId, personId } = holdingAt(facts, from)
    return { part: partOf(facts, unitId, personId), unitId, personId }
  })
}

/**
 * Service time (reported to last resolution, less waits for the customer) cut by holder and state, in order and
 * without overlap: the sum is the service time. Undefined when never resolved, or resolved before it was reported.
 */
export function serviceTimeParts(facts: RequestFacts): ServiceSpell[] | undefined {
  const { resolvedAt } = facts
  if (!resolvedAt || resolvedAt < facts.reportedAt) return undefined
  const edges = [
    ...facts.waits.flatMap((wait) => [wait.from, wait.to]),
    ...facts.closures.flatMap((closure) => [closure.from, closure.to]),
    ...facts.resolutions.flatMap((resolution) => [resolution.at, resolution.reopenedAt]),
  ]
  return cut(facts, resolvedAt, edges, (from) => {
    if (facts.waits.some((wait) => wait.kind === 'customer' && covers(wait, from))) return undefined
    if (from < facts.registeredAt) return { state: 'unregistered' satisfies ServiceState, ...nobody }
    const { unitId, personId } = holdingAt(facts, from)
    return { state: stateAt(facts, from, personId), unitId, personId }
  })
}

const nobody = { unitId: null, personId: null }

function partOf(facts: RequestFacts, unitId: string | null, personId: string | null): WaitPart {
  // A unit that still has it may yet answer; a unit that is not recorded cannot be called wrong.
  const passedOn = unitId !== null && unitId !== facts.holderUnitId && !facts.actedUnitIds.includes(unitId)
  if (passedOn) return 'misrouted'
  return personId === null ? 'queued' : 'held'
}

function stateAt(facts: RequestFacts, moment: Date, personId: string | null): ServiceState {
  if (facts.closures.some((closure) => covers(closure, moment))) return 'closed'
  if (facts.resolutions.some(({ at, reopenedAt }) => covers({ from: at, to: reopenedAt }, moment))) return 'resolved'
  if (facts.waits.some((wait) => covers(wait, moment))) return 'third-party'
  return personId === null ? 'queued' : 'held'
}

/** Who had it then; while it was closed, who had it last. */
function holdingAt(facts: RequestFacts, moment: Date): Pick<Holding, 'unitId' | 'personId'> {
  return facts.holdings.findLast((holding) => holding.from <= moment) ?? nobody
}

function covers({ from, to }: { from: Date; to: Date | null }, moment: Date): boolean {
  return from <= moment && (to === null || moment < to)
}

/** Cuts the time from the report to a moment wherever something changed, and joins neighbours that are alike. */
function cut<Kind extends object>(
  facts: RequestFacts,
  until: Date,
  edges: (Date | null)[],
  describe: (from: Date) => Kind | undefined,
): (Kind & { from: Date; to: Date })[] {
  const all = [facts.registeredAt, ...facts.holdings.map((holding) => holding.from), ...edges].filter((edge) => edge !== null)
  const inside = all.map(Number).filter((edge) => edge > +facts.reportedAt && edge < +until)
  const moments = [+facts.reportedAt, ...[...new Set(inside)].sort((a, b) => a - b), +until].map((moment) => new Date(moment))
  const spells: (Kind & { from: Date; to: Date })[] = []
  for (const [index, from] of moments.slice(0, -1).entries()) {
    const to = moments[index + 1]!
    const kind = to > from ? describe(from) : undefined
    const last = spells.at(-1)
    if (!kind) continue
    if (last && +last.to === +from && isAlike(last, kind)) last.to = to
    else spells.push({ ...kind, from, to })
  }
  return spells
}

const isAlike = (spell: object, kind: object) =>
  Object.entries(kind).every(([key, value]) => (spell as Record<string, unknown>)[key] === value)
