import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Definition, Figure } from '../definitions/definition.types.ts'
import { nameOf } from './figure-names.rules.ts'
import { shareInterval } from './intervals.rules.ts'
import type { Interval } from './intervals.rules.ts'
import type { ReadBucket } from './figures.queries.ts'
import { measureOf } from './rates.rules.ts'

type Bucket = AnswerOf<typeof contract.kpi.show>['whole']
type PresentFigure = Bucket['figures'][string]

interface Presented {
  definition: Definition
  figures: readonly Figure[]
  key: string
  /** Absent when there are no records. */
  read: ReadBucket | undefined
  /** The numbers per day or month, undefined where they say nothing. */
  ratesOver: (per: 'day' | 'month') => number[] | undefined
  /** By key of the figure: where it lies, for those of which that was asked. */
  intervals: ReadonlyMap<string, Interval | null> | undefined
}

/** A bucket as it is answered. */
export function presentBucket({ definition, figures: asked, key, read, ratesOver, intervals }: Presented): Bucket {
  const figures = asked.flatMap((figure): [string, PresentFigure][] => {
    if (figure.per === 'record') return [[figure.key, { ...overRecords(definition, figure, read), ...intervalOf(figure, read, intervals) }]]
    const numbers = ratesOver(figure.per)
    if (!numbers || figure.measure === null) return []
    const value = measureOf(figure.measure, numbers)
    return [[figure.key, { value, count: numbers.length, missing: value === null ? 'not-yet' : null }]]
  })
  return {
    key,
    count: read?.count ?? 0,
    notRecorded: read?.not_recorded ?? 0,
    notYet: read?.not_yet ?? 0,
    figures: Object.fromEntries(figures),
  }
}

/** Shares have an interval always, since it follows from their number; percentiles where it was read. */
function intervalOf({ key, value, unit }: Figure, read: ReadBucket | undefined, intervals: Presented['intervals']) {
  if (unit === 'share' && value !== null) {
    const count = Number(read?.[`n_${value}`] ?? 0)
    return { interval: shareInterval(Number(read?.[nameOf(key)] ?? 0), count) ?? null }
  }
  const interval = intervals?.get(key)
  return interval === undefined ? {} : { interval }
}

function overRecords(definition: Definition, { key, value, measure }: Figure, read: ReadBucket | undefined): PresentFigure {
  if (value === null) return { value: null, count: 0, missing: 'not-yet-measured' }
  const count = Number(read?.[`n_${value}`] ?? 0)
  // That there were none is known; of none there is no mean.
  if (measure === 'sum') return { value: Number(read?.[nameOf(key)] ?? 0), count, missing: null }
  if (count === 0) return { value: null, count, missing: whyNone(definition, read) }
  return { value: Number(read?.[nameOf(key)]), count, missing: null }
}

function whyNone(definition: Definition, read: ReadBucket | undefined): PresentFigure['missing'] {
  if (!read || read.count === 0) return 'no-records'
  return read.not_yet > 0 ? definition.notYet : 'not-recorded'
}
