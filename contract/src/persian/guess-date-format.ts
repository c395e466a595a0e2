import { dateFormatParts, dateFormats, nameDateFormat } from './date-format.ts'
import type { DateFormat } from './date-format.ts'
import { readDateText } from './date-text.ts'
import type { DateText } from './date-text.ts'
import { resolveDay } from './parse-date.ts'

/** A format and the share, 0 to 1, of the values it reads. */
export interface RatedDateFormat {
  format: DateFormat
  confidence: number
}

/** What a column of dates is written in; `format` is null when no format reads any of it. */
export interface DateFormatGuess {
  format: DateFormat | null
  /** Share of the values that the format reads, halved while the guess is ambiguous. */
  confidence: number
  /** The other formats that read some of the values, best first. */
  alternatives: RatedDateFormat[]
  /** Another format reads as many of the values: only a person can tell which is meant. */
  ambiguous: boolean
}

const candidates = dateFormats.map(dateFormatParts).filter(({ time }) => !time)

/**
 * Guesses calendar, order and whether there is a time from a column's values taken together, since one value
 * such as 03/04/2016 cannot say. Values without a digit (blank, `?`, `NULL`) are left out of account.
 * Two-digit years are considered only when fewer than half of the values have full ones.
 */
export function guessDateFormat(samples: readonly string[]): DateFormatGuess {
  const dated = samples.filter((sample) => /\p{Nd}/u.test(sample))
  const written = dated.map(readDateText).filter((text) => text !== undefined)
  const time = written.some((text) => text.time !== undefined)
  let rated = rate(written, dated.length, time, false)
  if ((rated[0]?.confidence ?? 0) < 0.5) {
    const short = rate(written, dated.length, time, true)
    if ((short[0]?.confidence ?? 0) > (rated[0]?.confidence ?? 0)) rated = short
  }
  const [best, ...alternatives] = rated
  if (!best) return { format: null, confidence: 0, alternatives: [], ambiguous: false }
  const ambiguous = alternatives[0]?.confidence === best.confidence
  return { format: best.format, confidence: ambiguous ? best.confidence / 2 : best.confidence, alternatives, ambiguous }
}

function rate(written: DateText[], total: number, time: boolean, shortYear: boolean): RatedDateFormat[] {
  const readings = new Map<string, RatedDateFormat>()
  for (const candidate of candidates.filter((one) => one.shortYear === shortYear)) {
    const days = written.map(({ date }) => resolveDay(date, candidate)).map((day) => (day.ok ? day.day : ''))
    const confidence = days.filter(Boolean).length / total
    // Formats that read every value alike, as all orders do with named months, are no choice to offer.
    const reading = days.join()
    if (confidence > 0 && !readings.has(reading)) {
      readings.set(reading, { format: nameDateFormat({ ...candidate, time }), confidence })
    }
  }
  return [...readings.values()].toSorted((left, right) => right.confidence - left.confidence)
}
