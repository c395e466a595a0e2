import type { RequestMapping } from '@parvandeh/contract'
import { instantOfLocal, parseDate } from '@parvandeh/contract/persian'
import type { DateFormat, DateProblem } from '@parvandeh/contract/persian'

export type MomentProblem = Exclude<DateProblem, 'empty'> | 'in-future'
export type ReadMoment = { iso: string; problem?: undefined } | { iso?: undefined; problem: MomentProblem }

const dayMs = 86_400_000
/** What other programs write for no date (1900, 1904, year 1) is further back than anybody's work. */
const longestAgo = 50 * 366 * dayMs
const remembered = 5000

/**
 * Reads the moments of a file: by the format of each column, in the zone of the mapping; a day without a clock is its
 * midnight. A day ahead of now is left to clocks that are fast and zones that are mistaken, no more.
 */
export function momentReader(
  mapping: Pick<RequestMapping, 'dateFormats' | 'zone'>,
  now: Date,
): (column: string, text: string) => ReadMoment {
  const latest = new Date(+now + dayMs)
  // State logs repeat a moment on every row of a request.
  const recent = new Map<string, ReadMoment>()
  return (column, text) => {
    const key = `${column}\n${text}`
    const before = recent.get(key)
    if (before) return before
    if (recent.size >= remembered) recent.clear()
    const moment = readMoment(text, mapping.dateFormats[column] as DateFormat, mapping.zone, latest)
    recent.set(key, moment)
    return moment
  }
}

function readMoment(text: string, format: DateFormat, zone: string, latest: Date): ReadMoment {
  const parsed = parseDate(text, format, zone)
  if (!parsed.ok) return { problem: parsed.reason === 'empty' ? 'not-a-date' : parsed.reason }
  const instant = parsed.instant ?? instantOfLocal(parsed.day, '00:00', zone)
  if (instant > latest) return { problem: 'in-future' }
  return +latest - +instant > longestAgo ? { problem: 'year-out-of-range' } : { iso: instant.toISOString() }
}
