import type { Context } from '../../../platform/context.ts'
import { workClocksFor } from '../../identity/index.ts'
import type { RequestEvent, WorkClockFor } from '../facts/facts.types.ts'

/** The work clocks that these histories run on: of every unit, and of everyone into whose hands a request may have come. */
export async function clocksForEvents(context: Context, histories: Iterable<readonly RequestEvent[]>): Promise<WorkClockFor> {
  const people = new Set<string>()
  let from = Infinity
  let to = -Infinity
  for (const event of flat(histories)) {
    if (event.personId) people.add(event.personId)
    if (event.toPersonId) people.add(event.toPersonId)
    from = Math.min(from, +event.at, +(event.reportedAt ?? event.at))
    to = Math.max(to, +event.at)
  }
  const stretch = from <= to ? { from: new Date(from), to: new Date(to) } : { from: context.now, to: context.now }
  return workClocksFor(context, [...people], stretch)
}

function* flat(histories: Iterable<readonly RequestEvent[]>) {
  for (const events of histories) yield* events
}
