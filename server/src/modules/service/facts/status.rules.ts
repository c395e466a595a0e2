import type { RequestEvent, RequestFacts, Wait } from './facts.types.ts'

/** Begins to wait; waiting already for the same side goes on. */
export function startWait(facts: RequestFacts, event: RequestEvent): void {
  const kind = event.waitOn ?? 'third-party'
  if (openWait(facts)?.kind !== kind) {
    endWait(facts, event.at)
    facts.waits.push({ kind, from: event.at, to: null })
  }
  facts.status = 'waiting'
}

/** Ends the wait that is open, if any: somebody moved, and the request is in work again. */
export function endWait(facts: RequestFacts, at: Date): void {
  const wait = openWait(facts)
  if (wait) wait.to = at
  if (facts.status === 'waiting') facts.status = 'open'
}

/** Resolves. A resolution entered after closing is recorded, and the request stays closed. */
export function resolve(facts: RequestFacts, event: RequestEvent): void {
  endWait(facts, event.at)
  const byPersonId = event.automatic ? null : (event.personId ?? null)
  facts.resolutions.push({
    at: event.at,
    byPersonId,
    unitId: event.unitId ?? facts.holderUnitId,
    outcome: event.outcome ?? null,
    reopenedAt: null,
  })
  if (!isShut(facts)) facts.status = 'resolved'
  facts.resolvedAt = event.at
  facts.resolvedBy = byPersonId
  facts.outcome = facts.status === 'merged' ? 'duplicate' : (event.outcome ?? null)
}

/** Closes; closing what is closed changes nothing but the outcome, if one is given. */
export function close(facts: RequestFacts, event: RequestEvent): void {
  if (facts.status === 'merged') return
  endWait(facts, event.at)
  if (facts.status !== 'closed') {
    facts.closures.push({ from: event.at, to: null })
    facts.closedAt = event.at
  }
  if (event.outcome) {
    facts.outcome = event.outcome
    const last = facts.resolutions.at(-1)
    if (last && !last.reopenedAt) last.outcome = event.outcome
  }
  facts.status = 'closed'
}

/** Ends the request in favour of the one it was merged into. */
export function merge(facts: RequestFacts, event: RequestEvent): void {
  endWait(facts, event.at)
  if (!isShut(facts)) facts.closures.push({ from: event.at, to: null })
  facts.status = 'merged'
  if (event.mergedInto) {
    facts.mergedInto = event.mergedInto
    facts.mergedIntoFile = event.mergedIntoFile ?? null
  }
  facts.outcome = 'duplicate'
}

/** Takes a finished request up again; false when it was not finished. It counts as coming back, unless it had only been merged by mistake. */
export function comeBack(facts: RequestFacts, at: Date): boolean {
  if (facts.status !== 'resolved' && !isShut(facts)) return false
  if (facts.status === 'merged') {
    facts.mergedInto = null
    facts.mergedIntoFile = null
    facts.outcome = facts.resolutions.at(-1)?.outcome ?? null
  } else facts.reopenedCount += 1
  for (const resolution of facts.resolutions) resolution.reopenedAt ??= at
  const closure = facts.closures.at(-1)
  if (closure) closure.to ??= at
  facts.status = 'open'
  return true
}

const isShut = (facts: RequestFacts) => facts.status === 'closed' || facts.status === 'merged'

function openWait(facts: RequestFacts): Wait | undefined {
  const last = facts.waits.at(-1)
  return last?.to === null ? last : undefined
}
