import type { Day } from '@parvandeh/contract/persian'
import type { CalendarException, CalendarLayer, CalendarRule, ExceptionKind, WorkCalendar } from './clock.types.ts'

/** Within one layer, what a day is when two entries disagree: a decree closes even a day that was declared working. */
const strongestFirst: readonly ExceptionKind[] = ['closure', 'working-day', 'holiday', 'half-day']

/**
 * Merges layers, farthest first (country, organisation, branch, unit), into the calendar of the nearest.
 * On each date the nearest layer with a rule decides alone, and within a layer the rule that began last;
 * exceptions add up, and on the same day the nearest layer's stands, so that a unit can work on a holiday.
 * Throws RangeError when no layer names a time zone.
 */
export function resolveCalendar(layers: readonly CalendarLayer[]): WorkCalendar {
  const zone = layers.findLast((layer) => layer.zone)?.zone
  if (!zone) throw new RangeError('a work calendar needs a time zone in one of its layers')
  return { zone, rules: rulesInForce(layers), exceptions: exceptionsInForce(layers) }
}

function rulesInForce(layers: readonly CalendarLayer[]): CalendarRule[] {
  const inForce: CalendarRule[] = []
  const changes = changeDays(layers)
  for (const [index, validFrom] of changes.entries()) {
    const week = ruleOn(layers, validFrom)?.week
    const validTo = changes[index + 1] ?? null
    const previous = inForce.at(-1)
    if (!week) continue
    if (previous?.week === week && previous.validTo === validFrom) previous.validTo = validTo
    else inForce.push({ validFrom, validTo, week })
  }
  return inForce
}

function changeDays(layers: readonly CalendarLayer[]): Day[] {
  const days = layers.flatMap((layer) => layer.rules.flatMap((rule) => [rule.validFrom, rule.validTo ?? rule.validFrom]))
  return [...new Set(days)].sort()
}

function ruleOn(layers: readonly CalendarLayer[], day: Day): CalendarRule | undefined {
  for (const layer of layers.toReversed()) {
    const covering = layer.rules.filter((rule) => rule.validFrom <= day && (rule.validTo == null || day < rule.validTo))
    if (covering.length > 0) return covering.reduce((last, rule) => (rule.validFrom >= last.validFrom ? rule : last))
  }
  return undefined
}

function exceptionsInForce(layers: readonly CalendarLayer[]): CalendarException[] {
  const byDay = new Map<Day, CalendarException>()
  for (const layer of layers) {
    const ofLayer = layer.exceptions.toSorted((a, b) => strength(a) - strength(b))
    for (const exception of ofLayer) byDay.set(exception.day, exception)
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

const strength = (exception: CalendarException) => -strongestFirst.indexOf(exception.kind)
