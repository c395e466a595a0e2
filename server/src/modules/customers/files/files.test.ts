import { contract } from '@parvandeh/contract'
import type { Route } from '@parvandeh/contract'
import { digitsFor, toAsciiDigits } from '@parvandeh/contract/persian'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, serviceGrants } from '../../../testing/service-builders.ts'

const { create, check, show, change, timeline, places } = contract.customers
const all = { 'customers.read': 'all', 'customers.write': 'all' } as const
const nowhere = '01900000-0000-7000-8000-000000000000'

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('شیوا دفتردار', { grants: all })
})
afterAll(() => site.close())

test('C1: a person is called by first and last name, an organisation by its own, and each gets the next code', async () => {
  const person = await newCustomer(site, clerk, personFile({ firstName: 'علي‌رضا', lastName: ' كاظمی ' }))
  expect(person).toMatchObject({
    displayName: 'علی‌رضا کاظمی',
    firstName: 'علی‌رضا',
    lastName: 'کاظمی',
    provisional: false,
    version: 1,
    problems: [],
    withheld: [],
  })
  const company = await newCustomer(site, clerk, organisationFile('پخش البرز آزمون', { firstName: 'نباید بماند' }))
  expect(company).toMatchObject({ displayName: 'پخش البرز آزمون', firstName: null, kind: 'organisation' })
  expect(Number(company.code)).toBe(Number(person.code) + 1)
})

test('C1: a caller without a name gets a provisional file named by the number, which a name ends', async () => {
  const caller = await newCustomer(site, clerk, personFile({ accessPoints: [accessPoint('mobile', '۰۹۱۲ ۳۴۵ ۶۷۸۹')] }))
  expect(caller).toMatchObject({ displayName: 'تماس‌گیرندهٔ ۰۹۱۲\u00A0۳۴۵\u00A0۶۷۸۹', provisional: true })
  expect(caller.accessPoints[0]).toMatchObject({ value: '+989123456789', display: '۰۹۱۲\u00A0۳۴۵\u00A0۶۷۸۹' })
  const named = await site.call(change, {
    as: clerk,
    params: { customerId: caller.customerId },
    body: { ...personFile({ lastName: 'شناخته' }), accessPoints: [...caller.accessPoints], version: 1 },
  })
  expect(named.body).toMatchObject({
    displayName: 'شناخته',
    provisional: false,
    version: 2,
    accessPoints: [{ id: caller.accessPoints[0]?.id }],
  })
})

test("C6: a doubtful value is refused with a sentence in the reader's language until a reason is given", async () => {
  const body = personFile({ lastName: 'مرادی', nationalCode: '۱۲۳۴۵۶۷۸۹۰' })
  const refused = await site.call(create, { as: clerk, body })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', problems: [{ field: 'nationalCode', code: 'checksum', message: expect.stringMatching(/رقم کنترلی/u) }] },
  })
  const english = await site.call(create, { as: clerk, body, language: 'en' })
  expect(english.body).toMatchObject({ problems: [{ message: expect.stringMatching(/check digit/u) }] })
  const kept = await newCustomer(site, clerk, { ...body, acceptedProblems: { nationalCode: 'کارت ملی دیده شد' } })
  expect(kept).toMatchObject({
    nationalCode: '1234567890',
    problems: [{ field: 'nationalCode', problem: 'checksum', reason: 'کارت ملی دیده شد' }],
  })
})

test('a reason once given is remembered while the value stays, and asked for again when it changes to another doubtful one', async () => {
  const body = personFile({
    lastName: 'یادگاری',
    nationalCode: '1234567890',
    accessPoints: [accessPoint('phone', '88776655')],
    acceptedProblems: { nationalCode: 'دیده شد', 'accessPoints.0': 'داخلی شرکت' },
  })
  const file = await newCustomer(site, clerk, body)
  expect(file.problems).toMatchObject([
    { field: 'nationalCode' },
    { field: 'accessPoints.0', problem: 'area-code-missing', reason: 'داخلی شرکت' },
  ])
  const put = (given: object, version: number) =>
    site.call(change, {
      as: clerk,
      params: { customerId: file.customerId },
      body: { ...body, accessPoints: file.accessPoints, acceptedProblems: {}, version, ...given },
    })
  const moved = { ...file.accessPoints[0], kind: 'phone' as const }
  const reordered = await put({ district: 'شمال', accessPoints: [accessPoint('mobile', '09123456789'), moved] }, 1)
  expect(reordered, reordered.text).toMatchObject({
    status: 200,
    body: { version: 2, problems: [{ reason: 'دیده شد' }, { field: 'accessPoints.1', reason: 'داخلی شرکت' }] },
  })
  expect(await put({ nationalCode: '1234567899' }, 2)).toMatchObject({ status: 422, body: { problems: [{ field: 'nationalCode' }] } })
})

