import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { search, byCaller, list } = contract.customers
const grants = { 'customers.read': 'all', 'customers.write': 'all' } as const

let site: TestApp
let clerk: TestPerson
let alirezaCode: string
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('مینا جویا', { grants })
  const add = (body: Parameters<typeof newCustomer>[2]) => newCustomer(site, clerk, body)
  const alireza = await add(
    personFile({
      firstName: 'علی‌رضا',
      lastName: 'نورایی‌فرد',
      nationalCode: '0012345679',
      accessPoints: [accessPoint('mobile', '09123456789'), accessPoint('email', 'Ali.Reza_N@Example.org')],
    }),
  )
  alirezaCode = alireza.code
  await add(personFile({ firstName: 'رؤیا', lastName: 'مسؤولی', accessPoints: [accessPoint('phone', '02188776655')] }))
  await add(personFile({ firstName: 'مریم', lastName: 'كاظمي', accessPoints: [accessPoint('mobile', '0912 999 0001')] }))
  await add(organisationFile('پخش کتاب‌های آزمون', { registrationNumber: '۴۵-۸۹۱' }))
  await add(organisationFile('صنایع ۱۰۰% آزمون_نو', { accessPoints: [accessPoint('phone', '04135550001')] }))
  await add(personFile({ firstName: 'آرش', lastName: 'علوی' }))
})
afterAll(() => site.close())

const found = async (q: string, as = clerk) =>
  (await site.call(search, { as, query: { q } })).body.rows.map(({ displayName }) => displayName)

describe('one box finds a customer', () => {
  test.each([
    ['علی‌رضا', 'علی‌رضا نورایی‌فرد'],
    ['علیرضا', 'علی‌رضا نورایی‌فرد'],
    ['علی رضا', 'علی‌رضا نورایی‌فرد'],
    ['عليرضا نورائي', 'علی‌رضا نورایی‌فرد'],
    ['نورایی فرد علیرضا', 'علی‌رضا نورایی‌فرد'],
    ['فرد علی', 'علی‌رضا نورایی‌فرد'],
    ['رایی', 'علی‌رضا نورایی‌فرد'],
    ['نو', 'علی‌رضا نورایی‌فرد'],
    ['کتابها', 'پخش کتاب‌های آزمون'],
    ['كتاب ها', 'پخش کتاب‌های آزمون'],
    ['کتاب‌ها', 'پخش کتاب‌های آزمون'],
    ['کـــتاب', 'پخش کتاب‌های آزمون'],
    ['مسئولی', 'رؤیا مسؤولی'],
    ['مسوولی رویا', 'رؤیا مسؤولی'],
    ['کاظمی', 'مریم کاظمی'],
    ['كاظمى', 'مریم کاظمی'],
    ['ارش', 'آرش علوی'],
    ['۰۹۱۲۳۴۵۶۷۸۹', 'علی‌رضا نورایی‌فرد'],
    ['٠٩١٢٣٤٥', 'علی‌رضا نورایی‌فرد'],
    ['+98 912 345', 'علی‌رضا نورایی‌فرد'],
    ['00989123456789', 'علی‌رضا نورایی‌فرد'],
    ['456789', 'علی‌رضا نورایی‌فرد'],
    ['0912-345-6789', 'علی‌رضا نورایی‌فرد'],
    ['۸۸۷۷', 'رؤیا مسؤولی'],
    ['0012345679', 'علی‌رضا نورایی‌فرد'],
    ['ali.reza_n@', 'علی‌رضا نورایی‌فرد'],
    ['EXAMPLE.ORG', 'علی‌رضا نورایی‌فرد'],
    ['45891', 'پخش کتاب‌های آزمون'],
    ['کاظمی ۰۹۱۲', 'مریم کاظمی'],
    ['100%', 'صنایع ۱۰۰% آزمون_نو'],
    ['آزمون نو', 'صنایع ۱۰۰% آزمون_نو'],
  ])('%s', async (q, name) => {
    expect(await found(q)).toContain(name)
  })

  test.each(['چنگیز', 'علی‌رضا مریم', '%', '%%%', '\\', "' or 1=1 --", '09120000000', 'ی', '۰۹۱۲ علوی', '\u200c', '؟'])(
    'and nobody by %j',
    async (q) => {
      expect(await found(q)).toEqual([])
    },
  )
})

