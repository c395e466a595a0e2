import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { DayOfUnit } from '../../service/index.ts'
import { keptDefinitions } from './columns-of.queries.ts'
import { ofUnits } from './sheets.queries.ts'
import type { SheetsWanted } from './sheets.queries.ts'

/** Since which day sheets are there, and for which definitions and midnights they were made. */
export interface SheetState {
  definitions: string
  zone: string
  builtFrom: string
  /** Building ends here: nothing older was there when it began. */
  buildUntil: string
}

const columns = sql`definitions, zone, built_from as "builtFrom", build_until as "buildUntil"`

export async function readState(context: Context): Promise<SheetState | undefined> {
  return (await sql<SheetState>`select ${columns} from kpi.sheet_state`.execute(context.tx)).rows[0]
}

/** The state, held against others who count until the end of the transaction. */
export async function holdState(context: Context): Promise<SheetState | undefined> {
  return (await sql<SheetState>`select ${columns} from kpi.sheet_state for update`.execute(context.tx)).rows[0]
}

export async function writeState(context: Context, { definitions, zone, builtFrom, buildUntil }: SheetState): Promise<void> {
  await sql`insert into kpi.sheet_state (id, definitions, zone, built_from, build_until)
    values (1, ${definitions}, ${zone}, ${builtFrom}::date, ${buildUntil}::date)
    on conflict (id) do update set definitions = excluded.definitions, zone = excluded.zone, built_from = excluded.built_from,
      build_until = excluded.build_until`.execute(context.tx)
}

/** Marks that the facts of these days and units are not as they were counted. */
export async function addMarks(context: Context, marks: readonly DayOfUnit[]): Promise<void> {
  const rows = marks.map(({ day, unitId }) => ({ id: newId(context.now), day, unitId }))
  await sql`insert into kpi.mark (id, day, unit_id)
    select m.id, m.day, m."unitId" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (id uuid, day date, "unitId" uuid)
    order by m.day, m."unitId"
    on conflict (day, unit_id) do nothing`.execute(context.tx)
}

export async function readMarks(
  context: Context,
  { from, to, unitIds }: Pick<SheetsWanted, 'from' | 'to' | 'unitIds'>,
): Promise<DayOfUnit[]> {
  const read = await sql<DayOfUnit>`select m.day, m.unit_id as "unitId" from kpi.mark m
    where m.day >= ${from}::date and m.day < ${to}::date and ${ofUnits('m.unit_id', unitIds)}`.execute(context.tx)
  return read.rows
}

/** Takes the marks of one day away, the latest day first; what changes from now on is marked anew. */
export async function takeMarks(context: Context): Promise<{ day: string; unitIds: (string | null)[] } | undefined> {
  const taken =
    await sql<DayOfUnit>`delete from kpi.mark where day = (select max(day) from kpi.mark) returning day, unit_id as "unitId"`.execute(
      context.tx,
    )
  const [first] = taken.rows
  return first && { day: first.day, unitIds: taken.rows.map(({ unitId }) => unitId) }
}

/** Marks the sheets that were counted before their records settled, and have settled since. */
export async function markSettled(context: Context, today: string): Promise<void> {
  for (const { key, settlesAfterDays } of keptDefinitions) {
    if (settlesAfterDays === undefined) continue
    const settled = await sql<DayOfUnit>`select s.day, s.unit_id as "unitId" from kpi.sheet s
      where s.indicator = ${key} and s.day < ${today}::date - ${settlesAfterDays}::int and s.counted_on <= s.day + ${settlesAfterDays}::int`.execute(
      context.tx,
    )
    if (settled.rows.length > 0) await addMarks(context, settled.rows)
  }
}

/** The first day on which an indicator has a record, or a sheet is kept from before; undefined where there is neither. */
export async function firstDay(context: Context, zone: string): Promise<string | undefined> {
  const kept = await sql<{ day: string | null }>`select min(day) as day from kpi.sheet`.execute(context.tx)
  const days = [kept.rows[0]?.day]
  for (const { from, at, where } of keptDefinitions) {
    const found = await sql<{ day: string | null }>`select (min(${sql.raw(at)}) at time zone ${zone})::date as day
      from ${sql.raw(from)} as r where ${sql.raw(where ?? 'true')}`.execute(context.tx)
    days.push(found.rows[0]?.day)
  }
  return days.filter((day) => day != null).toSorted()[0]
}

/** Says of a day that it is not packed. */
export async function leaveUnpacked(context: Context, day: string): Promise<void> {
  await sql`insert into kpi.unpacked_day (day) values (${day}::date) on conflict (day) do nothing`.execute(context.tx)
}

/** Every day is tried again. */
export async function forgetUnpacked(context: Context): Promise<void> {
  await sql`delete from kpi.unpacked_day`.execute(context.tx)
}

export async function hasUnpacked(context: Context, { from, to }: Pick<SheetsWanted, 'from' | 'to'>): Promise<boolean> {
  const found = await sql`select 1 from kpi.unpacked_day where day >= ${from}::date and day < ${to}::date limit 1`.execute(context.tx)
  return found.rows.length > 0
}

/** How far the sheets are from the facts: days that are marked, and days that have none yet; null where none was ever made. */
export async function sheetsBehind(context: Context): Promise<{ marked: number; toBuild: number | null }> {
  const read = await sql<{ marked: number; toBuild: number | null }>`
    select (select count(distinct day) from kpi.mark)::int as marked,
      (select greatest(0, built_from - build_until) from kpi.sheet_state) as "toBuild"`.execute(context.tx)
  return read.rows[0]!
}