test('C6: checking tells the doubts beforehand, with zeros that a spreadsheet dropped put back, and writes nothing', async () => {
  const before = await site.owner.query('select count(*) from customers.customer')
  const reply = await site.call(check, {
    as: clerk,
    body: {
      kind: 'organisation',
      nationalCode: '12345679',
      companyNationalId: '12345678901',
      birthDate: '2999-01-01',
      economicCode: '12',
      accessPoints: [
        accessPoint('mobile', '02188776655'),
        accessPoint('email', 'نشانی'),
        accessPoint('website', 'وبگاه ما'),
        accessPoint('address', 'خیابان آزمون', { postalCode: '1234567890' }),
        accessPoint('fax', '0991'),
      ],
    },
  })
  expect(reply.body.problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
    'companyNationalId checksum',
    'economicCode length',
    'accessPoints.0 not-a-mobile',
    'accessPoints.1 not-an-email',
    'accessPoints.2 not-a-website',
    'accessPoints.3 not-issued',
    'accessPoints.4 too-short',
  ])
  const person = await site.call(check, { as: clerk, body: { kind: 'person', nationalCode: '12345679', birthDate: '2999-01-01' } })
  expect(person.body.problems).toMatchObject([
    { field: 'nationalCode', problem: 'leading-zeros-dropped', suggestion: '0012345679' },
    { field: 'birthDate', problem: 'unlikely-date' },
  ])
  expect((await site.call(check, { as: clerk, body: {} })).body).toEqual({ problems: [], duplicates: [] })
  expect(await site.owner.query('select count(*) from customers.customer')).toMatchObject({ rows: before.rows })
})

test('C6: right values raise no doubt', async () => {
  const reply = await site.call(check, {
    as: clerk,
    body: personFile({
      firstName: 'رؤیا',
      nationalCode: '۰۰۱-۲۳۴۵۶۷-۹',
      birthDate: '1990-05-01',
      economicCode: '۴۱۱۱۱۱۱۱۱۱۱۱',
      accessPoints: [
        accessPoint('mobile', '+98 912 345 6789'),
        accessPoint('phone', '۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲'),
        accessPoint('phone', '0049 30 901820'),
        accessPoint('email', 'roya.azmooni@example.org'),
        accessPoint('website', 'https://پرونده.example/راه?x=1'),
        accessPoint('address', 'تهران، خیابان آزمون', { postalCode: '۱۹۹۸۷-۹۵۶۱۴' }),
        accessPoint('social', '@roya'),
      ],
    }),
  })
  expect(reply.body.problems).toEqual([])
})

test('C6: the same national code in another file is a doubt, to those only who may see that file and that field', async () => {
  const [north, south] = [await site.addUnit('شمال'), await site.addUnit('جنوب')]
  const grants = { 'customers.read': 'team', 'customers.write': 'team' } as const
  const [nora, sara] = [
    await site.addPerson('نورا شمالی', { unitId: north, grants }),
    await site.addPerson('سارا جنوبی', { unitId: south, grants }),
  ]
  const blind = await site.addPerson('نابینا شمالی', { unitId: north, grants, fieldClasses: ['public', 'internal'] })
  const twin = personFile({ lastName: 'همسان', nationalCode: '0012345679' })
  const first = await newCustomer(site, nora, twin)
  const codes = async (as: TestPerson, customerId?: string) =>
    (await site.call(check, { as, body: { ...twin, customerId } })).body.problems.map(({ message }) => message)
  expect(await codes(nora)).toEqual([expect.stringContaining(Number(first.code).toLocaleString('fa', { useGrouping: false }))])
  expect(await codes(nora, first.customerId)).toEqual([])
  expect(await codes(sara)).toEqual([])
  expect(await codes(blind)).toEqual([])
})

