import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Definition } from '../definitions/definition.types.ts'
import { wordColumnsOf } from './columns-of.queries.ts'
import { numberColumn, wordColumn } from './columns.rules.ts'
import type { KeptSheet } from './sheet.types.ts'

/** Which facts: of a period (half-open days in the zone), and of these only those that the condition over `r` lets through. */
export interface FactsWanted {
  from: string
  to: string
  zone: string
  only: RawBuilder<boolean>
  /** Joined before the condition: pairs of days and units, say. */
  among?: RawBuilder<unknown>
}

interface FactRow {
  day: string
  unitId: string | null
  accessClass: string
  [column: string]: string | number | null
}

const nthWord = (index: number) => `word_${index}`
const nthNumber = (index: number) => `number_${index}`

/**
 * Makes sheets of an indicator from the facts: one for each day, unit and access class. The same SQL that gives the
 * records behind a figure, without whose they are.
 */
export async function makeSheets(
  context: Context,
  definition: Definition,
  { from, to, zone, only, among }: FactsWanted,
): Promise<KeptSheet[]> {
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
    from ${among ? sql`${among} join ${sql.raw(definition.from)} as r on true` : sql`${sql.raw(definition.from)} as r`}
    cross join (values (${context.now}::timestamptz)) as asked(at)
    where ${at} >= ${midnight(from)} and ${at} < ${midnight(to)} and ${sql.raw(definition.where ?? 'true')} and ${only}`.execute(context.tx)
  const groups = Map.groupBy(read.rows, ({ day, unitId, accessClass }) => `${day} ${unitId} ${accessClass}`)
  const names = { words: words.map(([name]) => name), numbers: values.map(({ key }) => key) }
  return [...groups.values()].map((rows) => sheetFrom(rows, names))
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
