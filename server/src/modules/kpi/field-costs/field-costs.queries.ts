import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readableClasses, visibleRows } from '../../identity/index.ts'

export interface Asked {
  field: string
  unitId: string | null
  asked: number
  answered: number
  declined: number
  seconds: number
}

/** Questions of a period by field and by the unit that asked, in files that the actor may see and of classes that they may read. */
export async function readAsked(context: Context, from: Date, to: Date): Promise<Asked[]> {
  const found = await sql<Asked>`
    select q.field, q.asked_in_unit_id as "unitId", count(*)::int as asked, count(*) filter (where q.outcome = 'answered')::int as answered,
      count(*) filter (where q.outcome = 'declined')::int as declined, sum(q.seconds)::int as seconds
    from customers.report_field_question q
    where q.at >= ${from} and q.at < ${to} and ${visibleRows(context.actor, 'kpi.read', 'q')}
      and q.access_class = any(${readableClasses(context.actor)}::text[])
    group by q.field, q.asked_in_unit_id`.execute(context.tx)
  return found.rows
}

export interface Measure {
  field: string
  files: number
  filled: number
  changed: number
  segments: number
  rules: number
  minutes: number | null
}

/** What each field is, over all files: for those who see all of them. */
export async function readMeasures(context: Context): Promise<Map<string, Measure>> {
  const found = await sql<Measure>`
    select m.field, m.files, m.filled, m.changed, m.segments, m.rules, m.minutes from customers.report_field_measure m
    where ${visibleRows(context.actor, 'kpi.read', 'm')} and m.access_class = any(${readableClasses(context.actor)}::text[])`.execute(
    context.tx,
  )
  return new Map(found.rows.map((row) => [row.field, row]))
}

/** What an hour costs by unit; under null what it costs where nothing else was said. */
export async function readHourCosts(context: Context): Promise<Map<string | null, number>> {
  const found = await sql<{ unitId: string | null; rials: number }>`
    select h.unit_id as "unitId", h.rials from customers.report_hour_cost h
    where ${visibleRows(context.actor, 'kpi.read', 'h')} and h.access_class = any(${readableClasses(context.actor)}::text[])`.execute(
    context.tx,
  )
  return new Map(found.rows.map(({ unitId, rials }) => [unitId, rials]))
}
