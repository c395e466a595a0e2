import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newTag } from '../../../testing/people-builders.ts'

const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.manage': 'all' } as const

let site: TestApp
let root: TestPerson
let north: string
beforeAll(async () => {
  site = await openTestApp()
  north = await site.addUnit('شمال')
  root = await site.addPerson('مهرناز پرهام', { grants })
  const patient = await newTag(site, root, 'خوش‌حساب', 'temperament')
  for (const [lastName, unitId] of [
    ['برچسب‌دار', north],
    ['دور از دید', await site.addUnit('جنوب')],
  ] as const) {
    const { customerId } = await newCustomer(site, root, personFile({ lastName, unitId }))
    await site.call(contract.behaviour.tag, { as: root, params: { customerId }, body: { tagId: patient.id } })
  }
})
afterAll(() => site.close())

const found = async (q: string, as = root) =>
  (await site.call(contract.customers.search, { as, query: { q } })).body.rows.map(({ displayName, matched }) => [
    displayName,
    matched.text,
  ])

test('C27: customers are found by their tags, after those who are called so', async () => {
  await newCustomer(site, root, personFile({ lastName: 'خوش‌حسابی' }))
  for (const q of ['خوش حساب', 'خوشحساب', 'خو'])
    expect(await found(q)).toEqual([
      ['خوش‌حسابی', 'خوش‌حسابی'],
      ['برچسب‌دار', 'خوش‌حساب'],
      ['دور از دید', 'خوش‌حساب'],
    ])
  expect(await found('حساب%')).toEqual([])
})

test('C27: by a tag one finds files in sight, if one may read of what class the tag is; and that it was shown is put on record', async () => {
  const narrow = await site.addPerson('شمالی', { unitId: north, grants: { 'customers.read': 'team' } })
  expect(await found('خوش حساب', narrow)).toEqual([['برچسب‌دار', 'خوش‌حساب']])
  const junior = await site.addPerson('تازه‌کار', { grants, fieldClasses: ['public', 'internal'] })
  expect(await found('خوش حساب', junior)).toEqual([['خوش‌حسابی', 'خوش‌حسابی']])
  const trail = await site.owner.query(`select after from identity.audit_entry where action = 'field.read' and actor_id = $1`, [narrow.id])
  expect(trail.rows).toEqual([{ after: { fields: ['tag'] } }])
})
