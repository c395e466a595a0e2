import { contract } from '@parvandeh/contract'
import type { CallOf, IndicatorKey, ResponseOf } from '@parvandeh/contract'
import { expect } from 'vitest'
import type { TestApp, TestPerson } from './open-test-app.ts'

type Shown = ResponseOf<typeof contract.kpi.show>
type Listed = ResponseOf<typeof contract.kpi.list>['indicators'][number]
type KpiRecord = ResponseOf<typeof contract.kpi.records>['rows'][number]
export type KpiQuery = NonNullable<CallOf<typeof contract.kpi.show>['query']>

/** What a test holds to be a record, made of what it knows of a request and not of what the product stored. */
export interface ExpectedRecord {
  at: Date
  personId: string | null
  topicId?: string | null
  state?: 'known' | 'not-recorded' | 'not-yet'
  values: Record<string, number | null>
  /** Buckets that follow from neither moment nor values: of the unit, the product, the channel. */
  in?: Partial<Record<Bucketing, string>>
}

type Bucketing = Shown['by']

export async function showKpi(site: TestApp, as: TestPerson, indicator: IndicatorKey, query: KpiQuery): Promise<Shown> {
  const shown = await site.call(contract.kpi.show, { as, params: { indicator }, query })
  expect(shown, shown.text).toMatchObject({ status: 200 })
  return shown.body
}

/** Every record behind a figure, page after page. */
export async function everyRecord(
  site: TestApp,
  as: TestPerson,
  indicator: IndicatorKey,
  query: KpiQuery & { bucket?: string },
  limit = 200,
): Promise<KpiRecord[]> {
  const rows: KpiRecord[] = []
  for (let after: string | undefined; ;) {
    const page = await site.call(contract.kpi.records, { as, params: { indicator }, query: { ...query, limit, after } })
    expect(page, page.text).toMatchObject({ status: 200 })
    rows.push(...page.body.rows)
    after = page.body.next
    if (after === undefined) return rows
  }
}

const calendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'Asia/Tehran',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
})
const gregorian = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tehran', year: 'numeric', month: '2-digit', day: '2-digit' })
const weekdays = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']

/** Where a moment lies in Tehran, by the calendar of the runtime. */
function placeOf(at: Date): Record<'day' | 'month' | 'month-part' | 'weekday' | 'hour' | 'weekday-hour', string> {
  const parts = new Map(calendar.formatToParts(at).map(({ type, value }) => [type, value]))
  const weekday = String(weekdays.indexOf(parts.get('weekday') ?? ''))
  const hour = String(Number(parts.get('hour')))
  const inThreeDays = calendar.formatToParts(+at + 3 * 86_400_000).find(({ type }) => type === 'month')?.value
  return {
    day: gregorian.format(at),
    month: `${parts.get('year')}-${parts.get('month')}`,
    'month-part': Number(parts.get('day')) <= 3 ? 'first' : inThreeDays === parts.get('month') ? 'middle' : 'last',
    weekday,
    hour,
    'weekday-hour': `${weekday}-${hour}`,
  }
}

/** The band that a record's value falls into, counted from the edges one by one. */
function bandOf({ bands }: Listed, { values }: ExpectedRecord): string {
  const value = bands ? values[bands.value] : null
  return value == null ? 'none' : String(bands?.edges.filter((edge) => value >= edge).length)
}

/** The bucket that a record falls into by each cut of which it tells. */
const keysOf = (listed: Listed, record: ExpectedRecord): Partial<Record<Bucketing, string>> & { day: string } => ({
  ...placeOf(record.at),
  person: record.personId ?? 'none',
  topic: record.topicId ?? 'none',
  band: bandOf(listed, record),
  ...record.in,
})