test('a file with neither a name nor a way to reach the customer needs a reason', async () => {
  expect(await site.call(create, { as: clerk, body: personFile() })).toMatchObject({
    status: 422,
    body: { problems: [{ field: 'lastName', code: 'nameless' }] },
  })
  const kept = await newCustomer(site, clerk, personFile({ acceptedProblems: { lastName: 'حضوری آمد و نامش را نگفت' } }))
  expect(kept).toMatchObject({ displayName: `مشتری ${Number(kept.code).toLocaleString('fa', { useGrouping: false })}`, provisional: true })
})

test('C2: an older version is refused, and every change leaves what changed in the trail and on the timeline', async () => {
  const file = await newCustomer(site, clerk, personFile({ lastName: 'پیشین' }))
  const params = { customerId: file.customerId }
  const changed = await site.call(change, { as: clerk, params, body: { ...personFile({ lastName: 'پسین' }), version: 1 } })
  expect(changed.body).toMatchObject({ lastName: 'پسین', version: 2 })
  expect(await site.call(change, { as: clerk, params, body: { ...personFile({ lastName: 'دیر' }), version: 1 } })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  })
  const same = await site.call(change, { as: clerk, params, body: { ...personFile({ lastName: 'پسین' }), version: 2 } })
  expect(same.body.version).toBe(2)
  const trail = await site.owner.query('select action, before, after from identity.audit_entry where customer_id = $1 order by id', [
    file.customerId,
  ])
  expect(await site.opened(trail.rows)).toMatchObject([
    { action: 'customer.created', before: null, after: { lastName: 'پیشین', kind: 'person' } },
    { action: 'customer.changed', before: { lastName: 'پیشین' }, after: { lastName: 'پسین' } },
  ])
  expect(trail.rows).toHaveLength(2)
  await site.settle()
  const lines = await site.call(timeline, { as: clerk, params, query: {} })
  expect(lines.body.rows.map(({ kind, facts }) => [kind, facts])).toEqual([
    ['customer.changed', { fields: 'lastName' }],
    ['customer.created', { code: file.code }],
  ])
})

