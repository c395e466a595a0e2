import { contract, indicatorKeys } from '@parvandeh/contract'
import type { IndicatorKey, ResponseOf, Scope } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyRecord, expectIndicator, showKpi } from '../../testing/kpi-builders.ts'
import type { ExpectedRecord, KpiQuery } from '../../testing/kpi-builders.ts'
import { kpiGrants, openKpiOffice } from '../../testing/kpi-office.ts'
import type { KpiOffice } from '../../testing/kpi-office.ts'
import { finalUnit, historyOf, inventStories, recordsOf } from '../../testing/kpi-stories.ts'
import type { Story } from '../../testing/kpi-stories.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { newRequest, of, serviceGrants } from '../../testing/service-builders.ts'
import { loadHistory } from '../service/index.ts'

const now = new Date('2024-05-10T09:00:00Z')
/** From the first of Esfand 1402 to the first of Khordad 1403: Nowruz is in the middle. */
const spring: KpiQuery = { from: '2024-02-20', to: '2024-05-21' }

let site: TestApp
let listed: Map<string, ResponseOf<typeof contract.kpi.list>['indicators'][number]>
let people: KpiOffice['people']
let units: KpiOffice['units']
let stories: Story[]
let cast: Parameters<typeof inventStories>[1]['cast']
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = now
  await site.owner.query(
    `insert into identity.calendar_rule (id, owner_kind, owner_id, valid_from, valid_to, week) values (gen_random_uuid(), 'organisation', null, '2001-03-21', null, $1)`,
    [JSON.stringify(Array.from({ length: 7 }, () => [{ from: '08:00', to: '16:00' }]))],
  )
  const office = await openKpiOffice(site)
  ;({ people, units } = office)
  cast = {
    ...office.cast,
    workers: { [units.east]: [people.maryam.id, people.hamid.id], [units.west]: [people.elham.id, people.kamran.id] },
  }
  stories = inventStories(120, { from: new Date('2024-03-05T00:00:00Z'), now, cast, seed: 7 })
  await load(stories)
  listed = new Map((await site.call(contract.kpi.list, { as: people.manager })).body.indicators.map((one) => [one.key, one]))
}, 120_000)
afterAll(() => site.close())

const load = (some: readonly Story[]) => site.app.runAsSystem((context) => loadHistory(context, some.map(historyOf)))

const expectedOf: Record<IndicatorKey, (story: Story) => ExpectedRecord[]> = {
  'requests-per-day': recordsOf.requests,
  'requests-per-month': recordsOf.requests,
  'closed-per-person': recordsOf.closed,
  'wait-until-response': recordsOf.wait,
  'service-time': recordsOf.service,
  'exchanges-per-service': (story) => recordsOf.exchanges(story, now),
  'service-time-parts': recordsOf.serviceParts,
}

async function expectAll(
  key: IndicatorKey,
  as: TestPerson,
  query: KpiQuery,
  which: (story: Story) => boolean = () => true,
  who: (record: ExpectedRecord) => boolean = () => true,
) {
  // Cut every way once; the filters are then tried with the whole and by month.
  const bucketings = query === spring && as === people.manager ? undefined : (['none', 'month'] as const)
  const records = stories
    .filter((story) => !story.test && which(story))
    .flatMap(expectedOf[key])
    .filter(who)
  await expectIndicator(site, as, listed.get(key)!, query, records, bucketings && [...bucketings])
}

