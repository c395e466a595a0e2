import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { list, count, change, export: exportCsv } = contract.customers
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.export': 'all', 'interactions.read': 'all' } as const

let site: TestApp
let clerk: TestPerson
const names = ['پروین', 'آرش', 'چنگیز', 'ابراهیم', 'ژاله', 'گلنار', 'یاسر', 'کاوه', 'Zara', 'ثریا']
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('لیلا فهرستی', { grants })
  for (const lastName of names) await newCustomer(site, clerk, personFile({ lastName }))
  await newCustomer(
    site,
    clerk,
    organisationFile('شرکت دال آزمون', { provisional: true, provinceId: 8, accessPoints: [accessPoint('mobile', '09190000007')] }),
  )
})
afterAll(() => site.close())

const pageThrough = async (query: Record<string, unknown>, between: () => Promise<unknown> = async () => undefined) => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const { body } = await site.call(list, { as: clerk, query: { ...query, limit: 3, after } as never })
    seen.push(...body.rows.map(({ displayName }) => displayName))
    after = body.next
    await between()
  } while (after !== undefined)
  return seen
}

const alphabetical = ['Zara', 'آرش', 'ابراهیم', 'پروین', 'ثریا', 'چنگیز', 'ژاله', 'شرکت دال آزمون', 'کاوه', 'گلنار', 'یاسر']

test('names stand in the order of the Persian alphabet, page after page, forwards and backwards', async () => {
  expect(await pageThrough({ sort: 'name' })).toEqual(alphabetical)
  expect(await pageThrough({ sort: '-name' })).toEqual(alphabetical.toReversed())
})

test('the newest stand first, or last', async () => {
  expect(await pageThrough({})).toEqual([...names, 'شرکت دال آزمون'].toReversed())
  expect(await pageThrough({ sort: 'created' })).toEqual([...names, 'شرکت دال آزمون'])
})

test('pages stay right when files are added meanwhile', async () => {
  let added = 0
  const seen = await pageThrough({ sort: '-created' }, () => newCustomer(site, clerk, personFile({ lastName: `افزوده ${(added += 1)}` })))
  expect(seen).toEqual([...names, 'شرکت دال آزمون'].toReversed())
  await site.owner.query(
    `delete from customers.search_row where customer_id in (select customer_id from customers.customer where last_name like 'افزوده%')`,
  )
  await site.owner.query(`delete from customers.customer where last_name like 'افزوده%'`)
})

test('whoever was never contacted stands last among the latest contacts, and first among the longest forgotten', async () => {
  await site.owner.query(`update customers.customer set last_contact_at = '2026-01-05T10:00:00.123456Z' where last_name = 'کاوه'`)
  await site.owner.query(`update customers.customer set last_contact_at = '2026-01-05T10:00:00.123457Z' where last_name = 'آرش'`)
  const latest = await pageThrough({ sort: '-contact' })
  expect(latest.slice(0, 2)).toEqual(['آرش', 'کاوه'])
  expect(new Set(latest).size).toBe(11)
  expect(await pageThrough({ sort: 'contact' })).toEqual(latest.toReversed())
  const rows = (await site.call(list, { as: clerk, query: { sort: '-contact', limit: 3 } })).body.rows
  expect(rows.map(({ lastContactAt }) => lastContactAt)).toEqual(['2026-01-05T10:00:00.123Z', '2026-01-05T10:00:00.123Z', null])
})

test('the list is narrowed by kind, province, being provisional, a name, or a number', async () => {
  for (const query of [
    { kind: 'organisation' },
    { provinceId: 8 },
    { provisional: 'true' },
    { q: 'دال' },
    { q: '٠٩١٩۰۰' },
    { q: 'آزمون شركت' },
  ] as const) {
    expect((await site.call(list, { as: clerk, query })).body.rows.map(({ displayName }) => displayName)).toEqual(['شرکت دال آزمون'])
    expect((await site.call(count, { as: clerk, query })).body).toEqual({ count: 1, more: false })
  }
  expect((await site.call(count, { as: clerk, query: { provisional: 'false' } })).body.count).toBe(10)
  expect((await site.call(list, { as: clerk, query: { q: '%' } })).body.rows).toEqual([])
})

