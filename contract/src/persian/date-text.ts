import type { Calendar } from './date-format.ts'
import { monthNamed, withoutWeekday } from './date-words.ts'
import { foldSpaced } from './folding.ts'

/** A clock as written; `offset` is what it is ahead of UTC when the text says so. */
export interface WrittenTime {
  milliseconds: number
  offsetMinutes?: number
}

/** A date as written, before anyone decides which number is the year. */
export type WrittenDate =
  | { kind: 'numbers'; numbers: readonly [string, string, string] }
  | { kind: 'compact'; digits: string }
  | { kind: 'named-month'; calendar: Calendar; month: number; numbers: readonly [string, string] }

/** What a text says of date and time; `time` is `'impossible'` for a clock that shows no time of day. */
export interface DateText {
  date: WrittenDate
  time?: WrittenTime | 'impossible'
}

const clock = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)/
const halfOfDay = /^(am|a\.m\.?|pm|p\.m\.?|ق\.? ?ظ\.?|ب\.? ?ظ\.?|صبح|قبل از ظهر|بعد ?از ?ظهر|عصر)(?= |$|[,،])/
const zoneOffset = /^(?:z|utc|gmt)?([+-]\d{2}(?::?\d{2})?)?(?=$| )/

/** Reads the numbers out of a date, any digits and any separators; undefined when it is not a date at all. */
export function readDateText(text: string): DateText | undefined {
  const plain = withoutWeekday(foldSpaced(text))
  const match = clock.exec(plain)
  if (!match) {
    const date = readDate(plain)
    return date && { date }
  }
  const { time, rest } = readTime(match, plain.slice(match.index + match[0].length).trimStart())
  const before = plain.slice(0, match.index).replace(/(?:[\s,،|–-]|(?<![a-z])t|ساعت|(?<![a-z])at)+$/, '')
  const after = rest.replace(/^[\s,،|–-]+/, '')
  const date = before && after ? undefined : readDate(withoutWeekday(before || after))
  return date && { date, time }
}

function readTime(match: RegExpExecArray, tail: string): { time: WrittenTime | 'impossible'; rest: string } {
  const half = halfOfDay.exec(tail)
  let rest = half ? tail.slice(half[0].length).trimStart() : tail
  const offset = zoneOffset.exec(rest)
  if (offset) rest = rest.slice(offset[0].length)
  const hour = hourOfDay(Number(match[1]), half?.[1])
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hour === undefined || minute > 59 || second > 59) return { time: 'impossible', rest }
  const milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + Number((match[4] ?? '').padEnd(3, '0').slice(0, 3))
  const offsetMinutes = offset?.[0] ? minutesOfOffset(offset[1]) : undefined
  if (offsetMinutes !== undefined && Math.abs(offsetMinutes) > 14 * 60) return { time: 'impossible', rest }
  return { time: offsetMinutes === undefined ? { milliseconds } : { milliseconds, offsetMinutes }, rest }
}

function hourOfDay(written: number, half: string | undefined): number | undefined {
  const isAfternoon = half !== undefined && /^(?:p|ب|ع)/.test(half)
  // Exports under a Persian Windows write 14:30 ب.ظ and 00:30 ق.ظ, which contradict nothing.
  if (half === undefined || written > 12 || written === 0) {
    const contradicts = half !== undefined && isAfternoon !== written > 12
    return written > 23 || contradicts ? undefined : written
  }
  return (written % 12) + (isAfternoon ? 12 : 0)
}

function minutesOfOffset(text: string | undefined): number {
  if (!text) return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0)
  return text.startsWith('-') ? -minutes : minutes
}

const numeric = /^(\d{1,4}) ?([/.\\،,–-]| ) ?(\d{1,2}) ?\2 ?(\d{1,4})$/
const separators = /[\s/.\\،,–-]+/

function readDate(text: string): WrittenDate | undefined {
  const match = numeric.exec(text)
  if (match) return { kind: 'numbers', numbers: [match[1] ?? '', match[3] ?? '', match[4] ?? ''] }
  if (/^(?:\d{6}|\d{8})$/.test(text)) return { kind: 'compact', digits: text }
  return readNamedMonth(
    text
      .replace('اردی بهشت', 'اردیبهشت')
      .split(separators)
      .filter((word) => word && word !== 'ماه' && word !== 'of'),
  )
}

function readNamedMonth(words: string[]): WrittenDate | undefined {
  const named = words.map(monthNamed)
  const found = named.filter((month) => month !== undefined)
  const numbers = words.filter((_, index) => !named[index]).map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, '$1'))
  const [first, second] = numbers
  if (found.length !== 1 || !found[0] || numbers.length !== 2 || !numbers.every((word) => /^\d{1,4}$/.test(word))) return undefined
  return { kind: 'named-month', ...found[0], numbers: [first ?? '', second ?? ''] }
}