describe.each(indicatorKeys)('%s, recounted from the story of each request', (key) => {
  test(
    'over a spring, by each of its bucketings, with the records behind each figure',
    () => expectAll(key, people.manager, spring),
    60_000,
  )
  test(
    'over a few days, that begin and end at midnight in Tehran',
    () => expectAll(key, people.manager, { from: '2024-03-19', to: '2024-04-03' }),
    60_000,
  )
  test('of a topic, of a product, of a person', async () => {
    const [topicId, productId, personId] = [
      cast.topics[0]!,
      cast.products[1]!,
      key.startsWith('requests') ? people.western.id : people.hamid.id,
    ]
    await expectAll(key, people.manager, { ...spring, topicId }, (story) => story.topicId === topicId)
    await expectAll(key, people.manager, { ...spring, productId }, (story) => story.productId === productId)
    await expectAll(key, people.manager, { ...spring, personId }, undefined, (record) => record.personId === personId)
  }, 60_000)
  test('of a unit, and of the unit above with all below it', async () => {
    await expectAll(key, people.manager, { ...spring, unitId: units.west }, (story) => finalUnit(story) === units.west)
    await expectAll(key, people.manager, { ...spring, unitId: units.above })
    await expectAll(key, people.manager, { ...spring, unitId: '00000000-0000-7000-8000-000000000000' }, () => false)
  }, 60_000)
  test('for a person who may see one unit only', async () => {
    await expectAll(key, people.eastern, spring, (story) => finalUnit(story) === units.east)
    await expectAll(key, people.western, spring, (story) => finalUnit(story) === units.west)
    await expectAll(key, people.western, { ...spring, unitId: units.east }, () => false)
  }, 60_000)
})

test('the invented stories hold what makes counting hard', () => {
  const counted = stories.filter((story) => !story.test)
  const closed = counted.flatMap(recordsOf.closed)
  const states = (records: ExpectedRecord[]) => new Set(records.map(({ state }) => state ?? 'known'))
  expect(stories.length).toBeGreaterThan(counted.length)
  expect(closed.filter(({ values }) => values['cameBack']).length).toBeGreaterThan(5)
  expect(counted.some(({ resolutions, closed: shut }) => shut && resolutions.length === 0)).toBe(true)
  expect(counted.some(({ resolutions, closed: shut }) => shut && resolutions.at(-1)?.cameBack)).toBe(true)
  expect(states(counted.flatMap(recordsOf.wait))).toEqual(new Set(['known', 'not-recorded', 'not-yet']))
  expect(states(counted.flatMap((story) => recordsOf.exchanges(story, now)))).toEqual(new Set(['known', 'not-recorded', 'not-yet']))
})

test('the parts of the wait add up to the wait, on both clocks and in each record', async () => {
  for (const { values } of await everyRecord(site, people.manager, 'wait-until-response', spring)) {
    for (const clock of ['Elapsed', 'Working']) {
      const parts = ['unregistered', 'misrouted', 'queued', 'held'].map((part) => values[`${part}${clock}`] ?? null)
      expect(parts.includes(null) ? null : parts.reduce((sum: number, part) => sum + (part ?? 0), 0)).toBe(values[`wait${clock}`])
    }
  }
})

test('where service time goes adds up to it, on both clocks, by state as by holder', async () => {
  for (const filter of [{}, { unitId: units.west }, { personId: people.hamid.id }]) {
    const records = await everyRecord(site, people.manager, 'service-time', { ...spring, ...filter })
    const whole = (key: string) => records.reduce((sum, { values }) => sum + (values[key] ?? 0), 0)
    for (const by of ['state', 'person', 'unit', 'topic'] as const) {
      const { buckets } = await showKpi(site, people.manager, 'service-time-parts', { ...spring, ...filter, by })
      const sum = (figure: string) => buckets.reduce((total, { figures }) => total + (figures[figure]?.value ?? 0), 0)
      expect([sum('partElapsed'), sum('partWorking')]).toEqual([whole('serviceElapsed'), whole('serviceWorking')])
    }
  }
})

