import { contract } from '@parvandeh/contract'
import type { CallOf } from '@parvandeh/contract'
import { toPersianDigits } from '@parvandeh/contract/persian'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk, requestBody, serviceGrants } from '../../../testing/service-builders.ts'

const { requests } = contract
type Query = NonNullable<CallOf<typeof requests.list>['query']>

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-11-22T06:00:00Z')
  desk = await openHelpDesk(site)
})
afterAll(() => site.close())

const list = async (query: Query = {}, as: TestPerson = desk.sara) => (await site.call(requests.list, { as, query })).body
const subjects = async (query: Query = {}, as?: TestPerson) => (await list(query, as)).rows.map((row) => row.subject)
const later = () => void (site.clock.now = new Date(+site.clock.now + 60_000))

describe('finding', () => {
  let number = ''
  beforeAll(async () => {
    const customer = await newCustomer(site, desk.nasrin, personFile({ firstName: 'علی‌رضا', lastName: 'موسوی‌نژاد' }))
    const made = await newRequest(site, desk.sara, customer.customerId, { subject: 'ماشین‌ لباس‌شويي نشت مي‌کند ۱۰۰٪' })
    number = made.number
  })

  test.each(['لباس شویی', 'لب', 'نش مو', 'لباسشویی', 'نشت ماشین', 'علیرضا', 'موسوی نژاد', 'نژاد نشت', 'كند'])(
    'by "%s", whatever the letters and blanks',
    async (q) => {
      expect(await subjects({ q })).toEqual(['ماشین لباس‌شویی نشت می‌کند ۱۰۰٪'])
    },
  )

  test('by its number in Persian digits, or a part of it', async () => {
    expect((await list({ q: toPersianDigits(number) })).rows.map((row) => row.number)).toEqual([number])
  })

  test.each(['با', 'ب', '_____', '%%', '\u200C', 'نشت یخچال', '100% نشت می کند ماشین فرش'])('not by "%s"', async (q) => {
    expect(await subjects({ q })).toEqual([])
  })

  test("by the customer's new name after it changed, and not by the old one", async () => {
    const customer = await newCustomer(site, desk.nasrin, personFile({ lastName: 'پیش‌نامی' }))
    await newRequest(site, desk.sara, customer.customerId, { subject: 'بخاری' })
    const { customerId: _id, ...file } = customer
    const changed = await site.call(contract.customers.change, {
      as: desk.nasrin,
      params: { customerId: customer.customerId },
      body: { ...personFile({ lastName: 'پس‌نامی' }), version: file.version },
    })
    expect(changed.status, changed.text).toBe(200)
    await site.settle()
    expect(await subjects({ q: 'پس نامی' })).toEqual(['بخاری'])
    expect(await subjects({ q: 'پیش‌نامی' })).toEqual([])
  })
})

