import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { DayOfUnit } from '../../service/index.ts'
import type { Definition } from '../definitions/definition.types.ts'
import { wordColumnsOf } from './columns-of.queries.ts'
import { numberColumn, wordColumn } from './columns.rules.ts'
import type { KeptSheet } from './sheet.types.ts'
import { ofUnits } from './sheets.queries.ts'
import type { Recounted } from './sheets.queries.ts'

/** Which facts are packed. */
export interface FactsWanted {
  /** Half-open, in days of the zone. */
  from: string
  to: string
  zone: string
  which:
    | { unitIds: Recounted['unitIds'] }
    /** Of these days of units, each named once and looked up along an index. */
    | { pairs: readonly DayOfUnit[] }
    /** Owned by somebody outside of some units, in those asked for (undefined: wherever). */
    | { ownerId: string; outside: readonly string[]; unitIds: readonly string[] | undefined }
}

interface FactRow {
  day: string
  unitId: string | null
  accessClass: string
  [column: string]: string | number | null
}

const nthWord = (index: number) => `word_${index}`
const nthNumber = (index: number) => `number_${index}`

/** More records of an indicator than are packed, or folded in beside sheets, at once. */
export class TooManyRecords extends Error {}

const mostRecords = 100_000

/**
 * Makes sheets of an indicator from the facts: one for each day, unit and access class. The same SQL that gives the
 * records behind a figure, without whose they are.
 * Throws `TooManyRecords` where there are more than a hundred thousand.
 */
export async function makeSheets(context: Context, definition: Definition, { from, to, zone, which }: FactsWanted): Promise<KeptSheet[]> {
  const words = wordColumnsOf(definition, zone)
  const { values } = definition
  const at = sql.raw(definition.at)
  const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${zone})`
  const read = await sql<FactRow>`
    select (${at} at time zone ${zone})::date as day, r.unit_id as "unitId", r.access_class as "accessClass",
      ${sql.join([
        ...words.map(([, word], index) => sql`${word} as ${sql.ref(nthWord(index))}`),
        ...values.map((value, index) => sql`${sql.raw(value.sql)} as ${sql.ref(nthNumber(index))}`),
      ])}
    from ${'pairs' in which ? sql`${pairsOf(which.pairs)} cross join` : sql``} ${sql.raw(definition.from)} as r
    cross join (values (${context.now}::timestamptz)) as asked(at)
    where ${at} >= ${midnight(from)} and ${at} < ${midnight(to)} and ${sql.raw(definition.where ?? 'true')} and ${among(which, definition, zone)}
    limit ${mostRecords + 1}`.execute(context.tx)
  if (read.rows.length > mostRecords) throw new TooManyRecords(`${definition.key} from ${from} to ${to}`)
  const groups = Map.groupBy(read.rows, ({ day, unitId, accessClass }) => `${day} ${unitId} ${accessClass}`)
  const names = { words: words.map(([name]) => name), numbers: values.map(({ key }) => key) }
  return [...groups.values()].map((rows) => sheetFrom(rows, names))
}

const pairsOf = (pairs: readonly DayOfUnit[]) => sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p (day date, "unitId" uuid)`

function among(which: FactsWanted['which'], { at, unitOf }: Definition, zone: string): RawBuilder<boolean> {
  if ('pairs' in which)
    return sql<boolean>`${sql.raw(at)} >= (p.day::timestamp at time zone ${zone}) and ${sql.raw(at)} < ((p.day + 1)::timestamp at time zone ${zone})
      and r.unit_id is not distinct from p."unitId"`
  if (!('ownerId' in which)) return ofUnits('r.unit_id', which.unitIds)
  const { ownerId, outside, unitIds } = which
  return sql<boolean>`r.owner_id = ${ownerId}::uuid and (r.unit_id is null or r.unit_id <> all(${[...outside]}::uuid[]))
    and ${unitIds ? sql`${sql.raw(unitOf)} = any(${[...unitIds]}::uuid[])` : sql`true`}`
}

function sheetFrom(rows: readonly FactRow[], names: { words: readonly string[]; numbers: readonly string[] }): KeptSheet {
  const { day, unitId, accessClass } = rows[0]!
  const words = names.words.map((name, index) => [name, wordColumn(rows.map((row) => String(row[nthWord(index)])))] as const)
  const numbers = names.numbers.map(
    (name, index) => [name, numberColumn(rows.map((row) => row[nthNumber(index)] as number | null))] as const,
  )
  const state = nthWord(names.words.indexOf('state'))
  const having = (given: string) => rows.filter((row) => row[state] === given).length
  return {
    day,
    unitId,
    accessClass,
    count: rows.length,
    notRecorded: having('not-recorded'),
    notYet: having('not-yet'),
    words: new Map(words),
    numbers: new Map(numbers),
  }
}
