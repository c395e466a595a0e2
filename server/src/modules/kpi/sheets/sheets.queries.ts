import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { unpackNumbers, unpackPlaces, packNumbers, packPlaces } from './columns.rules.ts'
import type { ColumnsNeeded } from './fold-plan.rules.ts'
import type { KeptSheet, NumberColumn, Sheet, WordColumn } from './sheet.types.ts'

/** A sheet without its columns. */
export interface SheetHead {
  id: string
  day: string
  unitId: string | null
  count: number
  countedOn: string
}

/** Which sheets: of an indicator, over days (half-open), of the units and access classes in sight. */
export interface SheetsWanted {
  indicator: string
  from: string
  to: string
  unitIds: 'all' | readonly string[]
  classes: readonly string[]
}

/** Which rows are of these units; null stands for those of none. */
export function ofUnits(column: string, unitIds: 'all' | readonly (string | null)[]): RawBuilder<boolean> {
  if (unitIds === 'all') return sql<boolean>`true`
  const named = sql<boolean>`${sql.ref(column)} = any(${unitIds.filter((id) => id !== null)}::uuid[])`
  return unitIds.includes(null) ? sql<boolean>`(${named} or ${sql.ref(column)} is null)` : named
}

export async function readHeads(context: Context, { indicator, from, to, unitIds, classes }: SheetsWanted): Promise<SheetHead[]> {
  const read = await sql<SheetHead>`
    select s.id, s.day, s.unit_id as "unitId", s.count, s.counted_on as "countedOn" from kpi.sheet s
    where s.indicator = ${indicator} and s.day >= ${from}::date and s.day < ${to}::date and ${ofUnits('s.unit_id', unitIds)}
      and s.access_class = any(${[...classes]}::text[])
    order by s.day, s.id`.execute(context.tx)
  return read.rows
}

interface ColumnRow extends Omit<Sheet, 'words' | 'numbers'> {
  id: string
  name: string | null
  words: string[] | null
  data: Buffer | null
  n: number | null
  sum: number | null
}

/** Reads some sheets with the columns that are needed of them. */
export async function readSheets(context: Context, sheetIds: readonly string[], needed: ColumnsNeeded): Promise<Sheet[]> {
  const whole = [...needed.words, ...needed.numbers]
  const read = await sql<ColumnRow>`
    select s.id, s.day, s.count, s.not_recorded as "notRecorded", s.not_yet as "notYet", c.name, c.words, c.n, c.sum,
      case when c.name = any(${whole}::text[]) then c.data end as data
    from kpi.sheet s left join kpi.sheet_column c on c.sheet_id = s.id and c.name = any(${[...whole, ...needed.sums]}::text[])
    where s.id = any(${[...sheetIds]}::uuid[])`.execute(context.tx)
  return [...Map.groupBy(read.rows, ({ id }) => id).values()].map(sheetOf)
}

const nothing = new Int32Array(0)

function sheetOf(rows: readonly ColumnRow[]): Sheet {
  const [words, numbers] = [new Map<string, WordColumn>(), new Map<string, NumberColumn>()]
  for (const { name, words: some, data, n, sum } of rows) {
    if (name === null) continue
    if (some) words.set(name, unpackPlaces(data ?? Buffer.alloc(0), some))
    else numbers.set(name, { numbers: data ? unpackNumbers(data) : nothing, n: n ?? 0, sum: sum ?? 0 })
  }
  const { day, count, notRecorded, notYet } = rows[0]!
  return { day, count, notRecorded, notYet, words, numbers }
}

/** Whose sheets are made anew: of one day, of some units (null: of none) or of all. */
export interface Recounted {
  day: string
  unitIds: 'all' | readonly (string | null)[]
}

/** Puts an indicator's sheets of a day in the place of those that were there; one that is replaced keeps its id. */
export async function storeSheets(
  context: Context,
  { indicator, day, unitIds, countedOn, sheets }: Recounted & { indicator: string; countedOn: string; sheets: readonly KeptSheet[] },
): Promise<void> {
  const heads = sheets.map(({ unitId, accessClass, count, notRecorded, notYet }) => ({
    id: newId(context.now),
    unitId,
    accessClass,
    count,
    notRecorded,
    notYet,
  }))
  const stored = await sql<{ id: string; unitId: string | null; accessClass: string }>`
    insert into kpi.sheet as s (id, indicator, day, unit_id, access_class, count, not_recorded, not_yet, counted_on)
    select h.id, ${indicator}, ${day}::date, h."unitId", h."accessClass", h.count, h."notRecorded", h."notYet", ${countedOn}::date
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as h
      (id uuid, "unitId" uuid, "accessClass" text, count int, "notRecorded" int, "notYet" int)
    on conflict (indicator, day, unit_id, access_class) do update
      set count = excluded.count, not_recorded = excluded.not_recorded, not_yet = excluded.not_yet, counted_on = excluded.counted_on
    returning s.id, s.unit_id as "unitId", s.access_class as "accessClass"`.execute(context.tx)
  const ids = stored.rows.map(({ id }) => id)
  await sql`delete from kpi.sheet where indicator = ${indicator} and day = ${day}::date and ${ofUnits('unit_id', unitIds)}
    and id <> all(${ids}::uuid[])`.execute(context.tx)
  await sql`delete from kpi.sheet_column where sheet_id = any(${ids}::uuid[])`.execute(context.tx)
  const idOf = new Map(stored.rows.map(({ id, unitId, accessClass }) => [`${unitId} ${accessClass}`, id]))
  const columns = sheets.flatMap((sheet) => columnsOf(idOf.get(`${sheet.unitId} ${sheet.accessClass}`)!, sheet))
  await sql`insert into kpi.sheet_column (sheet_id, name, words, data, n, sum)
    select c."sheetId", c.name, c.words, decode(c.data, 'base64'), c.n, c.sum
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as c ("sheetId" uuid, name text, words text[], data text, n int, sum float8)`.execute(
    context.tx,
  )
}

const columnsOf = (sheetId: string, { words, numbers }: Sheet): object[] => [
  ...[...words].map(([name, column]) => ({ sheetId, name, words: column.words, data: packPlaces(column).toString('base64') })),
  ...[...numbers].map(([name, column]) => ({
    sheetId,
    name,
    data: packNumbers(column).toString('base64'),
    n: column.n,
    sum: column.sum,
  })),
]
