import type { CalendarException, WorkInterval } from './clock.types.ts'

/** Seconds from a day's local midnight; the end may lie in the next day. */
type LocalSpell = readonly [from: number, to: number]

const secondsOfDay = 86_400

/**
 * The working spells that begin on a day, from the rule's hours and the day's exception.
 * Throws RangeError for a time that is not `HH:MM` between 00:00 and 24:00.
 */
export function hoursOfDay(ruleHours: readonly WorkInterval[], exception?: CalendarException): LocalSpell[] {
  if (!exception) return spellsOf(ruleHours)
  if (closesDay(exception)) return []
  if (exception.intervals) return spellsOf(exception.intervals)
  return exception.kind === 'half-day' ? firstHalf(spellsOf(ruleHours)) : spellsOf(ruleHours)
}

/** Whether nobody works on that day at all, a night shift begun the day before included. */
export function closesDay(exception: CalendarException | undefined): boolean {
  return exception?.kind === 'holiday' || exception?.kind === 'closure'
}

function spellsOf(intervals: readonly WorkInterval[]): LocalSpell[] {
  return intervals.map((interval) => {
    const from = secondsOfTime(interval.from)
    const to = secondsOfTime(interval.to)
    return [from, to > from ? to : to + secondsOfDay] as const
  })
}

function secondsOfTime(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time) ?? (time === '24:00' ? ['', '24', '0'] : [])
  if (hours === undefined) throw new RangeError(`not a time of day: ${time}`)
  return Number(hours) * 3600 + Number(minutes) * 60
}

function firstHalf(spells: LocalSpell[]): LocalSpell[] {
  const whole = spells.reduce((sum, [from, to]) => sum + to - from, 0)
  let left = Math.floor(whole / 2)
  return spells
    .toSorted((a, b) => a[0] - b[0])
    .flatMap(([from, to]): LocalSpell[] => {
      const taken = Math.min(left, to - from)
      left -= taken
      return taken > 0 ? [[from, from + taken]] : []
    })
}
