import type { Bucketing } from '../definitions/definition.types.ts'
import type { CalendarDay } from '../figures/days.queries.ts'
import { quantileOf } from '../figures/intervals.rules.ts'
import type { Question } from '../figures/understand-question.ts'
import { cutColumn, filterColumns } from './columns-of.queries.ts'
import { noNumber } from './columns.rules.ts'
import { finishFold } from './finish-fold.ts'
import type { Folded } from './finish-fold.ts'
import { addColumn, addNumber, nothingGathered } from './gathered.rules.ts'
import type { Gathered } from './gathered.rules.ts'
import type { Sheet } from './sheet.types.ts'

/** Which columns answering takes. */
export interface ColumnsNeeded {
  words: string[]
  /** Columns of numbers that are needed number by number. */
  numbers: string[]
  /** Those of which it is enough to know how many there are and their sum. */
  sums: string[]
}

export interface Fold {
  needed: ColumnsNeeded
  add: (sheet: Sheet) => void
  /** The figures of the whole and of at most so many buckets, the fullest first. */
  finish: (limit: number) => Promise<Folded>
}

type FoldQuestion = Pick<Question, 'definition' | 'by' | 'figures' | 'filters' | 'unitIds' | 'days'>

/** Cuts by what a day is: its sheet falls into one bucket whole. */
const cutsOfDays: Partial<Record<Bucketing, (day: CalendarDay) => string>> = {
  none: () => 'all',
  day: ({ day }) => day,
  weekday: ({ weekday }) => String(weekday),
  month: ({ month }) => month,
  'month-part': ({ monthPart }) => monthPart,
}

/** Begins to fold sheets into the answer to a question: the same figures that the database gives over the records themselves. */
export function openFold(question: FoldQuestion): Fold {
  const { definition, by, figures, filters, unitIds } = question
  const days = new Map(question.days.map((day) => [day.day, day]))
  const asked = [...new Set(figures.flatMap(({ value, per }) => (per === 'record' && value !== null ? [value] : [])))]
  const ranked = new Set(figures.flatMap(({ value, measure, per }) => (per === 'record' && quantileOf(measure) ? [value ?? ''] : [])))
  const kept = asked.map((key) => ranked.has(key))
  const allowed = filterColumns.flatMap((name): [string, (word: string) => boolean][] => {
    if (name === 'unit') return unitIds ? [[name, (word) => unitIds.includes(word)]] : []
    const wanted = name === 'channel' ? filters.channel : filters[`${name}Id`]
    return wanted === undefined ? [] : [[name, (word) => word === wanted]]
  })
  const ofDay = cutsOfDays[by]
  const isWhole = ofDay !== undefined && allowed.length === 0
  const cut = by === 'weekday-hour' ? 'hour' : cutColumn(definition, by)
  const banded = by === 'band' ? definition.bands : undefined
  const buckets = new Map<string, Gathered>()
  const bucketAt = (key: string): Gathered => {
    const found = buckets.get(key) ?? nothingGathered(asked.length)
    buckets.set(key, found)
    return found
  }
  const counts = new Map<string, number>()

  function addWhole({ day, count, notRecorded, notYet, numbers }: Sheet): void {
    const bucket = bucketAt(ofDay!(days.get(day)!))
    bucket.count += count
    bucket.notRecorded += notRecorded
    bucket.notYet += notYet
    for (const [index, key] of asked.entries()) addColumn(bucket.values[index]!, numbers.get(key)!, kept[index]!)
    counts.set(day, (counts.get(day) ?? 0) + count)
  }

  function addRecords(sheet: Sheet): void {
    const day = days.get(sheet.day)!
    const filtering = allowed.map(([name, isAllowed]) => {
      const { words, places } = sheet.words.get(name)!
      return { places, passes: words.map(isAllowed) }
    })
    const state = sheet.words.get('state')!
    const [notRecorded, notYet] = [state.words.indexOf('not-recorded'), state.words.indexOf('not-yet')]
    const columns = asked.map((key) => sheet.numbers.get(key)!.numbers)
    const bucketOf = recordBuckets(sheet, day)
    let count = 0
    for (let index = 0; index < sheet.count; index += 1) {
      if (!filtering.every(({ places, passes }) => passes[places[index]!])) continue
      const bucket = bucketOf(index)
      count += 1
      bucket.count += 1
      if (state.places[index] === notRecorded) bucket.notRecorded += 1
      else if (state.places[index] === notYet) bucket.notYet += 1
      for (let value = 0; value < columns.length; value += 1) addNumber(bucket.values[value]!, columns[value]![index]!, kept[value]!)
    }
    if (count > 0) counts.set(sheet.day, (counts.get(sheet.day) ?? 0) + count)
  }

  /** The bucket of a record by its place in the sheet. */
  function recordBuckets(sheet: Sheet, day: CalendarDay): (index: number) => Gathered {
    if (ofDay) {
      const key = ofDay(day)
      return () => bucketAt(key)
    }
    if (banded) {
      const column = sheet.numbers.get(banded.value)!.numbers
      return (index) => bucketAt(bandOf(column[index]!, banded.edges))
    }
    const { words, places } = sheet.words.get(cut)!
    const keys = by === 'weekday-hour' ? words.map((hour) => `${day.weekday}-${hour}`) : words
    const found: Gathered[] = []
    return (index) => (found[places[index]!] ??= bucketAt(keys[places[index]!]!))
  }

  const needed: ColumnsNeeded = isWhole
    ? { words: [], numbers: asked.filter((key) => ranked.has(key)), sums: asked.filter((key) => !ranked.has(key)) }
    : {
        words: [...new Set(['state', ...allowed.map(([name]) => name), ...(ofDay || banded ? [] : [cut])])],
        numbers: [...new Set([...asked, ...(banded ? [banded.value] : [])])],
        sums: [],
      }
  return {
    needed,
    add: isWhole ? addWhole : addRecords,
    finish: (limit) => finishFold({ by, figures, asked, buckets, counts, limit }),
  }
}

/** The place of a number among the bands: how many edges it reaches. */
const bandOf = (number: number, edges: readonly number[]): string =>
  number === noNumber ? 'none' : String(edges.filter((edge) => number >= edge).length)
