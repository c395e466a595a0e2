import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk } from '../../../testing/service-builders.ts'
import { loadHistory, recountRequests } from '../index.ts'
import type { HistoryEvent, RequestHistory } from '../index.ts'

const { requests } = contract

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-11-22T06:00:00Z')
  desk = await openHelpDesk(site)
})
afterAll(() => site.close())

const load = (...histories: RequestHistory[]) => site.app.runAsSystem((context) => loadHistory(context, histories))
const event = (key: string, kind: HistoryEvent['kind'], day: number, more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  key,
  kind,
  at: new Date(Date.UTC(2024, 4, day, 8)),
  ...more,
})
const ticket = (externalNumber: string | null, events: HistoryEvent[], more: Partial<RequestHistory> = {}): RequestHistory => ({
  customerId: desk.customerId,
  source: 'سامانهٔ پیشین',
  externalNumber,
  subject: `تیکت ${externalNumber}`,
  firstResponseRecorded: false,
  events,
  ...more,
})
const find = async (q: string) => (await site.call(requests.list, { as: desk.nasrin, query: { q } })).body.rows
const whole = async (number: string) => (await site.call(requests.byNumber, { as: desk.nasrin, params: { number } })).body

const finished = () => [
  event('۱', 'registered', 1, { label: 'Assign seriousness' }),
  event('۲', 'taken', 2, { personId: desk.sara.id, unitId: desk.support }),
  event('۳', 'resolved', 4, { personId: desk.sara.id }),
  event('۴', 'closed', 9),
]

test('a request of another system gets a number of ours, keeps its own, and its facts follow from its events', async () => {
  expect(await load(ticket('Case 77', finished()))).toEqual({ requestsAdded: 1, requestsContinued: 0, eventsAdded: 4, eventsKnown: 0 })
  const [row] = await find('case 77')
  expect(row).toMatchObject({
    subject: 'تیکت Case 77',
    status: 'closed',
    unitId: desk.support,
    holderId: desk.sara.id,
    channel: 'other',
    customerName: 'هما کوهستانی',
  })
  expect(row?.number).toMatch(/^03\d{6}$/u)
  expect(await whole(row?.number ?? '')).toMatchObject({
    externalNumber: 'Case 77',
    source: 'سامانهٔ پیشین',
    firstResponseRecorded: false,
    response: { elapsedSeconds: null, workingSeconds: null },
    service: { elapsedSeconds: 3 * 86_400 },
    events: [{ label: 'Assign seriousness' }, {}, {}, {}],
  })
})

test('loading the same again adds nothing and changes nothing', async () => {
  const before = await site.owner.query('select * from service.request order by id')
  expect(await load(ticket('Case 77', finished()))).toEqual({ requestsAdded: 0, requestsContinued: 0, eventsAdded: 0, eventsKnown: 4 })
  expect((await site.owner.query('select * from service.request order by id')).rows).toEqual(before.rows)
})

test('a later file continues a request in the file where it is, whatever customer it names', async () => {
  const other = await newCustomer(site, desk.nasrin, personFile({ lastName: 'دیگری' }))
  const more = [
    ...finished().slice(3),
    event('۵', 'reopened', 12),
    event('۶', 'resolved', 13, { personId: desk.behnam.id, unitId: desk.repair }),
  ]
  expect(await load(ticket('Case 77', more, { customerId: other.customerId }))).toEqual({
    requestsAdded: 0,
    requestsContinued: 1,
    eventsAdded: 2,
    eventsKnown: 1,
  })
  const [row] = await find('case 77')
  expect(row).toMatchObject({ customerId: desk.customerId, status: 'resolved', reopenedCount: 1 })
  expect(await whole(row?.number ?? '')).toMatchObject({ resolvedBy: desk.behnam.id, service: { elapsedSeconds: 12 * 86_400 }, version: 2 })
})

test('the same number of another system is another request, and pieces of one in a batch are one', async () => {
  const loaded = await load(
    ticket('Case 88', [event('الف', 'registered', 1)], { source: 'دیگر' }),
    ticket('Case 88', [event('الف', 'registered', 2)]),
    ticket('Case 88', [event('ب', 'resolved', 3), event('الف', 'registered', 2)]),
    ticket('Case 89', []),
  )
  expect(loaded).toEqual({ requestsAdded: 2, requestsContinued: 0, eventsAdded: 3, eventsKnown: 1 })
  expect((await find('case 88')).map((row) => row.status).toSorted()).toEqual(['new', 'resolved'])
})

test('two loads of the same file at once make each request once', async () => {
  const file = Array.from({ length: 30 }, (_, n) => ticket(`همزمان ${n}`, finished()))
  const both = await Promise.all([load(...file), load(...file.toReversed())])
  expect(both.map((one) => one.requestsAdded).toSorted((a, b) => a - b)).toEqual([0, 30])
  expect(await find('همزمان')).toHaveLength(30)
})

