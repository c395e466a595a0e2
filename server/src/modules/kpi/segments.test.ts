import { contract, indicatorKeys } from '@parvandeh/contract'
import type { CallOf, Condition, IndicatorKey } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../testing/customers-builders.ts'
import { everyRecord, showKpi } from '../../testing/kpi-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { newRequest, of, serviceGrants } from '../../testing/service-builders.ts'
import { newId } from '../../platform/ids.ts'
import { keepSheets } from './sheets/keep-sheets.ts'

const { segments, kpi } = contract
const grants = { ...serviceGrants('all'), 'kpi.read': 'all', 'identity.manage': 'all' } as const
const summer = { from: '2026-06-22', to: '2026-09-23' }

let site: TestApp
let chief: TestPerson
let east: string
/** Two women, of whom one is of the eastern unit, and a man. */
let files: Record<'mahsa' | 'hasti' | 'kaveh', string>
let women: string
let byHand: string
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-07-20T08:00:00Z')
  east = await site.addUnit('خاور')
  chief = await site.addPerson('مهین همه‌بین', { grants })
  const file = async (firstName: string, gender: 'female' | 'male', unitId: string | null = null) =>
    (await newCustomer(site, chief, personFile({ firstName, lastName: 'شمردنی', gender, unitId }))).customerId
  files = { mahsa: await file('مهسا', 'female', east), hasti: await file('هستی', 'female'), kaveh: await file('کاوه', 'male') }
  for (const [customerId, times] of [
    [files.mahsa, 1],
    [files.hasti, 2],
    [files.kaveh, 4],
  ] as const)
    for (let n = 0; n < times; n += 1) await finishedRequest(customerId)
  women = await segment({ condition: { field: 'gender', is: 'equals', value: 'female' } })
  byHand = await segment({ condition: null, members: { ids: [files.mahsa, files.kaveh] } })
}, 120_000)
afterAll(() => site.close())

async function finishedRequest(customerId: string): Promise<void> {
  const made = await newRequest(site, chief, customerId)
  site.clock.now = new Date(site.clock.now.getTime() + 3_600_000)
  const done = await site.call(contract.requests.resolve, { as: chief, params: of(made), body: { outcome: 'solved' } })
  expect(done, done.text).toMatchObject({ status: 200 })
}

let made = 0
async function segment(given: Pick<NonNullable<CallOf<typeof segments.create>['body']>, 'condition' | 'members'>): Promise<string> {
  const body = { name: `گروه ${(made += 1)}`, description: '', audience: 'all' as const, ...given }
  const reply = await site.call(segments.create, { as: chief, body })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body.id
}

/** Whose records stand behind an indicator, and that they are as many as its figure says, in the export as well. */
async function customersBehind(key: IndicatorKey, segmentId: string | undefined, as = chief): Promise<Map<string, number>> {
  const query = { ...summer, ...(segmentId && { segmentId }) }
  const [{ whole }, records] = [await showKpi(site, as, key, query), await everyRecord(site, as, key, query, 2)]
  expect(whole.count).toBe(records.length)
  const out = await site.call(kpi.exportRecords, { as, params: { indicator: key }, query: { ...query, format: 'csv' } })
  expect(out.text.trim().split('\n')).toHaveLength(records.length + 1)
  return new Map([...Map.groupBy(records, ({ customerId }) => customerId)].map(([id, own]) => [id, own.length]))
}

describe.each(indicatorKeys)('C27: %s of a segment', (key) => {
  test('is that of its customers alone, and its records add up to it', async () => {
    const all = await customersBehind(key, undefined)
    const only = (...ids: string[]) => new Map([...all].filter(([id]) => ids.includes(id)))
    expect(all.size).toBe(3)
    expect(await customersBehind(key, women)).toEqual(only(files.mahsa, files.hasti))
    expect(await customersBehind(key, byHand)).toEqual(only(files.mahsa, files.kaveh))
    const others = await segment({ condition: { not: { field: 'segment', is: 'equals', value: byHand } } })
    expect(await customersBehind(key, others)).toEqual(only(files.hasti))
  })
})

test('C27: of a segment one counts only the customers whose files are open to one', async () => {
  const eastern = await site.addPerson('ایرج خاوری', { unitId: east, grants: { ...grants, 'customers.read': 'team' } })
  expect([...(await customersBehind('requests-per-day', women, eastern)).keys()]).toEqual([files.mahsa])
  expect((await customersBehind('requests-per-day', undefined, eastern)).size).toBe(3)
})

