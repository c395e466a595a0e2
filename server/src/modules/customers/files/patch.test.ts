import { contract } from '@parvandeh/contract'
import type { CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { patch, show } = contract.customers
const all = { 'customers.read': 'all', 'customers.write': 'all' } as const

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('لیلا ویراستار', { grants: all })
})
afterAll(() => site.close())

const change = (customerId: string, body: NonNullable<CallOf<typeof patch>['body']>, as = clerk) =>
  site.call(patch, { as, params: { customerId }, body })
const shown = async (customerId: string, as = clerk) => (await site.call(show, { as, params: { customerId } })).body

test('one field is changed, all others stay, and what it was puts it back', async () => {
  const file = await newCustomer(
    site,
    clerk,
    personFile({
      firstName: 'هما',
      lastName: 'کوهستانی',
      district: 'ونک',
      ownerId: clerk.id,
      accessPoints: [accessPoint('mobile', '09121110000')],
    }),
  )
  const { version: _first, updatedAt: _then, ...before } = await shown(file.customerId)
  const changed = await change(file.customerId, { version: 1, ownerId: null })
  const { version, updatedAt: _now, ...after } = changed.body
  expect([version, after]).toEqual([2, { ...before, ownerId: null }])
  expect((await change(file.customerId, { version: 1, district: 'ری' })).body).toMatchObject({ code: 'changed-meanwhile' })
  const { version: third, updatedAt: _later, ...back } = (await change(file.customerId, { version: 2, ownerId: clerk.id })).body
  expect([third, back]).toEqual([3, before])
  expect((await change(file.customerId, { version: 3 })).body.version).toBe(3)
})

test('nobody is asked about doubts that were there before, but about those that a change raises', async () => {
  const file = await newCustomer(site, clerk, {
    ...personFile({ lastName: 'پرتردید', nationalCode: '1234567890' }),
    acceptedProblems: { nationalCode: 'از روی کارت' },
  })
  await site.owner.query(`update customers.customer set accepted_problems = '{}' where customer_id = $1`, [file.customerId])
  expect((await change(file.customerId, { version: 1, district: 'ونک' })).status).toBe(200)
  expect((await change(file.customerId, { version: 2, nationalCode: '1111111112' })).body).toMatchObject({
    code: 'invalid-input',
    problems: [{ field: 'nationalCode' }],
  })
  expect((await change(file.customerId, { version: 2, lastName: null })).body).toMatchObject({
    problems: [{ field: 'lastName', code: 'nameless' }],
  })
})

test('what one may not read stays as it is, whatever is sent for it', async () => {
  const file = await newCustomer(
    site,
    clerk,
    personFile({ lastName: 'پنهان', features: 'کم‌شنوا', accessPoints: [accessPoint('mobile', '09121112222')] }),
  )
  const outsider = await site.addPerson('بیرونی', { grants: all, fieldClasses: ['public'] })
  expect((await change(file.customerId, { version: 1, firstName: 'نو', features: null, accessPoints: [] }, outsider)).status).toBe(200)
  expect(await shown(file.customerId)).toMatchObject({ firstName: 'نو', features: 'کم‌شنوا', accessPoints: [{ value: '+989121112222' }] })
})

test('a file is not given to where one does not reach, nor changed by whoever only sees it', async () => {
  const [own, other] = [await site.addUnit('پذیرش'), await site.addUnit('تعمیرگاه')]
  const sara = await site.addPerson('سارا رستگارفر', { unitId: own, grants: { 'customers.read': 'all', 'customers.write': 'team' } })
  const file = await newCustomer(site, clerk, personFile({ lastName: 'مرزی', unitId: own }))
  const strange = await newCustomer(site, clerk, personFile({ lastName: 'آن‌سو', unitId: other }))
  expect((await change(file.customerId, { version: 1, unitId: other }, sara)).status).toBe(403)
  expect((await change(strange.customerId, { version: 1, district: 'ونک' }, sara)).status).toBe(403)
  const behnam = await site.addPerson('بهنام نیک‌اندیش', { unitId: other, grants: { 'customers.read': 'team', 'customers.write': 'team' } })
  expect((await change(file.customerId, { version: 1, district: 'ونک' }, behnam)).status).toBe(404)
  expect((await change(file.customerId, { version: 1, unitId: sara.id })).body).toMatchObject({ problems: [{ field: 'unitId' }] })
})
