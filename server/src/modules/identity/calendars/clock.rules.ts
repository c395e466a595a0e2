import type { CompiledCalendar, Span, WorkSpells } from './clock.types.ts'
import { lastAtMost, wholeSecond, workedUntil } from './spells.rules.ts'

const secondsOfYear = 366 * 86_400
const yearsToLookAhead = 20

/** Whole seconds on the wall clock; zero when `to` is not after `from`. */
export function elapsedSeconds(from: Date, to: Date): number {
  return Math.max(wholeSecond(to) - wholeSecond(from), 0)
}

/**
 * Whole seconds of working time between two moments, leaves of a person left out; zero when `to` is not after `from`.
 * Exact and additive: a to b and b to c give a to c.
 */
export function workingSecondsBetween(calendar: CompiledCalendar, from: Date, to: Date, leaves: readonly Span[] = []): number {
  const whole = calendar.workingSecondsBetween(from, to)
  if (leaves.length === 0 || whole === 0) return whole
  return subtractIntervals([{ from, to }], leaves).reduce((sum, span) => sum + calendar.workingSecondsBetween(span.from, span.to), 0)
}

/**
 * The earliest moment by which so many seconds of work have passed since `from` (`from` itself for none).
 * Undefined when the calendar has not so much work in the next twenty years. Throws RangeError for a negative or broken number.
 */
export function addWorkingSeconds(calendar: CompiledCalendar, from: Date, seconds: number): Date | undefined {
  if (!Number.isInteger(seconds) || seconds < 0) throw new RangeError('working time is added in whole seconds')
  if (seconds === 0) return from
  const start = wholeSecond(from)
  return lookAhead(calendar, start, (spells) => {
    const target = workedUntil(spells, start) + seconds
    // Strictly below the target: at the seam of two spells the earlier end is the answer.
    const index = lastAtMost(spells.before, target - 1)
    const moment = index < 0 ? undefined : spells.starts[index]! + target - spells.before[index]!
    return moment !== undefined && moment <= spells.ends[index]! ? moment : undefined
  })
}

/** Whether somebody is at work at that moment; the end of a shift is not work any more. */
export function isWorking(calendar: CompiledCalendar, at: Date): boolean {
  const second = wholeSecond(at)
  const { starts, ends } = calendar.spellsCovering(second, second)
  const index = lastAtMost(starts, second)
  return index >= 0 && second < ends[index]!
}

/** The moment itself when it is working time, or else the next start of work; undefined when there is none in twenty years. */
export function nextWorkingInstant(calendar: CompiledCalendar, at: Date): Date | undefined {
  if (isWorking(calendar, at)) return at
  const second = wholeSecond(at)
  return lookAhead(calendar, second, ({ starts }) => starts[lastAtMost(starts, second) + 1])
}

/** Looks one year ahead, then two, four ...: most answers are near, and laying out days costs time. */
function lookAhead(calendar: CompiledCalendar, from: number, find: (spells: WorkSpells) => number | undefined): Date | undefined {
  for (let years = 1; years < 2 * yearsToLookAhead; years *= 2) {
    const horizon = from + Math.min(years, yearsToLookAhead) * secondsOfYear
    const second = find(calendar.spellsCovering(from, horizon))
    if (second !== undefined) return new Date(second * 1000)
  }
  return undefined
}

/** What is left of the spans without the holes, in order; both may overlap and come in any order. */
export function subtractIntervals(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const gaps = joinIntervals(holes)
  return joinIntervals(spans).flatMap((span) => {
    const left: Span[] = []
    let from = span.from
    for (const gap of gaps) {
      if (gap.to <= from || gap.from >= span.to) continue
      if (gap.from > from) left.push({ from, to: gap.from })
      from = gap.to
    }
    return from < span.to ? [...left, { from, to: span.to }] : left
  })
}

function joinIntervals(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => +a.from - +b.from)) {
    const last = joined.at(-1)
    if (!last || span.from > last.to) joined.push({ ...span })
    else if (span.to > last.to) last.to = span.to
  }
  return joined
}