describe('C27: a segment that is not there for the reader is refused in the same bytes, whatever the reason', () => {
  const refusals = async (as: TestPerson, segmentId: string) => {
    const asked = { as, params: { indicator: 'requests-per-day' as const } }
    const query = { ...summer, segmentId }
    const replies = [
      await site.call(kpi.show, { ...asked, query }),
      await site.call(kpi.show, { ...asked, query: { ...query, by: 'topic' } }),
      await site.call(kpi.records, { ...asked, query }),
      await site.call(kpi.exportRecords, { ...asked, query }),
    ]
    return replies.map(({ status, text }) => `${status} ${text}`)
  }

  test('it asks about a field out of the reader’s sight', async () => {
    const blind = await site.addPerson('بی‌حساس', { grants, fieldClasses: ['public', 'internal'] })
    const missing = await refusals(blind, newId())
    expect(missing[0]).toContain('422')
    expect(missing[0]).toContain('segmentId')
    expect(await refusals(blind, women)).toEqual(missing)
    const reach: Condition = { any: [{ field: 'firstName', is: 'filled' }, { not: { field: 'gender', is: 'equals', value: 'female' } }] }
    expect(await refusals(blind, await segment({ condition: reach }))).toEqual(missing)
  })

  test('what a rule within a rule asks about out of their sight holds nobody for them', async () => {
    const blind = await site.addPerson('بی‌حساس دوم', { grants, fieldClasses: ['public', 'internal'] })
    const outer = await segment({ condition: { field: 'segment', is: 'equals', value: women } })
    expect((await customersBehind('requests-per-day', outer)).size).toBe(2)
    expect((await customersBehind('requests-per-day', outer, blind)).size).toBe(0)
  })

  test('it is another’s own, it was removed, or the reader sees no files', async () => {
    const missing = await refusals(chief, newId())
    const reader = await site.addPerson('ناآگاه', { grants })
    const own = { name: 'تنها برای خودم', description: '', audience: 'private' as const, condition: null }
    const hers = await site.call(segments.create, { as: reader, body: own })
    expect(await refusals(chief, hers.body.id)).toEqual(missing)
    const removed = await segment({ condition: null })
    await site.call(segments.remove, { as: chief, params: { segmentId: removed } })
    expect(await refusals(chief, removed)).toEqual(missing)
    const { 'customers.read': _, ...withoutFiles } = grants
    const counter = await site.addPerson('بی‌پرونده', { grants: withoutFiles })
    expect(await refusals(counter, byHand)).toEqual(missing)
  })
})

test('C27: requests of a file that was merged count for the file that it is read in; many files are no other than few', async () => {
  const twin = (await newCustomer(site, chief, personFile({ firstName: 'مهسا', lastName: 'شمردنی', gender: 'male' }))).customerId
  await finishedRequest(twin)
  await site.owner.query('update customers.customer set merged_into = $1, gone = true where customer_id = $2', [files.mahsa, twin])
  const few = [await customersBehind('service-time', women), await customersBehind('service-time', byHand)]
  for (const found of few) expect([...found.keys()]).toContain(twin)
  await manyMembers()
  expect([await customersBehind('service-time', women), await customersBehind('service-time', byHand)]).toEqual(few)
  // Over very many records the files of a segment are gathered once: what sheets say of their number decides, and nothing else.
  await keepSheets({ runAsSystem: site.app.runAsSystem, signal: new AbortController().signal })
  expect((await site.owner.query('update kpi.sheet set count = 60000')).rowCount).toBeGreaterThan(0)
  expect([await customersBehind('service-time', women), await customersBehind('service-time', byHand)]).toEqual(few)
})

/** So many more files, women all and in the segment by hand, that they are no longer named one by one. */
async function manyMembers(): Promise<void> {
  const { rows } = await site.owner.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns where table_schema = 'customers' and table_name = 'customer'
      and is_generated = 'NEVER' and column_name not in ('customer_id', 'code')`,
  )
  const columns = rows.map(({ name }) => name).join(', ')
  await site.owner.query(
    `insert into customers.customer (customer_id, code, ${columns})
      select gen_random_uuid(), 'many' || n, ${columns} from customers.customer, generate_series(1, 2100) n where customer_id = $1`,
    [files.hasti],
  )
  await site.owner.query(
    `insert into customers.segment_member (customer_id, id, segment_id, change_id, added_at)
      select customer_id, gen_random_uuid(), $1, gen_random_uuid(), now() from customers.customer where code like 'many%'`,
    [byHand],
  )
}
