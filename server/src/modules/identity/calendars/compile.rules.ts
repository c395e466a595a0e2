import { dayNumber, dayOfNumber, instantOfLocal, weekdayOfNumber } from '@parvandeh/contract/persian'
import type { Day } from '@parvandeh/contract/persian'
import type { CalendarException, CompiledCalendar, WorkCalendar, WorkSpells } from './clock.types.ts'
import { closesDay, hoursOfDay } from './hours-of-day.rules.ts'
import { resolveCalendar } from './layers.rules.ts'
import { wholeSecond, workedSeconds } from './spells.rules.ts'

const secondsOfDay = 86_400
const firstDay = dayNumber('1900-01-01')
const lastDay = dayNumber('2200-01-01')

/**
 * Lays out the working time of a calendar from one day to another (exclusive) as sorted spells, so that a question
 * costs a binary search; questions beyond those days lay out more. Throws RangeError for bad times, days or zones,
 * and for moments outside the years 1900 to 2199.
 */
export function compileCalendar(calendar: WorkCalendar, fromDay: Day, toDay: Day): CompiledCalendar {
  const plan = planOf(calendar)
  let covered = { from: dayNumber(fromDay), to: Math.max(dayNumber(toDay), dayNumber(fromDay)) }
  let spells = layOut(plan, covered.from, covered.to)
  const spellsCovering = (fromSecond: number, toSecond: number) => {
    // A zone is at most a day away from UTC, on either side.
    const from = Math.floor(fromSecond / secondsOfDay) - 1
    const to = Math.floor(toSecond / secondsOfDay) + 2
    if (from < covered.from || to > covered.to) {
      covered = widened(covered, from, to)
      spells = layOut(plan, covered.from, covered.to)
    }
    return spells
  }
  const workingSecondsBetween = (from: Date, to: Date) => {
    const [start, end] = [wholeSecond(from), wholeSecond(to)]
    return end > start ? workedSeconds(spellsCovering(start, end), start, end) : 0
  }
  return { zone: plan.zone, spellsCovering, workingSecondsBetween }
}

/** Grows by a year at least, or else a row of questions a day apart would lay out everything again for each. */
function widened(covered: { from: number; to: number }, from: number, to: number) {
  if (!(from >= firstDay && to <= lastDay)) throw new RangeError('work calendars know the years 1900 to 2199')
  return {
    from: from < covered.from ? Math.max(from - 366, firstDay) : covered.from,
    to: to > covered.to ? Math.min(to + 366, lastDay) : covered.to,
  }
}

interface Plan {
  zone: string
  rules: { from: number; to: number; week: WorkCalendar['rules'][number]['week'] }[]
  exceptions: Map<number, CalendarException>
}

function planOf(calendar: WorkCalendar): Plan {
  const { zone, rules, exceptions } = resolveCalendar([calendar])
  if (rules.some((rule) => rule.week.length !== 7)) throw new RangeError('a week has seven days, Saturday first')
  return {
    zone,
    rules: rules.map(({ validFrom, validTo, week }) => ({ from: dayNumber(validFrom), to: validTo ? dayNumber(validTo) : Infinity, week })),
    exceptions: new Map(exceptions.map((exception) => [dayNumber(exception.day), exception])),
  }
}

function layOut(plan: Plan, fromDay: number, toDay: number): WorkSpells {
  const found: [number, number][] = []
  let rule = 0
  // One day earlier, for the night shift that began then; two later, for where the last one ends.
  const onTheClock = clockOf(plan.zone, fromDay - 1, toDay + 2)
  for (let day = fromDay - 1; day < toDay; day++) {
    while (rule < plan.rules.length && plan.rules[rule]!.to <= day) rule++
    const inForce = plan.rules[rule]
    const ruleHours = inForce && inForce.from <= day ? inForce.week[weekdayOfNumber(day)]! : []
    const hours = hoursOfDay(ruleHours, plan.exceptions.get(day))
    if (hours.length === 0) continue
    const latest = closesDay(plan.exceptions.get(day + 1)) ? secondsOfDay : 2 * secondsOfDay
    for (const [from, to] of hours) if (from < latest) found.push([onTheClock(day, from), onTheClock(day, Math.min(to, latest))])
  }
  return joined(found)
}

/** Turns seconds of a local day into seconds since 1970. Asks the zone only for midnights, unless the clocks change within the day. */
function clockOf(zone: string, fromDay: number, toDay: number): (day: number, secondsIntoDay: number) => number {
  const local = (day: number, time: string) => instantOfLocal(dayOfNumber(day), time, zone).getTime() / 1000
  const midnights = Array.from({ length: toDay - fromDay + 1 }, (_, index) => local(fromDay + index, '00:00'))
  return function onTheClock(day, secondsIntoDay) {
    if (secondsIntoDay >= secondsOfDay) return onTheClock(day + 1, secondsIntoDay - secondsOfDay)
    const start = midnights[day - fromDay]!
    if (secondsIntoDay === 0 || midnights[day - fromDay + 1]! - start === secondsOfDay) return start + secondsIntoDay
    return local(day, new Date(secondsIntoDay * 1000).toISOString().slice(11, 19))
  }
}

function joined(found: [number, number][]): WorkSpells {
  const [starts, ends, before]: [number[], number[], number[]] = [[], [], []]
  let worked = 0
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = ends.length - 1
    if (last >= 0 && start <= ends[last]!) {
      const longer = Math.max(end - ends[last]!, 0)
      ends[last]! += longer
      worked += longer
    } else if (end > start) {
      starts.push(start)
      ends.push(end)
      before.push(worked)
      worked += end - start
    }
  }
  return { starts, ends, before }
}
