import type { Bucketing, Definition } from '../definitions/definition.types.ts'
import type { CalendarDay } from '../figures/days.queries.ts'
import { quantileOf } from '../figures/intervals.rules.ts'
import type { Question } from '../figures/understand-question.ts'
import { cutColumn, filterColumns } from './cut-columns.rules.ts'

export type FoldQuestion = Pick<Question, 'definition' | 'by' | 'figures' | 'filters' | 'unitIds' | 'days'>

/** Which columns answering takes. */
export interface ColumnsNeeded {
  words: string[]
  /** Columns of numbers that are needed number by number. */
  numbers: string[]
  /** Those of which it is enough to know how many there are and their sum. */
  sums: string[]
}

/** How sheets are folded into the answer to a question. */
export interface FoldPlan {
  /** The values asked for; `kept` says at the same place whether a rank among them is. */
  asked: readonly string[]
  kept: readonly boolean[]
  /** The words that a column may have for its record to count. */
  allowed: readonly [column: string, isAllowed: (word: string) => boolean][]
  /** Where a record falls: by its day, by a number's band, or by a word. */
  place: { ofDay: (day: CalendarDay) => string } | { bands: NonNullable<Definition['bands']> } | { column: string; withWeekday: boolean }
  /** Nothing is filtered and a day falls into one bucket: sheets are added without a look at their records. */
  isWhole: boolean
  needed: ColumnsNeeded
}

/** Cuts by what a day is: its sheet falls into one bucket whole. */
const cutsOfDays: Partial<Record<Bucketing, (day: CalendarDay) => string>> = {
  none: () => 'all',
  day: ({ day }) => day,
  weekday: ({ weekday }) => String(weekday),
  month: ({ month }) => month,
  'month-part': ({ monthPart }) => monthPart,
}

export function planFold(question: FoldQuestion): FoldPlan {
  const ofRecords = question.figures.flatMap(({ value, measure, per }) => (per === 'record' && value !== null ? [{ value, measure }] : []))
  const asked = [...new Set(ofRecords.map(({ value }) => value))]
  const ranked = new Set(ofRecords.flatMap(({ value, measure }) => (quantileOf(measure) === undefined ? [] : [value])))
  const allowed = filtersOf(question)
  const place = placeOf(question)
  const isWhole = 'ofDay' in place && allowed.length === 0
  const byWords = ['state', ...allowed.map(([name]) => name), ...('column' in place ? [place.column] : [])]
  return {
    asked,
    kept: asked.map((key) => ranked.has(key)),
    allowed,
    place,
    isWhole,
    needed: isWhole
      ? { words: [], numbers: asked.filter((key) => ranked.has(key)), sums: asked.filter((key) => !ranked.has(key)) }
      : { words: [...new Set(byWords)], numbers: [...new Set([...asked, ...('bands' in place ? [place.bands.value] : [])])], sums: [] },
  }
}

function filtersOf({ filters, unitIds }: FoldQuestion): FoldPlan['allowed'] {
  return filterColumns.flatMap((name): [string, (word: string) => boolean][] => {
    if (name === 'unit') return unitIds ? [[name, (word) => unitIds.includes(word)]] : []
    const wanted = name === 'channel' ? filters.channel : filters[`${name}Id`]
    return wanted === undefined ? [] : [[name, (word) => word === wanted]]
  })
}

function placeOf({ definition, by }: FoldQuestion): FoldPlan['place'] {
  const ofDay = cutsOfDays[by]
  if (ofDay) return { ofDay }
  if (by === 'band' && definition.bands) return { bands: definition.bands }
  return by === 'weekday-hour' ? { column: 'hour', withWeekday: true } : { column: cutColumn(definition, by), withWeekday: false }
}
