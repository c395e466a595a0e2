import type { Holding, RequestFacts } from './facts.types.ts'

/**
 * Gives the request to a unit and a person (null: the unit's queue). To whom has it already it changes nothing;
 * while closed or merged it only says who is to have it when it comes back.
 */
export function hold(
  facts: RequestFacts,
  next: { unitId: string | null; personId: string | null; at: Date; reason: Holding['reason'] },
): void {
  facts.holderUnitId = next.unitId
  facts.holderId = next.personId
  if (facts.status === 'closed' || facts.status === 'merged') return
  const current = openHolding(facts)
  if (current?.unitId === next.unitId && current.personId === next.personId) return
  // A queue that was left in the very moment it was entered is no stay there: the clerk who registers takes it at once.
  if (current && current.personId === null && current.unitId === next.unitId && +current.from === +next.at) facts.holdings.pop()
  else if (current) current.to = next.at
  facts.holdings.push({ unitId: next.unitId, personId: next.personId, from: next.at, to: null, reason: next.reason })
}

/** Ends the holding that is open, if any. */
export function endHolding(facts: RequestFacts, at: Date): void {
  const current = openHolding(facts)
  if (current) current.to = at
}

function openHolding(facts: RequestFacts): Holding | undefined {
  const last = facts.holdings.at(-1)
  return last?.to === null ? last : undefined
}