describe('filters and order', () => {
  let customerId = ''
  beforeAll(async () => {
    customerId = (await newCustomer(site, desk.nasrin, personFile({ lastName: 'فهرستی' }))).customerId
    for (const [subject, priority, holderId] of [
      ['یک', 'normal', null],
      ['دو', 'urgent', null],
      ['سه', 'low', desk.sara.id],
      ['چهار', 'urgent', desk.sara.id],
      ['پنج', 'high', null],
    ] as const) {
      later()
      await newRequest(site, desk.sara, customerId, { subject, priority, holderId })
    }
    const first = (await list({ customerId, sort: 'reported', limit: 1 })).rows[0]
    if (!first) throw new Error('no request')
    later()
    await site.call(requests.resolve, { as: desk.sara, params: of(first), body: { outcome: 'solved' } })
  })

  test('by status, priority, and who holds it', async () => {
    expect(await subjects({ customerId, status: 'unfinished', sort: 'reported' })).toEqual(['دو', 'سه', 'چهار', 'پنج'])
    expect(await subjects({ customerId, status: 'resolved' })).toEqual(['یک'])
    expect(await subjects({ customerId, priority: 'urgent' })).toEqual(['چهار', 'دو'])
    expect(await subjects({ customerId, holderId: desk.sara.id })).toEqual(['چهار', 'سه'])
    expect(await subjects({ customerId, holderId: 'nobody', status: 'unfinished' })).toEqual(['پنج', 'دو'])
    expect(await subjects({ customerId, unitId: desk.repair })).toEqual([])
  })

  test.each([
    ['-reported', ['پنج', 'چهار', 'سه', 'دو', 'یک']],
    ['reported', ['یک', 'دو', 'سه', 'چهار', 'پنج']],
    ['-updated', ['یک', 'پنج', 'چهار', 'سه', 'دو']],
    ['priority', ['دو', 'چهار', 'پنج', 'یک', 'سه']],
  ] as const)('in order of %s, also when read two at a time', async (sort, expected) => {
    expect(await subjects({ customerId, sort })).toEqual(expected)
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await list({ customerId, sort, limit: 2, ...(after !== undefined && { after }) })
      found.push(...page.rows.map((row) => row.subject))
      after = page.next
    } while (after !== undefined)
    expect(found).toEqual(expected)
  })

  test('a key that no page gave, or that another order gave, is refused', async () => {
    const page = await list({ customerId, sort: 'priority', limit: 1 })
    for (const after of ['nonsense', page.next]) {
      expect(await site.call(requests.list, { as: desk.sara, query: { after, sort: 'reported' } })).toMatchObject({
        status: 422,
        body: { code: 'invalid-input' },
      })
    }
  })

  test('the count is of the same requests', async () => {
    expect((await site.call(requests.count, { as: desk.sara, query: { customerId, priority: 'urgent' } })).body).toEqual({
      count: 2,
      more: false,
    })
  })
})

describe('export', () => {
  const exported = async (as: TestPerson, query: Query = {}, language: 'fa' | 'en' = 'fa') => {
    const reply = await site.call(requests.export, { as, query, language })
    return { ...reply, rows: parse(reply.text, { bom: true }) as string[][] }
  }

  test("holds what the list holds, in the reader's words and calendar, and nothing that a spreadsheet would run", async () => {
    const customer = await newCustomer(site, desk.nasrin, personFile({ lastName: 'خروجی' }))
    await newRequest(site, desk.sara, customer.customerId, {
      subject: '=HYPERLINK("http://example.invalid")',
      priority: 'urgent',
      reportedAt: '2026-11-21T20:30:00Z',
    })
    const persian = await exported(desk.sara, { customerId: customer.customerId })
    expect(persian.headers['content-type']).toMatch(/text\/csv/u)
    expect(persian.rows).toHaveLength(2)
    expect(persian.rows[1]).toEqual(
      expect.arrayContaining([`'=HYPERLINK("http://example.invalid")`, 'خروجی', 'تازه', 'فوری', 'پشتیبانی', '1405/09/01 00:00']),
    )
    const english = await exported(desk.sara, { customerId: customer.customerId }, 'en')
    expect(english.rows[1]).toEqual(expect.arrayContaining(['new', 'urgent', '2026-11-22 00:00']))
  })

  test('is in the trail with its filters', async () => {
    await exported(desk.sara, { priority: 'low' })
    const trail = await site.owner.query(
      `select actor_id, after from identity.audit_entry where action = 'request.exported' order by id desc limit 1`,
    )
    expect(trail.rows[0]).toMatchObject({ actor_id: desk.sara.id, after: { filters: { priority: 'low' }, format: 'csv' } })
  })

  test('needs its own permission, and reaches no further than that', async () => {
    const reader = await site.addPerson('بی‌خروجی', { unitId: desk.support, grants: { 'service.read': 'all' } })
    expect((await site.call(requests.export, { as: reader })).status).toBe(403)
    const narrow = await site.addPerson('خروجی خود', { unitId: desk.support, grants: { 'service.read': 'all', 'service.export': 'own' } })
    expect((await exported(narrow)).rows).toHaveLength(1)
    const wide = await site.addPerson('خروجی همه', { unitId: desk.support, grants: { 'service.read': 'own', 'service.export': 'all' } })
    expect((await exported(wide)).rows).toHaveLength(1)
  })
})