test('the interval of a percentile is made of two of its values, so chosen that it misses in one of twenty at most', async () => {
  const { whole, buckets } = await showKpi(site, people.manager, 'service-time', {
    ...spring,
    by: 'topic',
    value: 'serviceElapsed',
    intervals: 'true',
  })
  expect(Object.keys(whole.figures)).toEqual(['serviceElapsed.mean', 'serviceElapsed.median', 'serviceElapsed.p90'])
  for (const bucket of [whole, ...buckets]) {
    const records = await everyRecord(site, people.manager, 'service-time', {
      ...spring,
      ...(bucket === whole ? {} : { by: 'topic', bucket: bucket.key }),
    })
    const inOrder = records.flatMap(({ values }) => values['serviceElapsed'] ?? []).toSorted((a, b) => a - b)
    for (const [figure, share] of [
      ['serviceElapsed.median', 0.5],
      ['serviceElapsed.p90', 0.9],
    ] as const) {
      const given = bucket.figures[figure]!
      const ranks = tediousRanks(inOrder.length, share)
      expect(given.interval, `${bucket.key} ${figure} of ${inOrder.length}`).toEqual(
        ranks ? { low: inOrder[ranks.low - 1], high: inOrder[ranks.high - 1] } : null,
      )
      if (given.interval) expect(given.interval.low <= given.value! && given.value! <= given.interval.high).toBe(true)
    }
  }
})

/** The same ranks by adding up whole binomial coefficients. */
function tediousRanks(n: number, share: number): { low: number; high: number } | null {
  const chances = Array.from({ length: n + 1 }, (_, count) => {
    let chance = (1 - share) ** (n - count) * share ** count
    for (let index = 0; index < count; index += 1) chance *= (n - index) / (index + 1)
    return chance
  })
  const below = (rank: number) => chances.slice(0, rank).reduce((sum, chance) => sum + chance, 0)
  const low = chances.findLastIndex((_, rank) => below(rank) <= 0.025)
  const high = chances.findIndex((_, rank) => 1 - below(rank) <= 0.025)
  return low >= 1 && high !== -1 && high <= n ? { low, high } : null
}

test('requests a day are over the days up to today, requests a month over months that are over', async () => {
  const perDay = await showKpi(site, people.manager, 'requests-per-day', { ...spring, by: 'weekday' })
  const perMonth = await showKpi(site, people.manager, 'requests-per-month', { ...spring, by: 'month' })
  // 20 February to 10 May are 81 days, of a period of 91.
  expect(perDay.whole.figures['perDay.mean']).toEqual({ value: perDay.whole.count / 81, count: 81, missing: null })
  const daily = (await showKpi(site, people.manager, 'requests-per-day', { from: '2024-02-20', to: '2024-05-11', by: 'day' })).buckets.map(
    ({ count }) => count,
  )
  expect(perDay.whole.figures['perDay.median']?.value).toBe(daily.toSorted((a, b) => a - b)[40])
  const saturdays = daily.filter((_, index) => index % 7 === 4)
  expect(perDay.buckets[0]).toMatchObject({
    key: '0',
    figures: { 'perDay.mean': { value: saturdays.reduce((a, b) => a + b) / saturdays.length, count: saturdays.length } },
  })
  const [esfand, farvardin] = perMonth.buckets
  expect(perMonth.whole.figures['perMonth.mean']).toEqual({
    value: ((esfand?.count ?? 0) + (farvardin?.count ?? 0)) / 2,
    count: 2,
    missing: null,
  })
  expect(perMonth.buckets.map(({ key }) => key)).toEqual(['1402-12', '1403-01', '1403-02'])
  const inMonth = await showKpi(site, people.manager, 'requests-per-month', { from: '2024-04-20', to: '2024-05-21' })
  expect(inMonth.whole.figures['perMonth.mean']).toEqual({ value: null, count: 0, missing: 'not-yet' })
})

test('what is not measured yet is said as missing, what has no records too, and neither is a zero', async () => {
  const figures = async (key: IndicatorKey, query: KpiQuery) => (await showKpi(site, people.manager, key, query)).whole.figures
  const empty = { from: '2023-03-21', to: '2023-04-21' }
  expect(await figures('closed-per-person', empty)).toMatchObject({
    closed: { value: 0, missing: null },
    reopenRate: { value: null, missing: 'no-records' },
    difficultyAdjusted: { value: null, missing: 'not-yet-measured' },
    easyShare: { value: null, missing: 'not-yet-measured' },
    satisfaction: { value: null, missing: 'not-yet-measured' },
    hoursWorked: { value: null, missing: 'not-yet-measured' },
  })
  expect(await figures('wait-until-response', empty)).toMatchObject({ 'waitElapsed.p90': { value: null, missing: 'no-records' } })
  expect(await figures('requests-per-day', empty)).toMatchObject({
    requests: { value: 0 },
    'perDay.mean': { value: 0, count: 31 },
    forecast: { value: null, missing: 'not-yet-measured' },
  })
})

