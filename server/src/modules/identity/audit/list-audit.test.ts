import { contract } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

let site: TestApp
let clerk: TestPerson
let customerId: string
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('شیوا دفتردار', { grants: { 'customers.read': 'all', 'customers.write': 'all', 'documents.write': 'all' } })
  const file = personFile({
    firstName: 'هما',
    lastName: 'رازدار',
    nationalCode: '0012345679',
    economicCode: '411111111111',
    district: 'باغ',
  })
  customerId = (await newCustomer(site, clerk, { ...file, acceptedProblems: { nationalCode: 'از روی کارت' } })).customerId
  await upload(site, { as: clerk, customerId, name: 'محرمانه.txt', content: 'x', query: { accessClass: 'sensitive' } })
})
afterAll(() => site.close())

const reader = (fieldClasses: AccessClass[]) =>
  site.addPerson(`خوانندهٔ ${fieldClasses.join()}`, { grants: { 'identity.audit': 'all' }, fieldClasses })
const trail = async (as: TestPerson, query: object = {}) =>
  (await site.call(contract.audit.list, { as, query: { limit: 200, ...query } })).body.rows

test('the trail tells no reader the value of a field of a class that they do not read, only that it changed', async () => {
  const [operator, auditor] = [await reader(['public', 'internal']), await reader(['public', 'internal', 'sensitive', 'financial'])]
  const [seen] = await trail(operator, { action: 'customer.created' })
  expect(seen).toMatchObject({
    after: { firstName: 'هما', district: 'باغ' },
    withheld: expect.arrayContaining(['nationalCode', 'economicCode']),
  })
  expect(JSON.stringify(await trail(operator))).not.toMatch(/0012345679|411111111111|محرمانه/u)
  const [whole] = await trail(auditor, { action: 'customer.created' })
  expect(whole).toMatchObject({ after: { nationalCode: '0012345679', economicCode: '411111111111' }, withheld: [] })
  expect((await trail(auditor, { action: 'document.added' }))[0]).toMatchObject({ after: { name: 'محرمانه.txt' }, withheld: [] })
  const [outside] = await trail(await reader(['public']), { action: 'customer.created' })
  expect(Object.keys(outside?.after as object).toSorted()).toEqual(['firstName', 'kind', 'lastName'])
})

test('the trail is asked from any moment on, also from before there were computers', async () => {
  const auditor = await reader(['public'])
  expect((await trail(auditor, { from: '1900-01-01T00:00:00Z' })).length).toBeGreaterThan(0)
  expect(await trail(auditor, { to: '1900-01-01T00:00:00Z' })).toEqual([])
})