test('whoever may not read what is internal sees that there is a request, and none of its words, nor tries them out', async () => {
  const reader = await site.addPerson('بی‌واژه', { grants: serviceGrants('all'), fieldClasses: ['public'] })
  const secret = { subject: 'سرّ نخستین', description: 'سرّ دومین', contactName: 'سرّ سومین' }
  const made = await newRequest(site, desk.nasrin, desk.customerId, secret)
  await site.call(requests.wait, { as: desk.nasrin, params: of(made), body: { on: 'customer', note: 'سرّ چهارمین' } })
  const shown = await site.call(requests.byNumber, { as: reader, params: { number: made.number } })
  expect(shown.body).toMatchObject({ subject: '', description: '', contactName: null, status: 'waiting' })
  const listed = await site.call(requests.list, { as: reader, query: { q: made.number } })
  expect(listed.body.rows).toMatchObject([{ id: made.id, subject: '' }])
  expect((await site.call(requests.count, { as: reader, query: { q: 'سرّ' } })).body.count).toBe(0)
  const csv = await site.call(requests.export, { as: reader, query: {} })
  for (const { text } of [shown, listed, csv]) expect(text).not.toContain('سرّ')
  const { priority, channel, version } = shown.body
  const blind = { ...requestBody({ subject: 'نادیده', priority, channel }), priority: 'high' as const, version }
  expect((await site.call(requests.change, { as: reader, params: of(made), body: blind })).status).toBe(200)
  const after = await site.call(requests.byNumber, { as: desk.nasrin, params: { number: made.number } })
  expect(after.body).toMatchObject({ ...secret, priority: 'high' })
})

test('what a sibling unit registers, works on and finishes changes nothing that one sees', async () => {
  const everything = async () => {
    const as = desk.sara
    const [rows, counted, csv, search] = [
      await site.call(requests.list, { as, query: { sort: 'reported' } }),
      await site.call(requests.count, { as }),
      await site.call(requests.export, { as }),
      await site.call(requests.list, { as, query: { q: 'پنهان' } }),
    ]
    return [rows.text, counted.text, csv.text, search.text]
  }
  const before = await everything()
  const own = await site.addPerson('تنهای خود', { unitId: desk.repair, grants: serviceGrants('own') })
  for (const holderId of [null, desk.behnam.id, own.id]) {
    const made = await newRequest(site, desk.behnam, desk.customerId, { subject: 'پنهان از همسایه', holderId })
    await site.call(requests.answer, { as: desk.behnam, params: of(made), body: { body: 'سلام', channel: 'sms' } })
    await site.call(requests.resolve, { as: desk.behnam, params: of(made), body: { outcome: 'solved' } })
    const hidden = await site.call(requests.byNumber, { as: desk.sara, params: { number: made.number } })
    const missing = await site.call(requests.byNumber, { as: desk.sara, params: { number: '99999999' } })
    expect(hidden).toMatchObject({ status: 404, text: missing.text })
    const verb = await site.call(requests.reopen, { as: desk.sara, params: of(made), body: { note: 'چرا' } })
    expect(verb).toMatchObject({ status: 404, text: missing.text })
  }
  await site.settle()
  expect(await everything()).toEqual(before)
  expect(await subjects({ q: 'پنهان' }, own)).toEqual(['پنهان از همسایه'])
  expect(await subjects({ q: 'پنهان' }, desk.behnam)).toHaveLength(3)
  expect(await subjects({ q: 'پنهان' }, desk.nasrin)).toHaveLength(3)
})
