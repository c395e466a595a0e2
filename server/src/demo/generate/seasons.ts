import {
  dayNumber,
  dayOfNumber,
  instantOfLocal,
  jalaliMonthLength,
  jalaliOfNumber,
  localDay,
  fromJalali,
  toJalali,
  weekdayOfNumber,
} from '@parvandeh/contract/persian'
import type { CompiledCalendar } from '../../modules/identity/index.ts'
import { isWorking } from '../../modules/identity/index.ts'
import type { Truths } from '../truths.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'

export const zone = 'Asia/Tehran'

export type Channel = 'phone' | 'in-person' | 'web' | 'messenger' | 'email' | 'letter'

export interface Arrival {
  at: Date
  channel: Channel
}

/** First and last day (both included) of the two Jalali years that end today. */
export function twoYearsUntil(now: Date): { first: number; last: number } {
  const today = localDay(now, zone)
  const { jy, jm, jd } = toJalali(today)
  const first = fromJalali(jy - 2, jm, Math.min(jd, jalaliMonthLength(jy - 2, jm)))
  return { first: dayNumber(first), last: dayNumber(today) }
}

/** Saturday first: the week begins with what the weekend left. */
const weekday = [1.35, 1.15, 1.05, 1, 0.98, 0.55, 0.16]
const ofMonth = [1, 1, 1.1, 1.2, 1.2, 1.08, 0.95, 0.9, 0.88, 0.92, 0.95, 1.1]
const atMonthEnd = 1.25
/** On a holiday only what is written comes in. */
const whenClosed = 0.16
const growth = 0.35

export interface Season {
  first: number
  last: number
  days: DayBook
  calendar: CompiledCalendar
  truths: Truths
}

/** Days by their numbers: asking the zone for a midnight is dear, so each is asked for once. */
export interface DayBook {
  at: (day: number, minutes: number) => Date
  opensOn: (day: number) => boolean
}

export function openDayBook(calendar: CompiledCalendar): DayBook {
  const midnights = new Map<number, number>()
  const midnightOf = (day: number): number => {
    const known = midnights.get(day) ?? instantOfLocal(dayOfNumber(day), '00:00', zone).getTime()
    midnights.set(day, known)
    return known
  }
  const at = (day: number, minutes: number): Date => new Date(midnightOf(day) + Math.round(minutes * 60) * 1000)
  return { at, opensOn: (day) => calendar.workingSecondsBetween(at(day, 0), at(day + 1, 0)) > 0 }
}

/** How much comes on a day, against an ordinary one. */
function weightOf(day: number, { first, last, days, truths }: Season): number {
  const { jy, jm, jd } = jalaliOfNumber(day)
  const open = days.opensOn(day)
  const monthEnd = jalaliMonthLength(jy, jm) - jd < 3 ? atMonthEnd : 1
  const trend = 1 + (growth * (day - first)) / (last - first)
  const usual = open ? weekday[weekdayOfNumber(day)]! : whenClosed
  return usual * ofMonth[jm - 1]! * monthEnd * trend * (isNearNowruz(jm, jd, truths.nowruzDip) ? truths.nowruzDip.times : 1)
}

export function isNearNowruz(month: number, day: number, { from, to }: Truths['nowruzDip']): boolean {
  const place = (at: readonly [number, number]) => at[0] * 100 + at[1]
  return place([month, day]) >= place(from) || place([month, day]) <= place(to)
}

/** Shares of the day's half hours from 8:00: late morning is full, lunch is calm, the afternoon rises again. */
const officeProfile = [5, 7, 9, 11, 12, 11, 9, 7, 4, 4, 6, 8, 7, 6, 5, 4, 2]
/** Shares of the hours of the day for what is written. */
const writtenProfile = [2, 1, 0, 0, 0, 0, 1, 3, 6, 8, 9, 8, 7, 6, 6, 6, 6, 6, 6, 7, 8, 9, 7, 4]

/** All that comes in over the season, in order of time; about `total`, and nothing after `now`. In steps of some weeks. */
export function* arrivals(
  stream: string,
  total: number,
  now: Date,
  season: Season & { seed: number },
  channels: Channels,
): Generator<undefined, Arrival[]> {
  const days = Array.from({ length: season.last - season.first + 1 }, (_, index) => season.first + index)
  const weights = days.map((day) => weightOf(day, season))
  const perWeight = total / weights.reduce((sum, weight) => sum + weight, 0)
  const all: Arrival[] = []
  for (const [index, day] of days.entries()) {
    if (index % 60 === 0) yield
    const chance = chanceOf(season.seed, stream, day)
    const count = chance.poisson(weights[index]! * perWeight)
    for (let made = 0; made < count; made += 1) all.push(arrivalOn(day, season, chance, channels))
  }
  return all.filter((arrival) => arrival.at <= now).toSorted((a, b) => +a.at - +b.at)
}

/** Ways by which people come, and how often. */
export type Channels = readonly (readonly [Channel, number])[]

function arrivalOn(day: number, { days, calendar }: Season, chance: Chance, channels: Channels): Arrival {
  const open = days.opensOn(day)
  const [channel] = chance.weighted(
    channels.filter(([name]) => open || isWritten(name)),
    ([, weight]) => weight,
  )
  if (isWritten(channel)) return { at: days.at(day, hourOf(writtenProfile, 60, 0, chance)), channel }
  for (let tries = 0; tries < 40; tries += 1) {
    const moment = days.at(day, hourOf(officeProfile, 30, 8 * 60, chance))
    if (isWorking(calendar, moment)) return { at: moment, channel }
  }
  return { at: days.at(day, 9 * 60), channel }
}

const isWritten = (channel: Channel): boolean => channel === 'web' || channel === 'messenger' || channel === 'email'

/** Minutes into the day, from shares of equal stretches. */
function hourOf(profile: readonly number[], minutesEach: number, from: number, chance: Chance): number {
  const index = chance.weighted([...profile.keys()], (place) => profile[place]!)
  return from + (index + chance.share()) * minutesEach
}