test("a key of another order, of nobody's making, or beyond measure is refused", async () => {
  const { next } = (await site.call(list, { as: clerk, query: { sort: 'name', limit: 2 } })).body
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = '01900000-0000-7000-8000-000000000000'
  const keys: [sort: string, after: string | undefined][] = [
    ['-created', next],
    ['-name', next],
    ['name', 'xyz'],
    ['name', encoded(['name', 'ا'])],
    ['name', encoded(['name', 'ا', "' or 1=1"])],
    ['name', encoded(['name', 'ا\0', id])],
    ['created', encoded(['created', 'yesterday', id])],
    ['name', 'x'.repeat(500)],
  ]
  for (const [sort, after] of keys)
    expect(await site.call(list, { as: clerk, query: { sort: sort as 'name', after } })).toMatchObject({
      status: 422,
      body: { code: 'invalid-input' },
    })
  expect((await site.call(list, { as: clerk, query: { limit: 0 } })).status).toBe(422)
  expect((await site.call(list, { as: clerk, query: { limit: 201 } })).status).toBe(422)
  expect((await site.call(list, { as: clerk, query: { provinceId: 2 ** 40 } })).status).toBe(422)
})

test('the longest names can be paged through', async () => {
  const long = (letter: string) => personFile({ firstName: letter.repeat(200), lastName: '😀'.repeat(100), ownerId: clerk.id })
  for (const letter of ['ش', 'ص', 'ض', 'ط']) await newCustomer(site, clerk, long(letter))
  expect(await pageThrough({ sort: 'name', ownerId: clerk.id })).toHaveLength(4)
  await site.owner.query('update customers.customer set owner_id = null')
})

test('the export is a table for spreadsheets: marked as UTF-8, with Persian headers, and formulas made harmless', async () => {
  await newCustomer(
    site,
    clerk,
    personFile({
      firstName: '=HYPERLINK("x")',
      lastName: 'فرمولی, "نقل"',
      nationalCode: '0012345679',
      provinceId: 8,
      accessPoints: [
        accessPoint('mobile', '09121110000'),
        accessPoint('email', '+cmd@example.org'),
        accessPoint('address', 'خیابان یک', { postalCode: '1998795614' }),
      ],
    }),
  )
  const csv = await site.call(exportCsv, { as: clerk, query: { q: 'فرمولی' } })
  expect(csv.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''/u),
  })
  expect(csv.text.startsWith('\ufeffکد,نوع,نام پرونده,نام,نام خانوادگی,')).toBe(true)
  const [, row = ''] = csv.text.split('\r\n')
  expect(row).toContain(`"'=HYPERLINK(""x"")"`)
  expect(row).toContain('"فرمولی, ""نقل"""')
  expect(row).toMatch(/,\+989121110000,/u)
  expect(row).toContain(`'+cmd@example.org`)
  expect(row).toContain(',تهران,')
  expect(row).toContain('0012345679')
  const english = await site.call(exportCsv, { as: clerk, query: { q: 'فرمولی' }, language: 'en' })
  expect(english.text.startsWith('\ufeffCode,Kind,')).toBe(true)
})

test('the export is put on record with its filters and columns, and leaves out columns that the reader may not read', async () => {
  const operator = await site.addPerson('خروجی‌گیر', { grants, fieldClasses: ['public'] })
  const csv = await site.call(exportCsv, { as: operator, query: { q: 'فرمولی', sort: 'name' } })
  expect(csv.text).not.toMatch(/0012345679|9121110000|کد ملی|تهران/u)
  const trail = await site.owner.query(`select after from identity.audit_entry where action = 'customers.exported' and actor_id = $1`, [
    operator.id,
  ])
  expect(trail.rows).toMatchObject([{ after: { filters: { q: 'فرمولی' }, columns: expect.arrayContaining(['code', 'name']) } }])
})

