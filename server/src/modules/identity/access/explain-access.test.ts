import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest } from '../../../testing/service-builders.ts'

let site: TestApp
let administrator: TestPerson
let clerk: TestPerson
let desk: string
let other: string
const everything = {
  'identity.manage': 'all',
  'customers.read': 'all',
  'customers.write': 'all',
  'service.read': 'all',
  'service.write': 'all',
} as const

beforeAll(async () => {
  site = await openTestApp()
  const service = await site.addUnit('خدمات')
  desk = await site.addUnit('پذیرش', service)
  other = await site.addUnit('تعمیرگاه', service)
  administrator = await site.addPerson('نسرین همه‌بین', { grants: everything })
  clerk = await site.addPerson('سارا رستگارفر', {
    unitId: desk,
    grants: { 'customers.read': 'team', 'customers.write': 'own', 'service.read': 'unit' },
    fieldClasses: ['public', 'internal'],
  })
})
afterAll(() => site.close())

const file = (unitId: string, ownerId: string | null = null) =>
  newCustomer(site, administrator, personFile({ firstName: 'هما', lastName: 'کوهستانی', unitId, ownerId }))
const tryCustomer = async (fileId: string, as = administrator) =>
  site.call(contract.people.tryCustomer, { as, params: { personId: clerk.id, fileId } })

test('it is told what somebody can do, by which role, and how much they see of all there is', async () => {
  await file(desk)
  await file(other)
  const { body } = await site.call(contract.people.access, { as: administrator, params: { personId: clerk.id } })
  const [role] = body.roles
  expect(body).toMatchObject({ name: 'سارا رستگارفر', unitId: desk, unitIds: [desk] })
  expect(body.grants).toContainEqual({ permission: 'customers.read', scope: 'team', roles: [{ role, scope: 'team' }] })
  expect(body.fieldClasses.map(({ accessClass }) => accessClass)).toEqual(['public', 'internal'])
  expect(body.sights.find(({ kind }) => kind === 'customers')).toEqual({ kind: 'customers', seen: 1, all: 2, most: 10_000 })
  expect(body.sights.find(({ kind }) => kind === 'documents')?.seen).toBe(0)
})

test('for one customer it is told whether they see and may change it, and why; as the front door then proves', async () => {
  const [near, own, far] = [await file(desk), await file(other, clerk.id), await file(other)]
  for (const [made, read, write] of [
    [near, { allowed: true, reason: 'team' }, { allowed: false, reason: 'out-of-scope' }],
    [own, { allowed: true, reason: 'own' }, { allowed: true, reason: 'own' }],
    [far, { allowed: false, reason: 'out-of-scope' }, { allowed: false, reason: 'out-of-scope' }],
  ] as const) {
    expect((await tryCustomer(made.customerId)).body).toMatchObject({ read, write })
    const seen = await site.call(contract.customers.show, { as: clerk, params: { customerId: made.customerId } })
    expect(seen.status === 200).toBe(read.allowed)
    if (read.allowed) expect(seen.body.can.edit).toBe(write.allowed)
  }
})

test('for a request likewise; a right that no role gives is said to be missing', async () => {
  const { customerId } = await file(desk)
  const { number } = await newRequest(site, administrator, customerId, { unitId: desk })
  const { body } = await site.call(contract.people.tryRequest, { as: administrator, params: { personId: clerk.id, number } })
  expect(body).toMatchObject({
    unitId: desk,
    read: { allowed: true, reason: 'team' },
    write: { allowed: false, reason: 'no-permission', roles: [] },
  })
})

test('whoever asks learns nothing of what they do not see themselves, and the asking is in the trail', async () => {
  const { customerId } = await file(desk)
  const blind = await site.addPerson('مدیر بی‌پرونده', { grants: { 'identity.manage': 'all' } })
  expect((await tryCustomer(customerId, blind)).status).toBe(404)
  await tryCustomer(customerId)
  const trail = await site.owner.query(
    `select action, customer_id from identity.audit_entry where subject_id = $1 and customer_id = $2 and action = 'access.tried'`,
    [clerk.id, customerId],
  )
  expect(trail.rows).toHaveLength(1)
})
