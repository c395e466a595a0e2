import { instantOfLocal } from '@parvandeh/contract/persian'

/** A moment as it is being typed: now, or a local day and time of which either may still be missing. */
export type TypedMoment = 'now' | { day: string | null; time: string | null }

/** What is wrong with a typed moment; nothing may lie ahead of now. */
export function problemOfMoment(moment: TypedMoment, zone: string, now: Date): 'incomplete' | 'in-future' | undefined {
  if (moment === 'now') return undefined
  if (moment.day === null || moment.time === null) return 'incomplete'
  return instantOfLocal(moment.day, moment.time, zone) > now ? 'in-future' : undefined
}

/** The moment for the server, `null` for now. Asked only of a moment without a problem. */
export function instantOfMoment(moment: TypedMoment, zone: string): string | null {
  if (moment === 'now' || moment.day === null || moment.time === null) return null
  return instantOfLocal(moment.day, moment.time, zone).toISOString()
}
