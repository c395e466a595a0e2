import type { AnswerOf, contract, IndicatorKey } from '@parvandeh/contract'

type Listed = AnswerOf<typeof contract.kpi.list>['indicators'][number]

export type Bucketing = Listed['bucketings'][number]
export type Figure = Listed['figures'][number]
export type Measure = NonNullable<Figure['measure']>

/** What a record adds to the figures: the words and unit under which it is shown, and the SQL that gives it. */
export interface Value {
  key: string
  fa: string
  en: string
  unit: Figure['unit']
  sql: string
}

/**
 * An indicator: what it is called and how it is counted, and the SQL of its records. In the SQL `r` is a row of
 * `from`, which holds what every report view holds, and `asked.at` is the moment of asking.
 */
export interface Definition extends Omit<Listed, 'key' | 'values' | 'partsOf' | 'bands'> {
  key: IndicatorKey
  /** A report view, or a query over report views in brackets; a record is a row of it. */
  from: string
  /** Which rows are records; all, unless said. */
  where?: string
  id: string
  /** The moment that places a record in the period. */
  at: string
  person: string
  unitOf: string
  /** `known`, `not-recorded` or `not-yet`. */
  state: string
  /** What `not-yet` means here. */
  notYet: 'not-yet' | 'too-young'
  values: readonly Value[]
  partsOf?: IndicatorKey
  bands?: { value: string; edges: readonly number[] }
  /** The indicator that has the same records, with the same values, person and state. */
  sameRecordsAs?: IndicatorKey
  /** So many whole days after a record's day its state and values no longer change by the mere passing of time. */
  settlesAfterDays?: number
  /** Cuts whose SQL is another here than elsewhere, or that no other indicator has. */
  cuts?: Partial<Record<Bucketing, string>>
}
