import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { logByDoor } from '../../../testing/interactions-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { invoiceOf, newEntry } from '../../../testing/sales-builders.ts'
import { newRequest, serviceGrants } from '../../../testing/service-builders.ts'
import { readFacts } from './facts.queries.ts'

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const grants = { ...serviceGrants('all'), 'sales.read': 'all', 'sales.write': 'all' } as const
  clerk = await site.addPerson('هما یکی‌کن', { grants, fieldClasses: ['public', 'internal', 'sensitive', 'financial'] })
})
afterAll(() => site.close())

test('what goes together is sought over the requests, visits and purchases of all ids of a merged file', async () => {
  const [left, other] = [
    await newCustomer(site, clerk, personFile({ firstName: 'تورج', lastName: 'دوپرونده' })),
    await newCustomer(site, clerk, personFile({ firstName: 'تورج', lastName: 'دوپرونده' })),
  ]
  for (const { customerId } of [left, other]) {
    await newRequest(site, clerk, customerId)
    await logByDoor(site, clerk, customerId, { kind: 'visit' })
    await newEntry(site, clerk, customerId, invoiceOf(6_000_000))
  }
  const body = { otherId: other.customerId, version: left.version, otherVersion: other.version, take: [] }
  expect((await site.call(contract.duplicates.merge, { as: clerk, params: { customerId: left.customerId }, body })).status).toBe(200)
  await site.owner.query(`update customers.customer set created_at = $1::timestamptz - interval '3 years'`, [site.clock.now])
  const asked = { after: '00000000-0000-0000-0000-000000000000', limit: 10, parts: 1, fields: [] }
  const { facts } = await site.app.runAsSystem((context) => readFacts(context, asked))
  expect(facts.map(({ behaviours }) => behaviours)).toMatchObject([
    { 'visits-per-year': 2, 'requests-per-month': 2 / 12, 'purchases-per-year': 2, 'purchased-per-month': 1_000_000 },
  ])
})
