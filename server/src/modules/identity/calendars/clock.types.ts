import type { Day } from '@parvandeh/contract/persian'

/** A spell of work within a day, `HH:MM` to `HH:MM` (`24:00` allowed). `to` at or before `from` means that it ends on the next day. */
export interface WorkInterval {
  from: string
  to: string
}

/** Working hours in force from a day, until another day (exclusive) or until a later rule takes over. */
export interface CalendarRule {
  validFrom: Day
  validTo?: Day | null
  /** Seven lists of intervals, Saturday first; an empty list is a weekend day. */
  week: readonly (readonly WorkInterval[])[]
}

/** What a single day can be, against the rule in force: two that close it, one that shortens it, one that opens it. */
export type ExceptionKind = 'holiday' | 'closure' | 'half-day' | 'working-day'

/** One day that differs from the rule in force. */
export interface CalendarException {
  day: Day
  kind: ExceptionKind
  name: string
  /** Hours of a half day or a working day. Without them a half day is the first half of the rule's hours, a working day the whole of them. */
  intervals?: readonly WorkInterval[] | null
}

/** What one owner (the country, the organisation, a branch, a unit) says about working time. */
export interface CalendarLayer {
  zone?: string
  rules: readonly CalendarRule[]
  exceptions: readonly CalendarException[]
}

/** A work calendar with inheritance already resolved: rules that do not overlap, one exception a day at most. */
export interface WorkCalendar {
  zone: string
  rules: readonly CalendarRule[]
  exceptions: readonly CalendarException[]
}

/** A stretch of time, end exclusive. */
export interface Span {
  from: Date
  to: Date
}

/** Working spells laid out as sorted numbers (seconds since 1970): starts, ends, and the seconds worked before each spell. */
export interface WorkSpells {
  starts: readonly number[]
  ends: readonly number[]
  before: readonly number[]
}

/** A calendar made ready for quick questions; it lays out more days by itself when a question reaches beyond those it has. */
export interface CompiledCalendar {
  readonly zone: string
  /** The spells of a stretch that holds at least the seconds asked for. */
  spellsCovering(fromSecond: number, toSecond: number): WorkSpells
  /** Working seconds between two moments; zero when the second is not after the first. */
  workingSecondsBetween(from: Date, to: Date): number
}
