import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Bucketing, Definition } from '../definitions/definition.types.ts'
import { definitions } from '../definitions/definitions.ts'
import { bucketOf } from '../figures/bucket-of.queries.ts'
import { cutColumn, filterColumns } from './cut-columns.rules.ts'

/** The columns of words of an indicator's sheets, and the SQL of each over a record `r`. */
export function wordColumnsOf(definition: Definition, zone: string): [name: string, sql: RawBuilder<string>][] {
  const { cuts: _cuts, ...uncut } = definition
  const ownCuts = Object.keys(definition.cuts ?? {}) as Bucketing[]
  return [
    ['state', sql.raw(definition.state)],
    ...filterColumns.map((by): [string, RawBuilder<string>] => [by, bucketOf(uncut, zone, by)]),
    ...ownCuts.map((by): [string, RawBuilder<string>] => [cutColumn(definition, by), bucketOf(definition, zone, by)]),
    ...(definition.bucketings.includes('hour') ? [['hour', bucketOf(uncut, zone, 'hour')] as [string, RawBuilder<string>]] : []),
  ]
}

/** The indicators that have sheets of their own. */
export const keptDefinitions: readonly Definition[] = Object.values(definitions).filter(({ sameRecordsAs }) => sameRecordsAs === undefined)

/** The indicator in whose sheets the records of this one are. */
export const keptAs = ({ key, sameRecordsAs }: Definition): string => sameRecordsAs ?? key

/** Tells definitions apart: sheets made for others are of no use. */
export const definitionsMark = createHash('sha256')
  .update(
    JSON.stringify(
      keptDefinitions.map(({ key, from, where, at, person, unitOf, state, values, cuts, bucketings }) => [
        [key, from, where, at, person, unitOf, state, cuts, bucketings],
        values.map((value) => [value.key, value.sql]),
      ]),
    ),
  )
  .digest('hex')
