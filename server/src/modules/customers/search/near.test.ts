import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { near, search } = contract.customers
const grants = { 'customers.read': 'all', 'customers.write': 'all' } as const

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('مینا جویا', { grants })
  const add = (body: Parameters<typeof newCustomer>[2]) => newCustomer(site, clerk, body)
  await add(personFile({ firstName: 'علی‌رضا', lastName: 'صادقی‌نژاد', accessPoints: [accessPoint('mobile', '09123456789')] }))
  await add(
    personFile({
      firstName: 'طاهره',
      lastName: 'ضیغمی',
      nationalCode: '0012345679',
      accessPoints: [accessPoint('email', 'tahereh.z@gmail.com')],
    }),
  )
  await add(personFile({ firstName: 'محمد', lastName: 'غلامی' }))
  await add(personFile({ firstName: 'علی رضا', lastName: 'کوه‌پیما' }))
  await add(organisationFile('پخش سراسری مهرآوران'))
})
afterAll(() => site.close())

const meant = async (q: string, as = clerk) => (await site.call(near, { as, query: { q } })).body.rows.map(({ displayName }) => displayName)

describe('C27: somebody is found by a name that was written with a slip', () => {
  test.each([
    ['سادقی', 'علی‌رضا صادقی‌نژاد'],
    ['صداقی نژاد', 'علی‌رضا صادقی‌نژاد'],
    ['علیرظا صادقی', 'علی‌رضا صادقی‌نژاد'],
    ['علی رظا', 'علی‌رضا صادقی‌نژاد'],
    ['علیرظا کوهپیما', 'علی رضا کوه‌پیما'],
    ['علی رضا کوهپیمما', 'علی رضا کوه‌پیما'],
    ['تاهره زیغمی', 'طاهره ضیغمی'],
    ['طاهزه ضیغمی', 'طاهره ضیغمی'],
    ['ظیقمی طاهره', 'طاهره ضیغمی'],
    ['محدم غلامی', 'محمد غلامی'],
    ['محمد قلامی', 'محمد غلامی'],
    ['محمد غلامیی', 'محمد غلامی'],
    ['مهراوران پحش', 'پخش سراسری مهرآوران'],
    ['مهرآورن', 'پخش سراسری مهرآوران'],
    ['09123456798', 'علی‌رضا صادقی‌نژاد'],
    ['۰۹۱۲۴۵۶۷۸۹', 'علی‌رضا صادقی‌نژاد'],
    ['+98 912 345 6780', 'علی‌رضا صادقی‌نژاد'],
    ['0012345697', 'طاهره ضیغمی'],
    ['tahereh.z@gmial.com', 'طاهره ضیغمی'],
    ['taherehz@gmail.com', 'طاهره ضیغمی'],
    ['Tahere.Z@Gmail.com', 'طاهره ضیغمی'],
  ])('%s', async (q, name) => {
    expect((await site.call(search, { as: clerk, query: { q } })).body.rows).toEqual([])
    expect(await meant(q)).toContain(name)
  })

  test.each([
    'چنگیز',
    'مه',
    'عل',
    '۰۹۱۲',
    '09120000000',
    'طاهره غلامی',
    'zahra.z@gmail.com',
    'tahereh.z@',
    '؟',
    'ا'.repeat(90),
    'ق و ه ل م ن ا ب ص ث',
  ])('and nobody by %j', async (q) => {
    expect(await meant(q)).toEqual([])
  })
})

test('C27: what the search itself finds is not offered again, and the nearest stand first', async () => {
  await newCustomer(site, clerk, personFile({ firstName: 'ژینا', lastName: 'رستمی' }))
  await newCustomer(site, clerk, personFile({ firstName: 'ژیوا', lastName: 'رسطمی' }))
  await newCustomer(site, clerk, personFile({ firstName: 'ژیلا', lastName: 'رستم' }))
  expect(await meant('رستمی')).toEqual(['ژیوا رسطمی', 'ژیلا رستم'])
})

test('C27: a slip finds no more than the search would: neither files out of sight nor values that one may not read', async () => {
  const [here, there] = [await site.addUnit('اینجا'), await site.addUnit('آنجا')]
  const inside = await site.addPerson('خودی', { unitId: here, grants: { 'customers.read': 'team' }, fieldClasses: ['public'] })
  await newCustomer(
    site,
    clerk,
    personFile({ firstName: 'هما', lastName: 'فرهنگ‌دوست', unitId: here, accessPoints: [accessPoint('mobile', '09350000001')] }),
  )
  const before = [await meant('فرحنگ', inside), await meant('09350000010', inside)]
  expect(before).toEqual([['هما فرهنگ‌دوست'], []])
  await newCustomer(site, clerk, personFile({ firstName: 'سها', lastName: 'فرهنگ', unitId: there }))
  expect([await meant('فرحنگ', inside), await meant('09350000010', inside)]).toEqual(before)
  const nobody = await site.addPerson('بی‌حق جویا')
  expect((await site.call(near, { as: nobody, query: { q: 'فرحنگ' } })).status).toBe(403)
})

test('C27: a delicate value that a slip brought to light is put on record', async () => {
  const reader = await site.addPerson('خوانندهٔ کدها', { grants })
  expect(await meant('0012345697', reader)).toHaveLength(1)
  const trail = await site.owner.query(`select after from identity.audit_entry where action = 'field.read' and actor_id = $1`, [reader.id])
  expect(trail.rows).toEqual([{ after: { fields: ['national-code'] } }])
})

test('C27: a file that was merged is found as the one that is left, by those who may see that one', async () => {
  const [here, there] = [await site.addUnit('اینجا هم'), await site.addUnit('آنجا هم')]
  const inside = await site.addPerson('خودی دیگر', { unitId: here, grants: { 'customers.read': 'team' } })
  const left = await newCustomer(site, clerk, personFile({ firstName: 'مانا', lastName: 'مانده‌پور', unitId: there }))
  const merged = await newCustomer(site, clerk, personFile({ firstName: 'مانا', lastName: 'پیوسته‌پور', unitId: here }))
  await site.owner.query('update customers.customer set merged_into = $2, gone = true where customer_id = $1', [
    merged.customerId,
    left.customerId,
  ])
  expect(await meant('پیوصته‌پور')).toEqual(['مانا مانده‌پور'])
  expect(await meant('پیوصته‌پور', inside)).toEqual([])
})

test('C27: a file that was deleted is found no more', async () => {
  const { customerId } = await newCustomer(site, clerk, personFile({ firstName: 'نیکو', lastName: 'رفته‌زاده' }))
  await site.owner.query('update customers.customer set deleted_at = now(), gone = true where customer_id = $1', [customerId])
  expect(await meant('رفتهزاد نیکو')).toEqual([])
  expect((await site.call(search, { as: clerk, query: { q: 'رفته‌زاده' } })).body.rows).toEqual([])
})
