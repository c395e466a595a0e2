import { slowAfterWorkingHours } from '@parvandeh/contract'
import type { AnswerOf, QueryOf, supervisionRoutes } from '@parvandeh/contract'
import { instantOfLocal, localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { zoneOf, peopleAtWork, readUnitsBelow, workAgo } from '../../identity/index.ts'
import type { Colleague } from '../../identity/index.ts'
import { readHours, readPiles, readResolvedBy } from './supervision.queries.ts'
import type { Cutoff, PileRow } from './supervision.queries.ts'

type Answer = AnswerOf<typeof supervisionRoutes.show>
type Pile = Answer['people'][number]['held']

/** Most people that are shown; those who hold most come first. */
const mostPeople = 500
/** Hours of work, as three working days are called here. */
const oldAfterWorkingHours = 24

/** Who is there, what each holds and for how long, what nobody has taken, and how the day goes. */
export async function showSupervision(context: Context, { unitId }: QueryOf<typeof supervisionRoutes.show>): Promise<Answer> {
  const unitIds = await unitsAsked(context, unitId)
  const zone = await zoneOf(context)
  const midnight = instantOfLocal(localDay(context.now, zone), '00:00', zone)
  const piles = await readPiles(context, unitIds, await cutoffsOf(context))
  const { people, more } = await peopleInSight(context, unitIds, piles)
  const resolved = await readResolvedBy(
    context,
    people.map(({ id }) => id),
    midnight,
  )
  return {
    people: people.map((one) => ({ ...presentColleague(one, piles), resolvedToday: resolved.get(one.id) ?? 0 })),
    queues: piles.filter((row) => row.owner_id === null).map((row) => ({ unitId: row.unit_id, ...pileOf([row]) })),
    hours: await readHours(context, unitIds, { from: midnight, zone }),
    more,
  }
}

/** The unit asked for with all below it; undefined: wherever the actor reaches. */
export const unitsAsked = async (context: Context, unitId: string | undefined): Promise<string[] | undefined> =>
  unitId === undefined ? undefined : readUnitsBelow(context.tx, unitId)

/** Colleagues in reach who work on requests, or hold some whatever their role. */
export async function peopleInSight(
  context: Context,
  unitIds: readonly string[] | undefined,
  piles: readonly PileRow[],
): Promise<{ people: Colleague[]; more: boolean }> {
  const asked = { permission: 'service.supervise', work: 'service.write', unitIds, limit: 5000 } as const
  const holding = new Set(piles.map((row) => row.owner_id))
  const all = (await peopleAtWork(context, asked)).filter(({ id, takesWork }) => takesWork || holding.has(id))
  const load = new Map(all.map(({ id }) => [id, loadOf(piles, id)]))
  const people = all.toSorted((a, b) => (load.get(b.id) ?? 0) - (load.get(a.id) ?? 0)).slice(0, mostPeople)
  return { people, more: all.length > mostPeople }
}

/** How many requests somebody has to work on; what waits for others is not among them. */
export const loadOf = (piles: readonly PileRow[], personId: string): number =>
  piles.reduce((sum, row) => (row.owner_id === personId ? sum + row.inWork : sum), 0)

/** For every unit the moments that part what is fresh, what has lain for a while, and what is old. */
export async function cutoffsOf(context: Context): Promise<Cutoff[]> {
  const found = await workAgo(context, [slowAfterWorkingHours, oldAfterWorkingHours])
  return found.map(({ unitId, since: [slow = context.now, old = context.now] }) => ({ unit_id: unitId, slow, old }))
}

const presentColleague = ({ id, unitId, presence, seenAt, leaves, takesWork }: Colleague, piles: readonly PileRow[]) => ({
  personId: id,
  unitId,
  presence,
  seenAt: seenAt?.toISOString() ?? null,
  leaves: leaves.map((leave) => ({ id: leave.id, from: leave.from.toISOString(), to: leave.to.toISOString(), note: leave.note })),
  takesWork,
  held: pileOf(piles.filter((row) => row.owner_id === id)),
})

/** Several heaps as one. */
function pileOf(rows: readonly PileRow[]): Pile {
  const sum = (key: 'inWork' | 'waiting' | 'fresh' | 'aging' | 'old' | 'unanswered' | 'slow') =>
    rows.reduce((all, row) => all + row[key], 0)
  const [first] = rows.filter((row) => row.oldestAt !== null).toSorted((a, b) => +(a.oldestAt ?? 0) - +(b.oldestAt ?? 0))
  return {
    inWork: sum('inWork'),
    waiting: sum('waiting'),
    fresh: sum('fresh'),
    aging: sum('aging'),
    old: sum('old'),
    unanswered: sum('unanswered'),
    slow: sum('slow'),
    oldest:
      first?.oldestAt && first.oldestNumber !== null ? { number: first.oldestNumber, reportedAt: first.oldestAt.toISOString() } : null,
  }
}
