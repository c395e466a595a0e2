import { contract, indicatorKeys } from '@parvandeh/contract'
import type { IndicatorKey } from '@parvandeh/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { showKpi } from '../../../testing/kpi-builders.ts'
import type { KpiQuery } from '../../../testing/kpi-builders.ts'
import { openKpiOffice } from '../../../testing/kpi-office.ts'
import type { KpiOffice } from '../../../testing/kpi-office.ts'
import { historyOf, inventStories } from '../../../testing/kpi-stories.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of } from '../../../testing/service-builders.ts'
import { loadHistory } from '../../service/index.ts'
import { keepSheets } from './keep-sheets.ts'
import { sheetsBehind } from './state.queries.ts'

const now = new Date('2024-05-10T09:00:00Z')
const spring: KpiQuery = { from: '2024-02-20', to: '2024-05-21' }

let site: TestApp
let people: KpiOffice['people']
let units: KpiOffice['units']
let cast: Parameters<typeof inventStories>[1]['cast']
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = now
  const office = await openKpiOffice(site)
  ;({ people, units } = office)
  // Some hold what lies in the other unit.
  const workers = { [units.east]: [people.hamid.id, people.western.id], [units.west]: [people.elham.id, people.eastern.id] }
  cast = { ...office.cast, workers }
  const stories = inventStories(150, { from: new Date('2024-03-05T00:00:00Z'), now, cast, seed: 11 })
  await site.app.runAsSystem((context) => loadHistory(context, stories.map(historyOf)))
  await site.settle()
}, 120_000)
afterAll(() => site.close())
beforeEach(() => {
  site.clock.now = now
})

const keep = () => keepSheets({ runAsSystem: site.app.runAsSystem, signal: new AbortController().signal })
const behind = () => site.app.runAsSystem(sheetsBehind)

/** The answer as it is given, and as it is given when there are no sheets. */
async function bothWays(as: TestPerson, key: IndicatorKey, query: KpiQuery) {
  const given = await showKpi(site, as, key, query)
  const kept = await site.owner.query('delete from kpi.sheet_state returning *')
  expect(kept.rowCount).toBe(1)
  const counted = await showKpi(site, as, key, query)
  await site.owner.query(
    'insert into kpi.sheet_state (id, definitions, zone, built_from, build_until) select id, definitions, zone, built_from, build_until from jsonb_populate_record(null::kpi.sheet_state, $1)',
    [JSON.stringify(kept.rows[0])],
  )
  return [given, counted].map(rounded)
}

/** Sums in another order differ in their last digits. */
const rounded = (shown: object) =>
  JSON.parse(JSON.stringify(shown, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)))

/** Nothing is told by sheets where the facts are read: they must be what answers. */
const spoilSheets = () => site.owner.query('update kpi.sheet set count = count + 1000')

describe('answers from sheets are those from the facts (C70)', () => {
  beforeAll(keep)

  test('the sheets are there, and are what answers', async () => {
    expect(await behind()).toEqual({ marked: 0, toBuild: 0 })
    const before = await showKpi(site, people.manager, 'requests-per-day', spring)
    await spoilSheets()
    expect((await showKpi(site, people.manager, 'requests-per-day', spring)).whole.count).toBeGreaterThan(before.whole.count + 1000)
    await site.owner.query('update kpi.sheet set count = count - 1000')
  })

  describe.each(indicatorKeys)('%s', (key) => {
    test('by every cut, with intervals, for whoever sees all, a unit, a team with rows of their own elsewhere, or own rows only', async () => {
      const { indicators } = (await site.call(contract.kpi.list, { as: people.manager })).body
      for (const by of indicators.find((one) => one.key === key)!.bucketings) {
        for (const as of by === 'month' || by === 'person' ? Object.values(people) : [people.manager, people.eastern]) {
          const [given, counted] = await bothWays(as, key, { ...spring, by, intervals: 'true' })
          expect(given, `${by} for ${as.name}`).toEqual(counted)
        }
      }
    })

    test('within filters, and over a part of the period', async () => {
      const filters: Partial<KpiQuery>[] = [
        { unitId: units.west },
        { unitId: units.above, channel: 'phone' },
        { topicId: cast.topics[0]!, productId: cast.products[1]! },
        { personId: key.startsWith('requests') ? people.western.id : people.hamid.id },
        { from: '2024-03-19', to: '2024-04-03' },
        { from: '2024-05-01', to: '2024-05-11' },
        { from: '2010-03-21', to: '2011-03-21' },
      ]
      for (const filter of filters)
        for (const by of ['none', 'month', 'topic'] as const)
          for (const as of [people.manager, people.western]) {
            const [given, counted] = await bothWays(as, key, { ...spring, ...filter, by })
            expect(given, JSON.stringify([filter, by])).toEqual(counted)
          }
    })
  })
})