/** Mean, median and 90th percentile as everybody learns them. */
function spreadOf(numbers: readonly number[]) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const index = (sorted.length - 1) * share
    const [low, high] = [sorted[Math.floor(index)] ?? 0, sorted[Math.ceil(index)] ?? 0]
    return low * (1 - (index % 1)) + high * (index % 1)
  }
  const sum = numbers.reduce((a, b) => a + b, 0)
  return { sum, mean: sum / numbers.length, median: at(0.5), p90: at(0.9) }
}

/**
 * Compares an indicator, by every one of its bucketings unless said, with what is counted here from the expected records, and then
 * every figure with the records that it opens into.
 */
export async function expectIndicator(
  site: TestApp,
  as: TestPerson,
  listed: Listed,
  query: KpiQuery,
  all: readonly ExpectedRecord[],
  bucketings = listed.bucketings,
): Promise<void> {
  const placed = all.map((record) => ({ ...record, keys: keysOf(listed, record) }))
  const within = placed.filter(({ keys }) => keys.day >= query.from && keys.day < query.to)
  const isTold = (by: Bucketing) => by === 'none' || placed.every(({ keys }) => keys[by] !== undefined)
  for (const by of bucketings.filter(isTold)) {
    const shown = await showKpi(site, as, listed.key, { ...query, by })
    expectBucket(listed, shown.whole, within)
    if (by === 'none') continue
    const groups = Map.groupBy(within, ({ keys }) => keys[by] ?? '')
    for (const bucket of shown.buckets) expectBucket(listed, bucket, groups.get(bucket.key) ?? [])
    expect(
      [...groups.keys()].filter((key) => !shown.buckets.some((bucket) => bucket.key === key)),
      `${listed.key} by ${by}: buckets that are lacking`,
    ).toEqual([])
    const opened = shown.buckets.filter(({ count }) => count > 0).slice(0, 2)
    for (const bucket of opened)
      expectAddsUp(
        listed,
        bucket,
        await everyRecord(site, as, listed.key, { ...query, by, bucket: bucket.key }, Math.min(200, Math.ceil(bucket.count / 2))),
      )
  }
  const records = await everyRecord(site, as, listed.key, query)
  expectAddsUp(listed, (await showKpi(site, as, listed.key, query)).whole, records)
  const told = (record: { at: Date | string; personId: string | null; values: object }) =>
    JSON.stringify([new Date(record.at).toISOString(), record.personId, Object.entries(record.values).toSorted()])
  expect(records.map(told).toSorted()).toEqual(within.map(told).toSorted())
}

function expectBucket(listed: Listed, bucket: Shown['whole'], records: readonly ExpectedRecord[]): void {
  const having = (state: string) => records.filter((record) => (record.state ?? 'known') === state).length
  expect([bucket.count, bucket.notRecorded, bucket.notYet], `${listed.key} ${bucket.key}: counts`).toEqual([
    records.length,
    having('not-recorded'),
    having('not-yet'),
  ])
  expectFigures(listed, bucket, records)
}

function expectAddsUp(listed: Listed, bucket: Shown['whole'], records: readonly KpiRecord[]): void {
  expect(records).toHaveLength(bucket.count)
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  expectFigures(listed, bucket, records)
}

function expectFigures(listed: Listed, bucket: Shown['whole'], records: readonly Pick<ExpectedRecord, 'values'>[]): void {
  for (const { key, value, measure, per } of listed.figures) {
    if (per !== 'record' || value === null || measure === null) continue
    const numbers = records.flatMap(({ values }) => values[value] ?? [])
    const figure = bucket.figures[key]
    expect(figure?.count, `${listed.key} ${bucket.key} ${key}: count`).toBe(numbers.length)
    if (numbers.length === 0 && measure !== 'sum')
      expect(figure, `${listed.key} ${bucket.key} ${key}`).toMatchObject({ value: null, missing: expect.any(String) })
    else expect(figure?.value, `${listed.key} ${bucket.key} ${key}`).toBeCloseTo(spreadOf(numbers)[measure], 5)
  }
}
