import type { Clock, RequestClocks, RequestFacts, ServicePart, ServiceSpell, WaitSpell, WorkClockFor } from './facts.types.ts'
import { serviceTimeParts, waitParts } from './parts.rules.ts'

/**
 * Both clocks of a request's durations and their parts, each part on the work clock of the unit and person that had
 * the request (no unit: the organisation's). A whole is the sum of its parts on both clocks.
 * What was not recorded, or has not happened yet, is absent.
 */
export function clocksOf(facts: RequestFacts, clockFor: WorkClockFor): RequestClocks {
  const wait = waitParts(facts)?.map((spell) => ({ ...spell, ...measure(spell, clockFor) }))
  const service = serviceTimeParts(facts)?.map((spell) => ({ ...spell, ...measure(spell, clockFor) }))
  return {
    ...(wait && { waitUntilResponse: total(wait), waitParts: byPart(wait) }),
    ...(service && { serviceTime: total(service), serviceParts: byHolderAndState(service) }),
  }
}

function measure({ unitId, personId, from, to }: WaitSpell | ServiceSpell, clockFor: WorkClockFor): Clock {
  return { elapsedSeconds: wholeSecond(to) - wholeSecond(from), workingSeconds: clockFor(unitId, personId).workingSecondsBetween(from, to) }
}

/** Fractions are dropped at each moment, not from each duration, so that parts add up. */
const wholeSecond = (moment: Date) => Math.floor(moment.getTime() / 1000)

function total(clocks: readonly Clock[]): Clock {
  return clocks.reduce((sum, clock) => plus(sum, clock), none)
}

const none: Clock = { elapsedSeconds: 0, workingSeconds: 0 }

function plus(a: Clock, b: Clock): Clock {
  return { elapsedSeconds: a.elapsedSeconds + b.elapsedSeconds, workingSeconds: a.workingSeconds + b.workingSeconds }
}

function byPart(spells: readonly (WaitSpell & Clock)[]): NonNullable<RequestClocks['waitParts']> {
  const of = (part: WaitSpell['part']) => total(spells.filter((spell) => spell.part === part))
  return { unregistered: of('unregistered'), misrouted: of('misrouted'), queued: of('queued'), held: of('held') }
}

function byHolderAndState(spells: readonly (ServiceSpell & Clock)[]): ServicePart[] {
  const parts: ServicePart[] = []
  for (const spell of spells) {
    const { unitId, personId, state } = spell
    const known = parts.find((part) => part.unitId === unitId && part.personId === personId && part.state === state)
    if (known) Object.assign(known, plus(known, spell))
    else parts.push({ unitId, personId, state, elapsedSeconds: spell.elapsedSeconds, workingSeconds: spell.workingSeconds })
  }
  return parts
}
