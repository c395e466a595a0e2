import { contract } from '@parvandeh/contract'
import type { Condition } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { list, count, export: exportList } = contract.customers
const all = { 'customers.read': 'all', 'customers.write': 'all', 'customers.export': 'all', 'interactions.read': 'all' } as const

let site: TestApp
let clerk: TestPerson
let north: string
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('نازنین شرطی', { grants: all })
  const [head, other] = [await site.addUnit('ستاد'), await site.addUnit('دیگر')]
  north = await site.addUnit('شمال', head)
  site.clock.now = new Date('2026-05-02T08:00:00Z')
  const files = [
    personFile({ firstName: 'مهسا', lastName: 'کریمی', birthDate: '1990-04-01', provinceId: 8, unitId: north, ownerId: clerk.id }),
    personFile({
      firstName: 'علی‌رضا',
      lastName: 'کاظمی',
      gender: 'male',
      nationalCode: '0499370899',
      unitId: other,
      accessPoints: [accessPoint('mobile', '۰۹۱۲۳۴۵۶۷۸۹'), accessPoint('email', 'kazemi@example.com')],
    }),
    organisationFile('پخش البرز', { provinceId: 8, unitId: north }),
  ]
  for (const file of files) await newCustomer(site, clerk, file)
  await site.owner.query(`update customers.customer set created_at = '2026-01-10T09:00:00Z' where organisation_name is not null`)
})
afterAll(() => site.close())

const asked = async (where: Condition, as = clerk) => {
  const reply = await site.call(list, { as, query: { where: JSON.stringify(where), sort: 'name' } })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body.rows.map(({ displayName }) => displayName)
}
const [mahsa, ali, alborz] = ['مهسا کریمی', 'علی‌رضا کاظمی', 'پخش البرز']

test.each<[string, Condition, string[]]>([
  ['a text that holds a word, however it is spelt', { field: 'firstName', is: 'contains', value: 'عليرضا' }, [ali]],
  ['a text that begins with letters', { field: 'lastName', is: 'begins', value: 'کر' }, [mahsa]],
  ['one of several words', { field: 'lastName', is: 'one-of', value: ['كاظمی', 'کریمی'] }, [ali, mahsa]],
  ['nothing in it', { field: 'firstName', is: 'empty' }, [alborz]],
  ['a choice', { field: 'gender', is: 'equals', value: 'male' }, [ali]],
  ['a code typed in Persian digits', { field: 'nationalCode', is: 'equals', value: '۰۴۹۹۳۷۰۸۹۹' }, [ali]],
  ['the beginning of a number as it is dialled', { field: 'mobile', is: 'begins', value: '۰۹۱۲' }, [ali]],
  ['a part of a number', { field: 'mobile', is: 'contains', value: '4567' }, [ali]],
  ['a way to reach them that is not there', { field: 'email', is: 'empty' }, [alborz, mahsa]],
  ['a place', { field: 'provinceId', is: 'equals', value: 8 }, [alborz, mahsa]],
  ['a day before', { field: 'birthDate', is: 'before', value: '1995-01-01' }, [mahsa]],
  ['this Jalali month', { field: 'createdAt', is: 'in-period', value: 'this-month' }, [ali, mahsa]],
  ['last Jalali season', { field: 'createdAt', is: 'in-period', value: 'last-season' }, [alborz]],
  ['more than ninety days ago', { field: 'createdAt', is: 'older-than', value: 90 }, [alborz]],
  ['the last week', { field: 'createdAt', is: 'last-days', value: 7 }, [ali, mahsa]],
  ['never in contact', { field: 'lastContactAt', is: 'empty' }, [alborz, ali, mahsa]],
  ['mine', { field: 'ownerId', is: 'equals', value: 'me' }, [mahsa]],
  ['yes or no', { field: 'provisional', is: 'equals', value: true }, []],
])('C27: files are chosen by %s', async (_name, where, names) => {
  expect(await asked(where)).toEqual(names.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)))
})
const order = (name: string) => [alborz, ali, mahsa].indexOf(name).toString()

test('C27: all, any and not are read as they are said: a file without the value is among those that lack it', async () => {
  const inEight: Condition = { field: 'provinceId', is: 'equals', value: 8 }
  expect(await asked({ all: [inEight, { field: 'kind', is: 'equals', value: 'person' }] })).toEqual([mahsa])
  expect(
    await asked({
      any: [
        { field: 'gender', is: 'equals', value: 'male' },
        { field: 'kind', is: 'equals', value: 'organisation' },
      ],
    }),
  ).toEqual([alborz, ali])
  expect(await asked({ not: inEight })).toEqual([ali])
  expect(await asked({ not: { any: [inEight, { not: { field: 'gender', is: 'equals', value: 'male' } }] } })).toEqual([ali])
})