test('every bucket of time within the period is there, empty ones with a count of zero', async () => {
  const keys = async (key: IndicatorKey, by: KpiQuery['by'], to = '2023-03-24') =>
    (await showKpi(site, people.manager, key, { from: '2023-03-19', to, by })).buckets.map((bucket) => `${bucket.key}:${bucket.count}`)
  expect(await keys('service-time', 'day')).toEqual(['2023-03-19:0', '2023-03-20:0', '2023-03-21:0', '2023-03-22:0', '2023-03-23:0'])
  expect(await keys('service-time', 'month', '2023-05-23')).toEqual(['1401-12:0', '1402-01:0', '1402-02:0', '1402-03:0'])
  expect(await keys('service-time', 'weekday')).toEqual(['1:0', '2:0', '3:0', '4:0', '5:0'])
  expect(await keys('requests-per-day', 'hour')).toHaveLength(24)
  expect(await keys('closed-per-person', 'person')).toEqual([])
})

describe('at its edges', () => {
  /** A request that is reported, and resolved at once, in this very moment. */
  const atMoment = (number: string, moment: string, more: Partial<Story> = {}): Story => {
    const at = new Date(moment)
    return {
      ...stories[0]!,
      number,
      recorded: true,
      test: false,
      topicId: null,
      productId: null,
      reported: at,
      registered: at,
      unit: units.east,
      referral: null,
      taken: null,
      answer: null,
      moreExchanges: [],
      waits: [],
      resolutions: [{ at, by: people.hamid.id, cameBack: null }],
      closed: null,
      ...more,
    }
  }
  const counts = async (key: IndicatorKey, query: KpiQuery) =>
    Object.fromEntries((await showKpi(site, people.manager, key, query)).buckets.map((bucket) => [bucket.key, bucket.count]))

  test('a day begins at midnight in Tehran, also the day of Nowruz, which begins a year', async () => {
    await load([atMoment('پیش از نوروز', '2023-03-20T20:29:59.999Z'), atMoment('نوروز', '2023-03-20T20:30:00Z')])
    for (const key of ['requests-per-day', 'service-time'] as const) {
      expect(await counts(key, { from: '2023-03-20', to: '2023-03-23', by: 'day' })).toEqual({
        '2023-03-20': 1,
        '2023-03-21': 1,
        '2023-03-22': 0,
      })
      expect(await counts(key, { from: '2023-03-01', to: '2023-04-21', by: 'month' })).toEqual({ '1401-12': 1, '1402-01': 1 })
      expect((await showKpi(site, people.manager, key, { from: '2023-03-21', to: '2023-03-22' })).whole.count).toBe(1)
    }
    expect(await counts('requests-per-day', { from: '2023-03-20', to: '2023-03-22', by: 'hour' })).toMatchObject({ 0: 1, 23: 1 })
  })

  test('the days on which clocks changed, while they did, are whole', async () => {
    // 2 Farvardin 1401 began at one o'clock; 30 Shahrivar 1401 had its last hour twice.
    const moments = ['2022-03-21T20:29:59Z', '2022-03-21T20:30:00Z', '2022-09-21T19:00:00Z', '2022-09-21T20:00:00Z', '2022-09-21T20:30:00Z']
    await load(moments.map((moment, index) => atMoment(`ساعت ${index}`, moment)))
    // 2 Farvardin was a Tuesday; its first hour by the clock was the second. The last hour of summer, and the one after, were both eleven.
    expect(await counts('requests-per-day', { from: '2022-03-21', to: '2022-03-23', by: 'weekday-hour' })).toMatchObject({
      '2-23': 1,
      '3-1': 1,
    })
    expect(await counts('requests-per-day', { from: '2022-09-21', to: '2022-09-23', by: 'weekday-hour' })).toMatchObject({
      '4-23': 2,
      '5-0': 1,
    })
    expect(await counts('requests-per-day', { from: '2022-03-21', to: '2022-03-23', by: 'day' })).toEqual({
      '2022-03-21': 1,
      '2022-03-22': 1,
    })
    expect(await counts('requests-per-day', { from: '2022-09-21', to: '2022-09-23', by: 'day' })).toEqual({
      '2022-09-21': 2,
      '2022-09-22': 1,
    })
    for (const [from, to, count] of [
      ['2022-03-21', '2022-03-22', 1],
      ['2022-03-22', '2022-03-23', 1],
      ['2022-09-21', '2022-09-22', 2],
      ['2022-09-22', '2022-09-23', 1],
    ] as const) {
      expect((await showKpi(site, people.manager, 'requests-per-day', { from, to })).whole.count).toBe(count)
    }
  })

  test('a letter entered a week later changes the day on which it was written', async () => {
    const week = { from: '2024-05-01', to: '2024-05-11', by: 'day' } as const
    const before = await counts('requests-per-day', week)
    const letter = await newRequest(site, people.manager, cast.customerId, {
      reportedAt: '2024-05-03T08:00:00Z',
      channel: 'letter',
      unitId: units.east,
    })
    expect(await counts('requests-per-day', week)).toEqual({ ...before, '2024-05-03': before['2024-05-03']! + 1 })
    const records = await everyRecord(site, people.manager, 'wait-until-response', { ...week, bucket: '2024-05-03' })
    expect(records.find(({ requestId }) => requestId === letter.id)).toMatchObject({
      at: '2024-05-03T08:00:00.000Z',
      state: 'not-yet',
      values: { waitElapsed: null },
    })
  })

  test('a merged request counts once, in the one it went into', async () => {
    const today = { from: '2024-05-10', to: '2024-05-11' }
    const count = async () => (await showKpi(site, people.manager, 'requests-per-day', today)).whole.count
    const before = await count()
    const [kept, merged] = [
      await newRequest(site, people.manager, cast.customerId),
      await newRequest(site, people.manager, cast.customerId),
    ]
    expect(await count()).toBe(before + 2)
    const done = await site.call(contract.requests.merge, { as: people.manager, params: of(merged), body: { intoNumber: kept.number } })
    expect(done, done.text).toMatchObject({ status: 200 })
    expect(await count()).toBe(before + 1)
  })

  test('a resolution becomes old enough to tell of first contact after seven days', async () => {
    const day = { from: '2024-01-05', to: '2024-01-06' }
    await load([atMoment('تازه', '2024-01-05T10:00:00Z')])
    const rate = async (at: string) => {
      site.clock.now = new Date(at)
      return (await showKpi(site, people.manager, 'exchanges-per-service', day)).whole
    }
    expect(await rate('2024-01-12T09:59:59Z')).toMatchObject({
      count: 1,
      notYet: 1,
      figures: { firstContactRate: { value: null, missing: 'too-young' }, 'exchanges.mean': { value: 0, missing: null } },
    })
    expect(await rate('2024-01-12T10:00:00Z')).toMatchObject({
      count: 1,
      notYet: 0,
      figures: { firstContactRate: { value: 1, missing: null, count: 1 } },
    })
    site.clock.now = now
  })
})