test('an export of more than one batch has every file once, in order', async () => {
  await site.owner
    .query(`insert into customers.customer (customer_id, code, kind, last_name, display_name, sort_name, name_joined, provisional, accepted_problems, last_contact_at, version, created_at, updated_at)
    select gen_random_uuid(), 'b' || n, 'person', 'انبوه', 'انبوه ' || n, 'zz' || lpad((n % 7)::text, 4, '0'), 'انبوه' || n, false, '{}', '-infinity', 1, now(), now() from generate_series(1, 1203) n`)
  const csv = await site.call(exportCsv, { as: clerk, query: { q: 'انبوه', sort: 'name' } })
  const codes = csv.text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0])
  expect(codes).toHaveLength(1203)
  expect(new Set(codes).size).toBe(1203)
  expect((await site.call(count, { as: clerk, query: { q: 'انبوه' } })).body).toEqual({ count: 1203, more: false })
  await site.owner.query(
    `insert into customers.customer select gen_random_uuid(), 'c' || n, 'person', null, 'انبوه', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 'انبوه', 'zz', 'انبوه', null, null, null, false, '{}', '-infinity', 1, now(), now() from generate_series(1, 10000) n`,
  )
  expect((await site.call(count, { as: clerk, query: { q: 'انبوه' } })).body).toEqual({ count: 10_000, more: true })
})

test('a change of unit takes the file out of one list and into the other at once', async () => {
  const [from, to] = [await site.addUnit('مبدأ'), await site.addUnit('مقصد')]
  const inside = (unitId: string, name: string) => site.addPerson(name, { unitId, grants: { 'customers.read': 'team' } })
  const [giver, taker] = [await inside(from, 'دهنده'), await inside(to, 'گیرنده')]
  const body = personFile({ lastName: 'جابه‌جاشونده', unitId: from })
  const file = await newCustomer(site, clerk, body)
  const seenBy = async (as: TestPerson) => [
    (await site.call(list, { as, query: {} })).body.rows.length,
    (await site.call(contract.customers.search, { as, query: { q: 'جابه‌جا' } })).body.rows.length,
  ]
  expect([await seenBy(giver), await seenBy(taker)]).toEqual([
    [1, 1],
    [0, 0],
  ])
  await site.call(change, { as: clerk, params: { customerId: file.customerId }, body: { ...body, unitId: to, version: 1 } })
  expect([await seenBy(giver), await seenBy(taker)]).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('a contact of another unit shows neither by its moment nor by the order of the list', async () => {
  const [north, south] = [await site.addUnit('واحد شمال'), await site.addUnit('واحد جنوب')]
  const sight = { 'customers.read': 'all', 'interactions.read': 'team', 'interactions.write': 'team' } as const
  const reader = await site.addPerson('ناظر شمالی', { unitId: north, grants: sight })
  const other = await site.addPerson('کارشناس جنوبی', { unitId: south, grants: sight })
  const file = await newCustomer(site, clerk, personFile({ lastName: 'مشترک‌پور' }))
  const rowFor = async (as: TestPerson) => (await site.call(list, { as, query: { q: 'مشترک‌پور' } })).body.rows[0]
  const before = await rowFor(reader)
  const body = {
    kind: 'call',
    direction: 'in',
    channel: 'phone',
    personId: null,
    startedAt: site.clock.now.toISOString(),
    minutes: 3,
    subject: 'پیگیری',
    body: '',
  } as const
  const logged = await site.call(contract.interactions.log, { as: other, params: { customerId: file.customerId }, body })
  expect(logged.status).toBe(200)
  await site.settle()
  expect(await rowFor(reader)).toEqual(before)
  expect((await rowFor(other))?.lastContactAt).toBe(body.startedAt)
  expect((await rowFor(clerk))?.lastContactAt).toBe(body.startedAt)
  expect((await site.call(list, { as: reader, query: { sort: '-contact' } })).body).toMatchObject({ code: 'not-permitted' })
})
