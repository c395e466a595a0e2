import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'

/** From when on a report is of the last so many hours of work, for a unit; null: for requests of no unit. */
export interface Cutoff {
  unit_id: string | null
  slow: Date
  old: Date
}

export interface PileRow {
  /** Who holds them; null: nobody. */
  owner_id: string | null
  unit_id: string | null
  inWork: number
  waiting: number
  fresh: number
  aging: number
  old: number
  unanswered: number
  slow: number
  oldestNumber: string | null
  oldestAt: Date | null
}

/** What somebody may supervise is no more than what they may see. */
const inSight = (context: Context) =>
  sql`${visibleRows(context.actor, 'service.read', 'r')} and ${visibleRows(context.actor, 'service.supervise', 'r')}`

const within = (unitIds: readonly string[] | undefined) =>
  unitIds === undefined ? sql`true` : sql`r.unit_id = any(${[...unitIds]}::uuid[])`

/** All unfinished requests in sight, by holder and unit, counted by state and age. A test is nobody's work. */
export async function readPiles(context: Context, unitIds: readonly string[] | undefined, cutoffs: readonly Cutoff[]): Promise<PileRow[]> {
  const found = await sql<PileRow>`
    with cutoff as materialized (
      select coalesce(x.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) as unit_id, x.slow, x.old
      from jsonb_to_recordset(${JSON.stringify(cutoffs)}::jsonb) as x(unit_id uuid, slow timestamptz, old timestamptz)
    ), unfinished as (
      select r.owner_id, r.unit_id, r.number, r.reported_at, r.status <> 'waiting' as in_work, r.reported_at <= c.slow as after_slow,
        r.reported_at <= c.old as after_old, r.first_response_at is null and r.first_response_recorded as unanswered
      from service.request r
      join cutoff c on c.unit_id = coalesce(r.unit_id, '00000000-0000-0000-0000-000000000000'::uuid)
      where r.status in ('new', 'open', 'waiting') and not r.test and ${within(unitIds)} and ${inSight(context)}
    )
    select owner_id, unit_id,
      count(*) filter (where in_work)::int as "inWork",
      count(*) filter (where not in_work)::int as waiting,
      count(*) filter (where in_work and not after_slow)::int as fresh,
      count(*) filter (where in_work and after_slow and not after_old)::int as aging,
      count(*) filter (where in_work and after_old)::int as old,
      count(*) filter (where in_work and unanswered)::int as unanswered,
      count(*) filter (where in_work and unanswered and after_slow)::int as slow,
      (array_agg(number order by reported_at) filter (where in_work))[1] as "oldestNumber",
      min(reported_at) filter (where in_work) as "oldestAt"
    from unfinished group by owner_id, unit_id`.execute(context.tx)
  return found.rows
}

export interface HourRow {
  hour: number
  arrived: number
  resolved: number
}

/** What came in and what was resolved since midnight, by hour of the zone. */
export async function readHours(
  context: Context,
  unitIds: readonly string[] | undefined,
  day: { from: Date; zone: string },
): Promise<HourRow[]> {
  const counted = (column: 'reported_at' | 'resolved_at', name: string) => sql`
    select extract(hour from ${sql.ref(`r.${column}`)} at time zone ${day.zone})::int as hour, ${sql.raw(name)}
    from service.request r
    where ${sql.ref(`r.${column}`)} >= ${day.from} and ${sql.ref(`r.${column}`)} <= ${context.now} and not r.test and r.status <> 'merged'
      and ${within(unitIds)} and ${inSight(context)}`
  const found = await sql<HourRow>`
    select hour, sum(arrived)::int as arrived, sum(resolved)::int as resolved
    from (${counted('reported_at', '1 as arrived, 0 as resolved')} union all ${counted('resolved_at', '0 as arrived, 1 as resolved')}) moved
    group by hour order by hour`.execute(context.tx)
  return found.rows
}

/** How many requests each of these people has resolved since midnight, of those in sight. */
export async function readResolvedBy(context: Context, people: readonly string[], from: Date): Promise<Map<string, number>> {
  const found = await sql<{ person: string; n: number }>`
    select r.resolved_by as person, count(*)::int as n from service.request r
    where r.resolved_at >= ${from} and r.resolved_at <= ${context.now} and not r.test and r.status in ('resolved', 'closed')
      and r.resolved_by = any(${[...people]}::uuid[]) and ${inSight(context)} group by 1`.execute(context.tx)
  return new Map(found.rows.map(({ person, n }) => [person, n]))
}

export interface MovableRow {
  customer_id: string
  id: string
  number: string
  subject: string
  unit_id: string
  owner_id: string
  topic_id: string | null
  reported_at: Date
  answered: boolean
}

/** Of each of these people, in the unit they are in, the requests that are easiest to part with: not answered yet, the latest first. */
export async function readMovable(
  context: Context,
  holders: readonly { personId: string; unitId: string }[],
  each: number,
): Promise<MovableRow[]> {
  const [people, units] = [holders.map(({ personId }) => personId), holders.map(({ unitId }) => unitId)]
  const found = await sql<MovableRow>`
    select m.* from unnest(${people}::uuid[], ${units}::uuid[]) as holder(person_id, unit_id)
    cross join lateral (
      select r.customer_id, r.id, r.number, r.subject, r.unit_id, r.owner_id, r.topic_id, r.reported_at, r.first_response_at is not null as answered
      from service.request r
      where r.unit_id = holder.unit_id and r.owner_id = holder.person_id and r.status in ('new', 'open') and not r.test and ${inSight(context)}
      order by r.first_response_at is not null, r.reported_at desc, r.id limit ${each}
    ) m`.execute(context.tx)
  return found.rows
}

/** Somebody and a topic. */
export interface Knowing {
  person: string
  topic: string
}

/** How many requests of the topic each has resolved since a moment, counting no further than `most`; those with none are left out. */
export async function readExperience(
  context: Context,
  asked: readonly Knowing[],
  since: Date,
  most: number,
): Promise<(Knowing & { n: number })[]> {
  if (asked.length === 0) return []
  const [people, topics] = [asked.map(({ person }) => person), asked.map(({ topic }) => topic)]
  const found = await sql<Knowing & { n: number }>`
    select asked.person, asked.topic, counted.n from unnest(${people}::uuid[], ${topics}::uuid[]) as asked(person, topic)
    cross join lateral (select count(*)::int as n from (
      select from service.request r
      where r.resolved_by = asked.person and r.topic_id = asked.topic and r.resolved_at >= ${since} and ${inSight(context)} limit ${most}) one) counted
    where counted.n > 0`.execute(context.tx)
  return found.rows
}