test('two changes at the same instant: one is kept, the other is refused', async () => {
  const file = await newCustomer(site, clerk, personFile({ lastName: 'همزمان' }))
  const put = (lastName: string) =>
    site.call(change, { as: clerk, params: { customerId: file.customerId }, body: { ...personFile({ lastName }), version: 1 } })
  const replies = await Promise.all([put('یک'), put('دو')])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('a caller without a name goes by the number, and by the code for whoever may not read numbers', async () => {
  const number = '09350000777'
  const file = await newCustomer(site, clerk, personFile({ accessPoints: [accessPoint('mobile', number)] }))
  const stranger = await site.addPerson('رهگذر بی‌شماره', {
    grants: { ...all, 'customers.export': 'all', 'service.read': 'all' },
    fieldClasses: ['public'],
  })
  await newRequest(site, await site.addPerson('ثبت‌کننده', { grants: serviceGrants('all') }), file.customerId)
  const shown = async (as: TestPerson) => ({
    file: await site.call(show, { as, params: { customerId: file.customerId } }),
    list: await site.call(contract.customers.list, { as, query: { q: file.code } }),
    search: await site.call(contract.customers.search, { as, query: { q: file.code } }),
    export: await site.call(contract.customers.export, { as, query: {} }),
    requests: await site.call(contract.requests.list, { as, query: { customerId: file.customerId } }),
  })
  const [known, hidden] = [await shown(clerk), await shown(stranger)]
  expect(known.file.body.displayName).toMatch(/^تماس‌گیرندهٔ /u)
  expect(known.list.body.rows[0]?.displayName).toBe(known.file.body.displayName)
  const byCode = `مشتری ${digitsFor('fa', file.code)}`
  expect([hidden.file.body, hidden.list.body.rows[0], hidden.search.body.rows[0]].map((one) => one?.displayName)).toEqual([
    byCode,
    byCode,
    byCode,
  ])
  expect(hidden.requests.body.rows[0]?.customerName).toBe(byCode)
  for (const [name, { text }] of Object.entries(hidden))
    expect(toAsciiDigits(text).replaceAll(/\D/gu, ''), name).not.toContain('9350000777')
  const byWords = async (as: TestPerson) => (await site.call(contract.customers.count, { as, query: { q: 'تماس‌گیرندهٔ ۰۹۳۵' } })).body.count
  expect([await byWords(clerk), await byWords(stranger)]).toEqual([1, 0])
})

test('C2, C6: fields of a class that the reader lacks are absent and named, and an edit by that reader leaves them as they are', async () => {
  const operator = await site.addPerson('اپراتور ساده', { grants: all, fieldClasses: ['public', 'internal'] })
  const stranger = await site.addPerson('رهگذر', { grants: all, fieldClasses: ['public'] })
  const full = personFile({
    lastName: 'رازدار',
    nationalCode: '0012345679',
    gender: 'male',
    economicCode: '411111111111',
    district: 'باغ',
    accessPoints: [accessPoint('mobile', '09350000001')],
  })
  const file = await newCustomer(site, clerk, { ...full, acceptedProblems: { nationalCode: 'هم‌نام' } })
  const params = { customerId: file.customerId }
  const seen = await site.call(show, { as: operator, params })
  expect(seen.body).not.toHaveProperty('nationalCode')
  expect(seen.body).not.toHaveProperty('economicCode')
  expect(seen.body.withheld).toEqual(['fatherName', 'nationalCode', 'foreignCode', 'economicCode', 'birthDate', 'gender', 'features'])
  expect(seen.text).not.toMatch(/0012345679|411111111111/u)
  const public_ = await site.call(show, { as: stranger, params })
  expect(public_.body).toMatchObject({ lastName: 'رازدار', accessPoints: [] })
  expect(public_.body.withheld).toContain('accessPoints')
  expect(public_.text).not.toMatch(/9350000001|باغ/u)

  const edited = await site.call(change, { as: stranger, params, body: { ...personFile({ lastName: 'رازدار نو' }), version: 1 } })
  expect(edited, edited.text).toMatchObject({ status: 200 })
  const now = await site.call(show, { as: clerk, params })
  expect(now.body).toMatchObject({
    lastName: 'رازدار نو',
    nationalCode: '0012345679',
    gender: 'male',
    economicCode: '411111111111',
    district: 'باغ',
    accessPoints: [{ value: '+989350000001' }],
  })
})

test('opening a file with delicate values is put on record once, by the names of the fields', async () => {
  const file = await newCustomer(
    site,
    clerk,
    personFile({ lastName: 'خوانده', nationalCode: '0499370899', gender: 'female', acceptedProblems: { nationalCode: 'آزمایشی' } }),
  )
  const plain = await newCustomer(site, clerk, personFile({ lastName: 'ساده' }))
  await site.call(show, { as: clerk, params: { customerId: file.customerId } })
  await site.call(show, { as: clerk, params: { customerId: plain.customerId } })
  const trail = await site.owner.query(
    `select customer_id, after from identity.audit_entry where action = 'field.read' and customer_id = any($1)`,
    [[file.customerId, plain.customerId]],
  )
  expect(trail.rows).toEqual([{ customer_id: file.customerId, after: { fields: ['nationalCode', 'gender'] } }])
})

test('a file that is out of reach and one that is not there are refused in the same bytes; one that may only be read cannot be changed', async () => {
  const unit = await site.addUnit('جدا')
  const [inside, outside] = [
    await site.addPerson('خودی', { unitId: unit, grants: { 'customers.read': 'team', 'customers.write': 'own' } }),
    await site.addPerson('بیرونی', { grants: { 'customers.read': 'own', 'customers.write': 'own' } }),
  ]
  const file = await newCustomer(site, clerk, personFile({ lastName: 'پنهان', unitId: unit }))
  const body = { ...personFile({ lastName: 'x' }), version: 1 }
  const routes: Route[] = [show, change, timeline]
  for (const route of routes) {
    const given = route === change ? { body } : {}
    const hidden = await site.call(route, { as: outside, params: { customerId: file.customerId }, ...given })
    const missing = await site.call(route, { as: outside, params: { customerId: nowhere }, ...given })
    const malformed = await site.call(route, { as: outside, params: { customerId: 'not-an-id' }, ...given })
    expect(hidden.status).toBe(404)
    expect([hidden.text, malformed.text]).toEqual([missing.text, missing.text])
  }
  expect((await site.call(show, { as: inside, params: { customerId: file.customerId } })).body.can.edit).toBe(false)
  expect(await site.call(change, { as: inside, params: { customerId: file.customerId }, body })).toMatchObject({ status: 403 })
})

test("a new file belongs to its maker's unit, and nobody puts a file where they could not work on it", async () => {
  const [unit, other] = [await site.addUnit('خانه'), await site.addUnit('همسایه')]
  const maker = await site.addPerson('سازنده', { unitId: unit, grants: { 'customers.read': 'team', 'customers.write': 'team' } })
  const loner = await site.addPerson('تک‌رو', { grants: { 'customers.read': 'own', 'customers.write': 'own' } })
  const file = await newCustomer(site, maker, personFile({ lastName: 'خانگی' }))
  expect(file).toMatchObject({ unitId: unit, ownerId: null })
  expect(await newCustomer(site, loner, personFile({ lastName: 'خودم' }))).toMatchObject({ unitId: null, ownerId: loner.id })
  expect((await site.call(create, { as: maker, body: personFile({ lastName: 'دور', unitId: other }) })).status).toBe(403)
  const away = await site.call(change, {
    as: maker,
    params: { customerId: file.customerId },
    body: { ...personFile({ lastName: 'خانگی', unitId: other }), version: 1 },
  })
  expect(away.status).toBe(403)
})

test('units, people and places that do not exist are refused by the name of the field', async () => {
  for (const [field, value] of [
    ['unitId', nowhere],
    ['ownerId', nowhere],
    ['cityId', 999_999],
    ['provinceId', 999_999],
    ['countyId', 999_999],
  ] as const) {
    expect(await site.call(create, { as: clerk, body: personFile({ lastName: 'بی‌جا', [field]: value }) })).toMatchObject({
      status: 422,
      body: { problems: [{ field, code: 'unknown' }] },
    })
  }
  const address = accessPoint('address', 'ناکجا', { cityId: 999_999 })
  expect(await site.call(create, { as: clerk, body: personFile({ lastName: 'بی‌جا', accessPoints: [address] }) })).toMatchObject({
    status: 422,
    body: { problems: [{ field: 'accessPoints' }] },
  })
})

test('input that nobody would type is refused, or kept as the text that it is', async () => {
  const refuse = async (given: object) =>
    expect(await site.call(create, { as: clerk, body: personFile(given) })).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
  await refuse({ lastName: 'ا'.repeat(10_000) })
  await refuse({ lastName: 'خط\u0000دو' })
  await refuse({ lastName: 'خط\nدو' })
  await refuse({ lastName: 'نیمهٔ نویسه\ud800' })
  await refuse({ cityId: 2 ** 40 })
  await refuse({ birthDate: '0000-01-01' })
  await refuse({ birthDate: '2020-02-31' })
  await refuse({ accessPoints: Array.from({ length: 51 }, () => accessPoint('mobile', '09123456789')) })
  const odd = `'; drop table customers.customer; -- %_\\ <b>`
  const kept = await newCustomer(site, clerk, personFile({ lastName: odd, accessPoints: [accessPoint('social', 'ﷺ'.repeat(500))] }))
  expect(kept.lastName).toBe(odd)
  expect(kept.accessPoints[0]?.value).toHaveLength(500)
})

test('places are the provinces, counties and cities of Iran, for everybody who is signed in', async () => {
  const anybody = await site.addPerson('هر کس')
  const reply = await site.call(places, { as: anybody })
  expect([reply.body.provinces.length, reply.body.counties.length, reply.body.cities.length]).toEqual([31, 448, 1354])
  const tabriz = reply.body.cities.find(({ name }) => name === 'تبریز')
  expect(reply.body.provinces.find(({ id }) => id === tabriz?.provinceId)?.name).toBe('آذربایجان شرقی')
  const file = await newCustomer(
    site,
    clerk,
    personFile({
      lastName: 'تبریزی',
      cityId: tabriz?.id ?? null,
      countyId: tabriz?.countyId ?? null,
      provinceId: tabriz?.provinceId ?? null,
    }),
  )
  expect(file.cityId).toBe(tabriz?.id)
})
