import { noTruths, truths } from '../truths.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { customerOf } from './customers.ts'
import type { DemoCustomer, DemoHistory } from './history.types.ts'
import { papersOf } from './papers.ts'
import { arrivals, openDayBook, twoYearsUntil } from './seasons.ts'
import type { Arrival, Channels } from './seasons.ts'
import { tellRequest } from './tell-request.ts'
import { tellSmallTalk } from './tell-small-talk.ts'
import { workCalendar } from './work-calendar.ts'
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

const requestChannels: Channels = [
  ['phone', 56],
  ['web', 14],
  ['messenger', 13],
  ['in-person', 9],
  ['email', 5],
  ['letter', 3],
]
const otherChannels: Channels = [
  ['phone', 55],
  ['messenger', 22],
  ['in-person', 13],
  ['email', 6],
  ['web', 4],
]

/**
 * Two Jalali years of the company until now, in steps between which a busy process may do other things. Pure: the same
 * options always give the same history.
 */
export function* generateHistory({ seed, now, withTruths, scale }: HistoryOptions): Generator<undefined, DemoHistory> {
  const { first, last } = twoYearsUntil(now)
  const calendar = workCalendar(first, last)
  const days = openDayBook(calendar)
  const world: World = { seed, now, start: days.at(first, 0), calendar, truths: withTruths ? truths : noTruths }
  yield
  const season = { seed, first, last, days, calendar, truths: world.truths }
  const reports = yield* arrivals('requests', requestsInAll * scale, now, season, requestChannels)
  const meetings = yield* arrivals('meetings', otherInteractionsInAll * scale, now, season, otherChannels)
  const { customers, ofReport, ofMeeting } = yield* giveCustomers(world, reports, meetings)
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

/** Files are opened at a customer's first request or meeting; fewer of them are new as the years go by. */
function* giveCustomers(world: World, reports: readonly Arrival[], meetings: readonly Arrival[]) {
  const customers: DemoCustomer[] = []
  const [ofReport, ofMeeting]: [number[], number[]] = [[], []]
  const inOrder = [
    ...reports.map((arrival, index) => ({ arrival, index, to: ofReport, share: 0.27 })),
    ...meetings.map((arrival, index) => ({ arrival, index, to: ofMeeting, share: 0.015 })),
  ].toSorted((a, b) => +a.arrival.at - +b.arrival.at)
  for (const [place, { arrival, index, to, share }] of inOrder.entries()) {
    if (place % 2000 === 1999) yield
    const chance = chanceOf(world.seed, 'who', place)
    const passed = place / inOrder.length
    // At first nobody is known yet.
    if (customers.length < 3 || chance.happens(share * (0.44 + 1.35 * (1 - passed) ** 2) + Math.exp(-place / (0.01 * inOrder.length)))) {
      to[index] = customers.length
      // The file is the first thing on its own timeline.
      customers.push(customerOf(world, customers.length, new Date(+arrival.at - 1000)))
    } else to[index] = someCustomer(customers, chance)
  }
  return { customers, ofReport, ofMeeting }
}

/** Companies come back most, callers without a name hardly ever. */
function someCustomer(customers: readonly DemoCustomer[], chance: Chance): number {
  const few = Array.from({ length: 4 }, () => chance.whole(0, customers.length - 1))
  return chance.weighted(few, (index) => eagerness(customers[index]!))
}

const eagerness = ({ kind, lastName }: DemoCustomer): number => (kind === 'organisation' ? 3 : lastName === null ? 0.05 : 1)
