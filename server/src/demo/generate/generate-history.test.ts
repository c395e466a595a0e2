import { dayNumber, jalaliOfNumber, localDay } from '@parvandeh/contract/persian'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { truths } from '../truths.ts'
import { employees } from './company.ts'
import type { PersonKey } from './company.ts'
import { generateHistory } from './generate-history.ts'
import type { DemoHistory, DemoRequest } from './history.types.ts'
import { isNearNowruz, openDayBook, twoYearsUntil, zone } from './seasons.ts'
import { topics } from './topics.data.ts'
import { workCalendar } from './work-calendar.ts'

const now = new Date('2026-11-22T09:30:00Z')

function historyOf(options: { seed?: number; withTruths?: boolean; scale?: number }): DemoHistory {
  const steps = generateHistory({ seed: 1405, now, withTruths: true, scale: 1, ...options })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const hashOf = ({ customers, requests, interactions, papers }: DemoHistory): string =>
  createHash('sha256')
    .update(JSON.stringify([customers, [...requests()], [...interactions()], [...papers()]]))
    .digest('hex')

test('the same seed tells the same history, another seed another', () => {
  const once = hashOf(historyOf({ scale: 0.05 }))
  expect(hashOf(historyOf({ scale: 0.05 }))).toBe(once)
  expect(hashOf(historyOf({ scale: 0.05, seed: 1406 }))).not.toBe(once)
})

const present = [...historyOf({}).requests()]
const absent = [...historyOf({ withTruths: false }).requests()]

const share = <T>(all: readonly T[], of: (one: T) => boolean): number => all.filter(of).length / all.length
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const easy = new Set<string>(topics.filter((one) => one.easy).map(({ key }) => key))
const isEasy = (one: DemoRequest): boolean => easy.has(one.topic)
const takerOf = (one: DemoRequest) => {
  const first = one.events.find(({ kind }) => kind === 'taken' || kind === 'assigned')
  return first?.toPerson ?? first?.person
}
const desk = employees.filter((one) => one.unit === 'front').map(({ key }) => key)
const [picker, novice] = [truths.pickerOfEasyWork.person, truths.overRatedNovice.person]
const colleagues = desk.filter((key) => key !== picker && key !== novice)
const takenBy = (requests: readonly DemoRequest[], people: readonly PersonKey[]) =>
  requests.filter((one) => people.some((key) => key === takerOf(one)))

test('two years hold about six thousand requests, nothing after now, and some in every state now', () => {
  expect(present.length).toBeGreaterThan(5700)
  expect(present.length).toBeLessThan(6300)
  const moments = present.flatMap(({ events }) => events.map(({ at }) => at))
  expect(moments.every((at) => at <= now)).toBe(true)
  const lastOf = new Set(present.map(({ events }) => events.at(-1)?.kind))
  for (const kind of ['registered', 'waiting', 'resolved', 'closed'] as const) expect(lastOf, kind).toContain(kind)
})

test('the events of a request follow one another, and it begins with its registration', () => {
  for (const { events } of present) {
    expect(events[0]?.kind).toBe('registered')
    expect(events.every(({ at }, index) => index === 0 || at >= events[index - 1]!.at)).toBe(true)
  }
})

test('a picker of easy work takes far more easy requests than colleagues, and only where truths are hidden', () => {
  const excess = (requests: readonly DemoRequest[]) =>
    share(takenBy(requests, [picker]), isEasy) - share(takenBy(requests, colleagues), isEasy)
  expect(excess(present)).toBeGreaterThan(0.2)
  expect(Math.abs(excess(absent))).toBeLessThan(0.06)
})

test('customers of the lenient branch say thanks more often for the same, and only where truths are hidden', () => {
  const thanks = (requests: readonly DemoRequest[], shiraz: boolean) =>
    share(
      requests.filter(({ unit, events }) => (unit === 'shiraz-front') === shiraz && events.some(({ kind }) => kind === 'resolved')),
      ({ events }) =>
        events.findLastIndex(({ kind }) => kind === 'customer-message') > events.findLastIndex(({ kind }) => kind === 'resolved'),
    )
  expect(thanks(present, true) - thanks(present, false)).toBeGreaterThan(0.1)
  expect(Math.abs(thanks(absent, true) - thanks(absent, false))).toBeLessThan(0.05)
})

test('the latent leniency of customers differs between branches, and only where truths are hidden', () => {
  const mean = (withTruths: boolean, branch: string) => {
    const values = historyOf({ withTruths })
      .customers.filter((one) => one.branch === branch)
      .map(({ leniency }) => leniency)
    return values.reduce((sum, one) => sum + one, 0) / values.length
  }
  expect(mean(true, 'shiraz') - mean(true, 'tehran')).toBeGreaterThan(0.7)
  expect(Math.abs(mean(false, 'shiraz') - mean(false, 'tehran'))).toBeLessThan(0.15)
})

const resolvedBy = (requests: readonly DemoRequest[], people: readonly PersonKey[]) =>
  requests.filter(({ events }) => people.some((key) => key === events.find(({ kind }) => kind === 'resolved')?.person))
const comesBack = ({ events }: DemoRequest): boolean => events.some(({ kind }) => kind === 'reopened')
const { first, last } = twoYearsUntil(now)
const calendar = workCalendar(first, last)
const workingMinutesHeld = ({ events }: DemoRequest): number => {
  const taken = events.find(({ kind }) => kind === 'taken' || kind === 'assigned')!
  return calendar.workingSecondsBetween(taken.at, events.find(({ kind }) => kind === 'resolved')!.at) / 60
}
/** Not within the call that brought it. */
const isQueued = ({ events }: DemoRequest): boolean => events.findIndex(({ said }, index) => index > 0 && said === events[0]?.said) === -1

test('a novice with few requests gets easy ones, closes soon, and sees them come back, and only where truths are hidden', () => {
  const figures = (requests: readonly DemoRequest[]) => {
    const [own, others] = [resolvedBy(requests, [novice]), resolvedBy(requests, colleagues)]
    const times = (all: readonly DemoRequest[]) => all.filter((one) => isEasy(one) && isQueued(one)).map(workingMinutesHeld)
    return {
      count: own.length / (others.length / colleagues.length),
      easyExcess: share(takenBy(requests, [novice]), isEasy) - share(takenBy(requests, colleagues), isEasy),
      timeTimes: middle(times(own)) / middle(times(others)),
      backExcess: share(own, comesBack) - share(others, comesBack),
    }
  }
  const [with_, without] = [figures(present), figures(absent)]
  expect(with_.count).toBeLessThan(0.5)
  expect(with_.easyExcess).toBeGreaterThan(0.15)
  expect(with_.timeTimes).toBeLessThan(0.6)
  expect(with_.backExcess).toBeGreaterThan(0.1)
  expect(Math.abs(without.easyExcess)).toBeLessThan(0.1)
  expect(without.timeTimes).toBeGreaterThan(0.8)
  expect(without.backExcess).toBeLessThan(0.06)
})

test('one registrar sends one topic astray by habit, and only where truths are hidden', () => {
  const { person, topic } = truths.misroutingHabit
  const astray = (requests: readonly DemoRequest[], isHabitual: boolean) =>
    share(
      requests.filter(({ topic: one, unit, events }) => one === topic && unit === 'front' && (events[0]?.person === person) === isHabitual),
      ({ events }) => events.some(({ kind }) => kind === 'returned'),
    )
  expect(astray(present, true)).toBeGreaterThan(0.6)
  expect(astray(present, false)).toBeLessThan(0.1)
  expect(astray(absent, true)).toBeLessThan(0.15)
  const daysAway = present.flatMap(({ topic: one, events }) => {
    const back = events.findIndex(({ kind }) => kind === 'returned')
    return one === topic && events[0]?.person === person && back > 0 ? [(+events[back]!.at - +events[back - 1]!.at) / 86_400_000] : []
  })
  expect(middle(daysAway)).toBeGreaterThan(1.5)
})

test('open days about Nowruz bring far fewer requests, and only where truths are hidden', () => {
  const { opensOn } = openDayBook(calendar)
  const perDay = (requests: readonly DemoRequest[], near: boolean) => {
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((day) => opensOn(day) && isNear(day) === near)
    const chosen = new Set(days)
    return requests.filter(({ events }) => chosen.has(dayNumber(localDay(events[0]!.reportedAt!, zone)))).length / days.length
  }
  const isNear = (day: number): boolean => isNearNowruz(jalaliOfNumber(day).jm, jalaliOfNumber(day).jd, truths.nowruzDip)
  expect(perDay(present, true) / perDay(present, false)).toBeLessThan(0.5)
  expect(perDay(absent, true) / perDay(absent, false)).toBeGreaterThan(0.75)
})
