import type { CalendarDay } from '../figures/days.queries.ts'
import { noNumber } from './columns.rules.ts'
import { finishFold } from './finish-fold.ts'
import type { Folded } from './finish-fold.ts'
import { planFold } from './fold-plan.rules.ts'
import type { ColumnsNeeded, FoldPlan, FoldQuestion } from './fold-plan.rules.ts'
import { addColumn, addNumber, nothingGathered } from './gathered.rules.ts'
import type { Gathered } from './gathered.rules.ts'
import type { Sheet } from './sheet.types.ts'

export interface Fold {
  needed: ColumnsNeeded
  add: (sheet: Sheet) => void
  /** The figures of the whole and of at most so many buckets, the fullest first. */
  finish: (limit: number) => Promise<Folded>
}

/** What is gathered: the buckets, made as they are met, and how many records each day has. */
interface Gathering {
  bucketAt: (key: string) => Gathered
  counts: Map<string, number>
}

/** Begins to fold sheets into the answer to a question: the same figures that the database gives over the records themselves. */
export function openFold(question: FoldQuestion): Fold {
  const plan = planFold(question)
  const days = new Map(question.days.map((day) => [day.day, day]))
  const buckets = new Map<string, Gathered>()
  const bucketAt = (key: string): Gathered => {
    const found = buckets.get(key) ?? nothingGathered(plan.asked.length)
    buckets.set(key, found)
    return found
  }
  const into: Gathering = { bucketAt, counts: new Map() }
  const addSheet = plan.isWhole ? addWhole : addRecords
  const { by, figures } = question
  return {
    needed: plan.needed,
    add: (sheet) => addSheet(plan, into, sheet, days.get(sheet.day)!),
    finish: (limit) => finishFold({ by, figures, asked: plan.asked, buckets, counts: into.counts, limit }),
  }
}

function addWhole({ asked, kept, place }: FoldPlan, into: Gathering, sheet: Sheet, day: CalendarDay): void {
  const bucket = into.bucketAt('ofDay' in place ? place.ofDay(day) : '')
  bucket.count += sheet.count
  bucket.notRecorded += sheet.notRecorded
  bucket.notYet += sheet.notYet
  for (const [index, key] of asked.entries()) addColumn(bucket.values[index]!, sheet.numbers.get(key)!, kept[index]!)
  addCount(into, day, sheet.count)
}

function addRecords(plan: FoldPlan, into: Gathering, sheet: Sheet, day: CalendarDay): void {
  const { asked, kept } = plan
  const filtering = plan.allowed.map(([name, isAllowed]) => {
    const { words, places } = sheet.words.get(name)!
    return { places, passes: words.map(isAllowed) }
  })
  const state = sheet.words.get('state')!
  const [notRecorded, notYet] = [state.words.indexOf('not-recorded'), state.words.indexOf('not-yet')]
  const columns = asked.map((key) => sheet.numbers.get(key)!.numbers)
  const bucketOf = bucketsOf(plan, into, sheet, day)
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
  addCount(into, day, count)
}

/** The bucket of a record by its place in the sheet. */
function bucketsOf({ place }: FoldPlan, { bucketAt }: Gathering, sheet: Sheet, day: CalendarDay): (index: number) => Gathered {
  if ('ofDay' in place) {
    const key = place.ofDay(day)
    return () => bucketAt(key)
  }
  if ('bands' in place) {
    const { numbers } = sheet.numbers.get(place.bands.value)!
    return (index) => bucketAt(bandOf(numbers[index]!, place.bands.edges))
  }
  const { words, places } = sheet.words.get(place.column)!
  const keys = place.withWeekday ? words.map((hour) => `${day.weekday}-${hour}`) : words
  const found: Gathered[] = []
  return (index) => (found[places[index]!] ??= bucketAt(keys[places[index]!]!))
}

/** The place of a number among the bands: how many edges it reaches. */
const bandOf = (number: number, edges: readonly number[]): string =>
  number === noNumber ? 'none' : String(edges.filter((edge) => number >= edge).length)

function addCount({ counts }: Gathering, { day }: CalendarDay, count: number): void {
  if (count > 0) counts.set(day, (counts.get(day) ?? 0) + count)
}