test('what happens is counted at once, before and after its day is counted again; so is what is undone or passed on', async () => {
  const count = async (as: TestPerson, key: IndicatorKey, query: Partial<KpiQuery> = {}) =>
    (await showKpi(site, as, key, { ...spring, ...query })).whole.count
  const seen = async () => [
    await count(people.manager, 'requests-per-day'),
    await count(people.western, 'requests-per-day'),
    await count(people.manager, 'closed-per-person'),
    await count(people.eastern, 'closed-per-person', { unitId: units.east }),
  ]
  const [all = 0, west = 0, closed = 0, closedEast = 0] = await seen()
  const letter = await newRequest(site, people.eastern, cast.customerId, { reportedAt: '2024-05-03T08:00:00Z', unitId: units.east })
  await site.settle()
  let { version } = letter
  const steps: [act: () => Promise<{ status: number; text: string; body: { version: number } } | undefined>, expected: number[]][] = [
    [async () => undefined, [all + 1, west, closed, closedEast]],
    [
      () => site.call(contract.requests.refer, { as: people.eastern, params: of(letter), body: { unitId: units.west } }),
      [all + 1, west + 1, closed, closedEast],
    ],
    [
      () => site.call(contract.requests.resolve, { as: people.manager, params: of(letter), body: { outcome: 'solved' } }),
      [all + 1, west + 1, closed + 1, closedEast],
    ],
    [
      () => site.call(contract.requests.undo, { as: people.manager, params: of(letter), body: { version } }),
      [all + 1, west + 1, closed, closedEast],
    ],
  ]
  for (const [act, expected] of steps) {
    const done = await act()
    expect(done?.status ?? 200, done?.text).toBe(200)
    version = done?.body.version ?? version
    await site.settle()
    expect((await behind()).marked).toBeGreaterThan(0)
    expect(await seen()).toEqual(expected)
    await keep()
    expect(await behind()).toEqual({ marked: 0, toBuild: 0 })
    expect(await seen()).toEqual(expected)
  }
})

test('what was too young to tell settles by itself, in the sheets too', async () => {
  site.clock.now = new Date('2024-05-19T09:00:00Z')
  const [given, counted] = await bothWays(people.manager, 'exchanges-per-service', { ...spring, by: 'day' })
  expect(given).toEqual(counted)
  await keep()
  expect(await behind()).toEqual({ marked: 0, toBuild: 0 })
  const unsettled = await site.owner.query(
    `select day from kpi.sheet where indicator = 'exchanges-per-service' and counted_on <= day + 7 and day < '2024-05-12'`,
  )
  expect(unsettled.rows).toEqual([])
  const [after, facts] = await bothWays(people.manager, 'exchanges-per-service', { ...spring, by: 'day' })
  expect(after).toEqual(facts)
  expect(after).toEqual(given)
})

test('sheets that were made for other definitions, or for other midnights, are not read, and are made anew', async () => {
  const before = await showKpi(site, people.manager, 'service-time', { ...spring, by: 'day' })
  for (const spoil of [`update kpi.sheet_state set zone = 'Europe/Berlin'`, `update kpi.sheet_state set definitions = 'others'`]) {
    await spoilSheets()
    await site.owner.query(spoil)
    expect(await showKpi(site, people.manager, 'service-time', { ...spring, by: 'day' })).toEqual(before)
  }
  await keep()
  expect((await site.owner.query('select 1 from kpi.sheet where count > 1000')).rowCount).toBe(0)
  expect(await showKpi(site, people.manager, 'service-time', { ...spring, by: 'day' })).toEqual(before)
})

test('a day with more records than are packed is answered from the facts, also while it is only marked', async () => {
  await keep()
  const query: KpiQuery = { from: '2024-05-01', to: '2024-05-11', by: 'day' }
  const { rows } = await site.owner.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns where table_schema = 'service' and table_name = 'request'
      and is_generated = 'NEVER' and column_name not in ('id', 'external_number')`,
  )
  const columns = rows.map(({ name }) => name).join(', ')
  const letter = await newRequest(site, people.eastern, cast.customerId, { reportedAt: '2024-05-05T08:00:00Z' })
  await site.owner.query(
    `insert into service.request (id, ${columns}) select gen_random_uuid(), ${columns} from service.request, generate_series(1, 100000) where id = $1`,
    [letter.id],
  )
  await site.settle()
  for (const turn of ['marked', 'left unpacked']) {
    const [given, counted] = await bothWays(people.manager, 'requests-per-day', query)
    expect(given, turn).toEqual(counted)
    expect(given.whole.count, turn).toBeGreaterThan(100_000)
    await keep()
  }
  expect((await site.owner.query('select day::text from kpi.unpacked_day')).rows).toEqual([{ day: '2024-05-05' }])
  expect(await behind()).toEqual({ marked: 0, toBuild: 0 })
})