describe('rights', () => {
  /** All that a person gets from the module, as text. */
  async function everythingSeenBy(as: TestPerson): Promise<string> {
    const replies: string[] = []
    for (const { key, bucketings } of listed.values()) {
      for (const by of bucketings) {
        const filters = by === 'none' ? [{}, { unitId: units.west }, { unitId: units.above }, { personId: people.elham.id }] : [{}]
        for (const filter of filters)
          replies.push(
            (await site.call(contract.kpi.show, { as, params: { indicator: key }, query: { ...spring, by, ...filter, intervals: 'true' } }))
              .text,
          )
        replies.push(
          (
            await site.call(contract.kpi.records, {
              as,
              params: { indicator: key },
              query: { ...spring, by, bucket: by === 'person' ? people.elham.id : 'all' },
            })
          ).text,
        )
      }
    }
    return replies.join('\n')
  }

  test.each(['own', 'team', 'unit'] as const)(
    'requests of a sibling unit change nothing in any figure, percentile or record, with scope %s',
    async (scope) => {
      const reader = await site.addPerson(`بیننده ${scope}`, { unitId: units.east, grants: { 'kpi.read': scope } })
      const eastern = inventStories(10, {
        from: new Date('2024-04-01T00:00:00Z'),
        now,
        cast: { ...cast, units: [units.east, units.east], workers: { [units.east]: [reader.id] } },
        seed: scope.length,
      })
      await load(eastern)
      const before = await everythingSeenBy(reader)
      expect((await showKpi(site, reader, 'requests-per-day', spring)).whole.count).toBeGreaterThan(0)
      await load(
        inventStories(30, {
          from: new Date('2024-03-05T00:00:00Z'),
          now,
          cast: { ...cast, units: [units.west, units.west] },
          seed: 100 + scope.length,
        }),
      )
      expect(await everythingSeenBy(reader)).toBe(before)
    },
    60_000,
  )

  test('what a record is about is told to whoever may open it; others see that it counts', async () => {
    const counting = await site.addPerson('شمارندهٔ بی‌دفتر', { unitId: units.east, grants: { 'kpi.read': 'all', 'service.read': 'team' } })
    const [every, seen] = await Promise.all([people.manager, counting].map((as) => everyRecord(site, as, 'requests-per-day', spring)))
    expect(seen?.map(({ number }) => number)).toEqual(every?.map(({ number }) => number))
    const told = new Set(seen?.filter(({ subject }) => subject !== '').map(({ requestId }) => requestId))
    const own = await everyRecord(site, people.eastern, 'requests-per-day', spring)
    expect([...told].toSorted()).toEqual(own.map(({ requestId }) => requestId).toSorted())
    expect(told.size).toBeLessThan(every?.length ?? 0)
  })

  test('the records behind a number are taken out as a file by whoever may take requests out, and as far', async () => {
    const exporting = async (scope?: Scope) => {
      const { 'service.export': _, ...rest } = kpiGrants('all')
      const given = { ...rest, ...(scope && { 'service.export': scope }) }
      return site.addPerson(`برون‌برِ ${scope ?? 'بی‌اجازه'}`, { unitId: units.east, grants: given })
    }
    const indicator = 'wait-until-response'
    const taken = async (as: TestPerson, query: object = {}) =>
      site.call(contract.kpi.exportRecords, { as, params: { indicator }, query: { ...spring, ...query }, language: 'en' })
    const linesOf = (text: string) => text.trimEnd().split('\r\n').slice(1)
    const every = await everyRecord(site, people.manager, indicator, spring)
    const whole = await taken(await exporting('all'))
    expect(linesOf(whole.text).map((line) => line.split(',')[0])).toEqual(every.map(({ number }) => number))
    const [head] = whole.text.split('\r\n')
    expect(head).toContain('Number,Subject,At,At (Jalali),By,"Wait, elapsed (seconds)"')
    const ofTeam = await taken(await exporting('team'))
    expect(linesOf(ofTeam.text).length).toBeLessThan(every.length)
    const own = await everyRecord(site, people.eastern, indicator, spring)
    expect(linesOf(ofTeam.text).map((line) => line.split(',')[0])).toEqual(own.map(({ number }) => number))
    const month = await taken(await exporting('all'), { by: 'month', bucket: '1403-01', columns: 'number' })
    const ofMonth = await everyRecord(site, people.manager, indicator, { ...spring, by: 'month', bucket: '1403-01' })
    expect(linesOf(month.text)).toEqual(ofMonth.map(({ number }) => number))
    expect((await taken(await exporting())).status).toBe(403)
    const trail = await site.owner.query(
      `select after from identity.audit_entry where action = 'kpi.records-exported' order by id desc limit 1`,
    )
    expect(trail.rows[0].after).toMatchObject({ columns: ['number'], filters: { indicator, bucket: '1403-01' } })
  })

  test('the numbers need the right to see numbers, and nothing else', async () => {
    const reader = await site.addPerson('بی‌حق', { grants: serviceGrants('all') })
    for (const key of indicatorKeys)
      expect((await site.call(contract.kpi.show, { as: reader, params: { indicator: key }, query: spring })).status).toBe(403)
    expect((await site.call(contract.kpi.list)).status).toBe(401)
  })
})