test('a whole code comes first, then what begins with the text, then what holds it', async () => {
  expect((await site.call(search, { as: clerk, query: { q: alirezaCode } })).body.rows[0]).toMatchObject({
    code: alirezaCode,
    matched: { source: 'code', text: alirezaCode },
  })
  await newCustomer(site, clerk, personFile({ firstName: 'کیارش', lastName: 'بهمنی' }))
  await newCustomer(site, clerk, personFile({ firstName: 'بهمن', lastName: 'آرشی' }))
  expect(await found('آرش')).toEqual(['آرش علوی', 'بهمن آرشی', 'کیارش بهمنی'])
  expect(await found('بهمن')).toEqual(['بهمن آرشی', 'کیارش بهمنی'])
})

test('each customer is shown once, and no more of them than asked', async () => {
  expect(await found('علی')).toEqual([...new Set(await found('علی'))])
  expect((await site.call(search, { as: clerk, query: { q: 'آزمون', limit: 1 } })).body.rows).toHaveLength(1)
})

test('what found the customer is shown as it is written in the file', async () => {
  const matched = async (q: string) => (await site.call(search, { as: clerk, query: { q } })).body.rows[0]?.matched
  expect(await matched('۹۸۹۱۲۳۴۵')).toEqual({ source: 'phone', text: '09123456789' })
  expect(await matched('reza')).toEqual({ source: 'email', text: 'Ali.Reza_N@Example.org' })
})

test('a national code finds only for those who may read it, and that it was shown is put on record', async () => {
  const operator = await site.addPerson('اپراتور جویا', { grants, fieldClasses: ['public', 'internal'] })
  expect(await found('0012345679', operator)).toEqual([])
  expect((await site.call(list, { as: operator, query: { q: '0012345679' } })).body.rows).toEqual([])
  const reader = await site.addPerson('خوانندهٔ کدها', { grants })
  expect(await found('001234567', reader)).toHaveLength(1)
  const trail = await site.owner.query(`select after from identity.audit_entry where action = 'field.read' and actor_id = $1`, [reader.id])
  expect(trail.rows).toEqual([{ after: { fields: ['national-code'] } }])
  const stranger = await site.addPerson('رهگذر جویا', { grants, fieldClasses: ['public'] })
  expect(await found('09123456789', stranger)).toEqual([])
})

test('text that no box should be given is refused', async () => {
  for (const q of ['ا'.repeat(10_000), 'خط\u0000', 'خط\nدو', '', '   '])
    expect((await site.call(search, { as: clerk, query: { q } })).status).toBe(422)
})

describe('a caller is found by a number in any form', () => {
  test.each([
    '09123456789',
    '9123456789',
    '+98 912 345 6789',
    '00989123456789',
    '۰۹۱۲-۳۴۵-۶۷۸۹',
    '989123456789',
    '(0912) 3456789',
    '23456789',
  ])('%s', async (number) => {
    const reply = await site.call(byCaller, { as: clerk, query: { number } })
    expect(reply.body.rows.map(({ displayName }) => displayName)).toEqual(['علی‌رضا نورایی‌فرد'])
    expect(reply.body.rows[0]).toMatchObject({ mainPhone: '+989123456789' })
  })

  test('a landline without its area code too', async () => {
    expect((await site.call(byCaller, { as: clerk, query: { number: '۸۸۷۷ ۶۶۵۵' } })).body).toMatchObject({
      number: '88776655',
      rows: [{ displayName: 'رؤیا مسؤولی' }],
    })
  })

  test('a whole number is not mixed up with one that only ends alike', async () => {
    await newCustomer(site, clerk, personFile({ lastName: 'هم‌دنباله', accessPoints: [accessPoint('phone', '02688776655')] }))
    expect(
      (await site.call(byCaller, { as: clerk, query: { number: '02188776655' } })).body.rows.map(({ displayName }) => displayName),
    ).toEqual(['رؤیا مسؤولی'])
    expect((await site.call(byCaller, { as: clerk, query: { number: '88776655' } })).body.rows).toHaveLength(2)
  })

  test.each(['ناشناس', 'anonymous', '-'])('and %s is nobody', async (number) => {
    expect((await site.call(byCaller, { as: clerk, query: { number } })).body.rows).toEqual([])
  })
})