test('numbers that no database keeps are kept all the same, and told apart', async () => {
  const strange = ['nul\0\ud800', 'x'.repeat(5000), `${'x'.repeat(5000)}y`]
  const file = () =>
    strange.map((number) => ticket(number, [event(`k${number}`, 'registered', 1, { label: 'a\0b', note: '\ud800' })], { subject: '\0' }))
  expect((await load(...file())).requestsAdded).toBe(3)
  expect(await load(...file())).toMatchObject({ requestsAdded: 0, eventsAdded: 0 })
})

test('the timeline tells of the joints of a history, not of every step', async () => {
  const customer = await newCustomer(site, desk.nasrin, personFile({ lastName: 'خط‌زمانی' }))
  const told = [
    ...finished(),
    event('۵', 'note', 10),
    event('۶', 'reopened', 11),
    event('۷', 'assigned', 11, { toPersonId: desk.behnam.id }),
  ]
  await load(ticket('Case 90', told, { customerId: customer.customerId }))
  await site.settle()
  const lines = await site.call(contract.customers.timeline, { as: desk.nasrin, params: { customerId: customer.customerId } })
  expect(lines.body.rows.map((line) => line.kind)).toEqual([
    'customer.created',
    'request.reopened',
    'request.closed',
    'request.resolved',
    'request.registered',
  ])
})

test('an imported request can be worked on: what is done now comes after all that its log says, even if the log runs ahead', async () => {
  await load(ticket('Case 91', [event('۱', 'registered', 1), { key: '۲', kind: 'reopened', at: new Date('2027-01-01T00:00:00Z') }]))
  const [row] = await find('case 91')
  if (!row) throw new Error('no request')
  const resolved = await site.call(requests.resolve, { as: desk.nasrin, params: of(row), body: { outcome: 'solved' } })
  expect(resolved.body).toMatchObject({ status: 'resolved', resolvedAt: '2027-01-01T00:00:00.000Z' })
})

test('merged histories count once', async () => {
  const id = '01900000-0000-7000-8000-0000000000aa'
  await load(
    ticket('اصل', finished(), { id }),
    ticket('تکراری', [event('۱', 'registered', 1), event('۲', 'merged', 2, { mergedInto: id })]),
  )
  const counted = await site.owner.query(
    `select external_number from service.request r where external_number in ('اصل', 'تکراری') and exists (select from service.report_request v where v.request_id = r.id)`,
  )
  expect(counted.rows).toEqual([{ external_number: 'اصل' }])
})

test('an automatic acknowledgement and an internal answer are no response; the first public answer is', async () => {
  const answers = [
    event('۱', 'registered', 1, { byCustomer: true }),
    event('۲', 'answered', 1, { automatic: true }),
    event('۳', 'answered', 2, { public: false, personId: desk.sara.id }),
    event('۴', 'answered', 3, { personId: desk.sara.id, unitId: desk.support }),
  ]
  await load(ticket('Case 92', answers, { firstResponseRecorded: true, unitId: desk.support }))
  const [row] = await find('case 92')
  expect(row).toMatchObject({ firstResponseAt: '2024-05-03T08:00:00.000Z', unitId: desk.support })
})

describe('recounting everything', () => {
  test('changes nothing, of what was registered by hand and of what was loaded', async () => {
    const made = await newRequest(site, desk.sara, desk.customerId, { channel: 'web' })
    await site.call(requests.answer, { as: desk.sara, params: of(made), body: { body: 'سلام', channel: 'web' } })
    await site.call(requests.resolve, { as: desk.sara, params: of(made), body: { outcome: 'solved' } })
    const tables = ['request', 'holding', 'exchange', 'wait', 'resolution', 'service_part']
    const everything = async () => {
      const found: unknown[][] = []
      for (const table of tables) found.push((await site.owner.query(`select * from service.${table} order by id`)).rows)
      return found
    }
    const before = await everything()
    const { read, changed } = await recountRequests(site.app)
    expect(changed).toBe(0)
    expect(read).toBe(before[0]?.length)
    expect(await everything()).toEqual(before)
  })

  test('mends what was damaged', async () => {
    await site.owner.query(`update service.request set reopened_count = 9 where external_number = 'Case 77'`)
    await site.owner.query(
      `delete from service.holding where request_id = (select id from service.request where external_number = 'Case 88' and source = 'دیگر')`,
    )
    expect((await recountRequests(site.app)).changed).toBe(2)
    expect((await recountRequests(site.app)).changed).toBe(0)
  })
})
