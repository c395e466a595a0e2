import { compileCalendar, officialHolidays, standardWeek } from '../../modules/identity/index.ts'
import type { CompiledCalendar } from '../../modules/identity/index.ts'
import { dayOfNumber, instantOfLocal } from '@parvandeh/contract/persian'
import { noTruths, truths } from '../truths.ts'
import { chanceOf } from './chance.ts'
import { customerOf } from './customers.ts'
import type { DemoCustomer, DemoHistory } from './history.types.ts'
import { papersOf } from './papers.ts'
import { arrivals, twoYearsUntil, zone } from './seasons.ts'
import type { Arrival, Channel } from './seasons.ts'
import { tellRequest } from './tell-request.ts'
import { tellSmallTalk } from './tell-small-talk.ts'
import type { World } from './world.ts'

export interface HistoryOptions {
  seed: number
  now: Date
  withTruths: boolean
  /** 1 for the whole demo; less for a smaller one of the same shape. */
  scale: number
}

const requestsInAll = 6000
const otherInteractionsInAll = 12_000

const requestChannels: readonly (readonly [Channel, number])[] = [
  ['phone', 56],
  ['web', 14],
  ['messenger', 13],
  ['in-person', 9],
  ['email', 5],
  ['letter', 3],
]
const otherChannels: readonly (readonly [Channel, number])[] = [
  ['phone', 55],
  ['messenger', 22],
  ['in-person', 13],
  ['email', 6],
  ['web', 4],
]

/** Two Jalali years of the company until now. Pure: the same options always give the same history. */
export function generateHistory({ seed, now, withTruths, scale }: HistoryOptions): DemoHistory {
  const { first, last } = twoYearsUntil(now)
  const calendar = workCalendar(first, last)
  const world: World = {
    seed,
    now,
    start: instantOfLocal(dayOfNumber(first), '00:00', zone),
    calendar,
    truths: withTruths ? truths : noTruths,
  }
  const season = { first, last, calendar, truths: world.truths }
  const reports = arrivals(seed, 'requests', requestsInAll * scale, now, season, requestChannels)
  const meetings = arrivals(seed, 'meetings', otherInteractionsInAll * scale, now, season, otherChannels)
  const { customers, ofReport, ofMeeting } = giveCustomers(world, reports, meetings)
  return {
    customers,
    *requests() {
      for (const [index, arrival] of reports.entries()) {
        const told = tellRequest(world, index, arrival, ofReport[index]!, customers[ofReport[index]!]!)
        if (told.events.length > 0) yield told
      }
    },
    *interactions() {
      for (const [index, arrival] of meetings.entries())
        yield tellSmallTalk(world, index, arrival, ofMeeting[index]!, customers[ofMeeting[index]!]!)
    },
    papers: () => papersOf(world, customers, Math.ceil(60 * scale)),
  }
}

/** The calendar that a new organisation begins with: the demo does not change it. */
function workCalendar(first: number, last: number): CompiledCalendar {
  const exceptions = officialHolidays.map(({ day, name }) => ({ day, name, kind: 'holiday' as const }))
  const rules = [{ validFrom: '2001-03-21', week: standardWeek }]
  return compileCalendar({ zone, rules, exceptions }, dayOfNumber(first - 400), dayOfNumber(last + 400))
}

/** Files are opened at a customer's first request or meeting; fewer of them are new as the years go by. */
function giveCustomers(world: World, reports: readonly Arrival[], meetings: readonly Arrival[]) {
  const customers: DemoCustomer[] = []
  const [ofReport, ofMeeting]: [number[], number[]] = [[], []]
  const inOrder = [
    ...reports.map((arrival, index) => ({ arrival, index, to: ofReport, share: 0.27 })),
    ...meetings.map((arrival, index) => ({ arrival, index, to: ofMeeting, share: 0.015 })),
  ].toSorted((a, b) => +a.arrival.at - +b.arrival.at)
  for (const [place, { arrival, index, to, share }] of inOrder.entries()) {
    const chance = chanceOf(world.seed, 'who', place)
    const passed = place / inOrder.length
    if (customers.length === 0 || chance.happens(share * (0.5 + 1.5 * (1 - passed) ** 2))) {
      to[index] = customers.length
      customers.push(customerOf(world, customers.length, arrival.at))
    } else to[index] = Math.floor(customers.length * chance.share() ** 1.25)
  }
  return { customers, ofReport, ofMeeting }
}
