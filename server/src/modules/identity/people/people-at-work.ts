import type { Presence } from '@parvandeh/contract'
import { addDays, instantOfLocal, localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { calendarsFor } from '../calendars/calendars-for.ts'
import { leavesOf } from '../calendars/calendars.queries.ts'
import { isWorking } from '../calendars/clock.rules.ts'
import { readPeopleInReach } from './people-at-work.queries.ts'
import type { PersonAtWork } from './people-at-work.queries.ts'

/** A session says every few minutes that it is used, and an open page connects anew every quarter of an hour. */
const seenWithinMs = 20 * 60_000

interface Leave {
  id: string
  from: Date
  to: Date
  note: string
}

export interface Colleague extends PersonAtWork {
  presence: Presence
  /** Leaves that touch the rest of today. */
  leaves: Leave[]
}

/** The people that the actor reaches under a permission, each with whether they are there now: by calendar, leaves and sessions. */
export async function peopleAtWork(context: Context, asked: Parameters<typeof readPeopleInReach>[1]): Promise<Colleague[]> {
  const people = await readPeopleInReach(context, asked)
  const calendarFor = await calendarsFor(context)
  const { zone } = calendarFor(context.actor.unitId)
  const midnight = instantOfLocal(addDays(localDay(context.now, zone), 1), '00:00', zone)
  const ids = people.map(({ id }) => id)
  const leaves = Map.groupBy(await leavesOf(context, ids, { from: context.now, to: midnight }), ({ personId }) => personId)
  return people.map((person) => {
    const own = (leaves.get(person.id) ?? []).toSorted((a, b) => +a.from - +b.from)
    return { ...person, leaves: own, presence: presenceOf(person, own, isWorking(calendarFor(person.unitId), context.now), context.now) }
  })
}

function presenceOf({ seenAt }: PersonAtWork, leaves: readonly Leave[], inHours: boolean, now: Date): Presence {
  if (leaves.some(({ from, to }) => from <= now && now < to)) return 'leave'
  if (!inHours) return 'off'
  return seenAt !== null && now.getTime() - seenAt.getTime() < seenWithinMs ? 'here' : 'not-seen'
}