test('C27: a unit is meant with all below it where that is said', async () => {
  const head = (await site.owner.query<{ id: string }>(`select id from identity.unit where name = 'ستاد'`)).rows[0]!.id
  expect(await asked({ field: 'unitId', is: 'equals', value: head })).toEqual([])
  expect(await asked({ field: 'unitId', is: 'under', value: head })).toEqual([alborz, mahsa])
})

test('C27: the count and the export hold to the same condition', async () => {
  const where = JSON.stringify({ field: 'provinceId', is: 'equals', value: 8 })
  expect((await site.call(count, { as: clerk, query: { where } })).body).toEqual({ count: 2, more: false })
  const { text } = await site.call(exportList, { as: clerk, query: { where, columns: 'name' } })
  expect(text).toContain(mahsa)
  expect(text).not.toContain(ali)
})

test('C81: a field that may not be read can be neither filtered nor counted by, and is refused like one that is not there', async () => {
  const outsider = await site.addPerson('رسول بی‌خبر', { grants: all, fieldClasses: ['public'] })
  const refusal = async (where: unknown, route: typeof list | typeof count | typeof exportList = list) =>
    (await site.call(route, { as: outsider, query: { where: JSON.stringify(where) } })).text
  const missing = await refusal({ field: 'noSuchField', is: 'equals', value: '1' })
  for (const route of [list, count, exportList])
    for (const where of [
      { field: 'nationalCode', is: 'equals', value: '0499370899' },
      { all: [{ not: { field: 'birthDate', is: 'filled' } }] },
      { field: 'mobile', is: 'filled' },
      { field: 'x.secret', is: 'filled' },
    ])
      expect(await refusal(where, route)).toBe(missing)
  expect(await asked({ field: 'lastName', is: 'equals', value: 'کریمی' }, outsider)).toEqual([mahsa])
})

test('C81: whoever may not read numbers cannot find a nameless file by the number that stands in its name', async () => {
  await newCustomer(site, clerk, personFile({ accessPoints: [accessPoint('mobile', '09351112233')] }))
  const where: Condition = { field: 'name', is: 'contains', value: '۱۱۱' }
  const outsider = await site.addPerson('بی‌شماره', { grants: all, fieldClasses: ['public'] })
  expect(await asked(where)).toHaveLength(1)
  expect(await asked(where, outsider)).toEqual([])
})

const deep = (levels: number): unknown => (levels === 0 ? { field: 'code', is: 'filled' } : { not: deep(levels - 1) })
test.each<[string, string]>([
  ['no JSON', '{"field":'],
  ['an operator that is not there', JSON.stringify({ field: 'code', is: 'like', value: '%' })],
  ['something more beside it', JSON.stringify({ field: 'code', is: 'filled', and: 1 })],
  ['an empty list', JSON.stringify({ all: [] })],
  ['more than five levels', JSON.stringify(deep(5))],
  ['a thousand levels', JSON.stringify(deep(300))],
  ['more than fifty leaves', JSON.stringify({ any: Array.from({ length: 51 }, () => ({ field: 'code', is: 'filled' })) })],
  ['a value of another type', JSON.stringify({ field: 'provinceId', is: 'equals', value: 'تهران' })],
  ['an operator of another type', JSON.stringify({ field: 'birthDate', is: 'contains', value: '1' })],
  ['a range that runs backwards', JSON.stringify({ field: 'createdAt', is: 'between', value: ['2026-02-01', '2026-01-01'] })],
  ['a period that nobody named', JSON.stringify({ field: 'createdAt', is: 'in-period', value: 'some-day' })],
  ['a value where none belongs', JSON.stringify({ field: 'code', is: 'empty', value: 'x' })],
])('a condition with %s is refused, with the name of the input', async (_name, where) => {
  const reply = await site.call(list, { as: clerk, query: { where } })
  expect(reply, reply.text).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', problems: [{ field: expect.stringMatching(/^where/u) }] },
  })
})

test('C5: the catalogue tells of the fields that the reader may read, and of no others', async () => {
  const { show } = contract.customerFields
  const seen = (await site.call(show, { as: clerk })).body.fields
  expect(seen.map(({ key }) => key)).toEqual(expect.arrayContaining(['firstName', 'mobile', 'ownerId', 'nationalCode', 'economicCode']))
  expect(seen.find(({ key }) => key === 'birthDate')).toMatchObject({ type: 'date', custom: false, kinds: ['person'], importable: true })
  const outsider = await site.addPerson('عمومی‌خوان', { grants: all, fieldClasses: ['public'] })
  const known = (await site.call(show, { as: outsider })).body.fields.map(({ accessClass }) => accessClass)
  expect(new Set(known)).toEqual(new Set(['public']))
})