describe('what cannot be answered is refused', () => {
  const asked = async (indicator: string, query: object) => {
    const reply = await site.call(contract.kpi.show, {
      as: people.manager,
      params: { indicator: indicator as IndicatorKey },
      query: query as KpiQuery,
      language: 'en',
    })
    return `${reply.status} ${(reply.body as unknown as { code: string }).code} ${(reply.body as unknown as { problems?: { field: string; code: string }[] }).problems?.map(({ field, code }) => `${field} ${code}`).join() ?? ''}`
  }

  test('by the field at fault', async () => {
    expect(await asked('requests-per-day', { from: '2024-05-01', to: '2024-05-01' })).toBe('422 invalid-input to period-empty')
    expect(await asked('requests-per-day', { from: '1990-01-01', to: '2024-05-01' })).toBe('422 invalid-input from beyond-calendar')
    expect(await asked('requests-per-day', { from: '2024-01-01', to: '2055-05-01' })).toBe('422 invalid-input from beyond-calendar')
    expect(await asked('requests-per-day', { from: '2010-01-01', to: '2024-05-01', by: 'day' })).toBe('422 invalid-input by too-many-days')
    expect(await asked('requests-per-month', { from: '2024-01-01', to: '2024-05-01', by: 'hour' })).toBe('422 invalid-input by not-offered')
    expect(await asked('service-time', { from: '2024-01-01', to: '2024-05-01', by: 'state' })).toBe('422 invalid-input by not-offered')
    expect(await asked('service-time', { from: '2024-01-01', to: '2024-05-01', value: 'requests' })).toBe(
      '422 invalid-input value no-such-value',
    )
    expect(await asked('requests-per-day', { from: '2024-13-01', to: '2024-05-01' })).toContain('422 invalid-input from')
    expect(await asked('requests-per-year', spring)).toBe('404 not-found ')
  })

  test('a page after a key that no page gave', async () => {
    for (const after of [
      'nonsense',
      Buffer.from('["2024-01-01", "x"]').toString('base64url'),
      Buffer.from(`["2024-99-01T00:00:00.000000Z","${people.hamid.id}"]`).toString('base64url'),
    ]) {
      const reply = await site.call(contract.kpi.records, {
        as: people.manager,
        params: { indicator: 'service-time' },
        query: { ...spring, after },
      })
      expect(reply, reply.text).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
    }
  })

  test('a question that takes too long is ended and said to be too long', async () => {
    await site.owner.query('begin')
    await site.owner.query('lock table service.request in access exclusive mode')
    let isAnswered = false
    const reply = site
      .call(contract.kpi.show, { as: people.manager, params: { indicator: 'service-time' }, query: spring })
      .finally(() => (isAnswered = true))
    // What the time limit does, without waiting for it.
    while (!isAnswered)
      await site.owner.query(
        `select pg_cancel_backend(pid), pg_sleep(0.05) from pg_locks where relation = 'service.request'::regclass and not granted`,
      )
    expect(await reply).toMatchObject({ status: 503, body: { code: 'took-too-long' } })
    await site.owner.query('rollback')
  })
})
