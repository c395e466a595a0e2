import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { newField } from '../../../testing/fields-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newId } from '../../../platform/ids.ts'

const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'customers.fields': 'all',
  'documents.read': 'all',
  'documents.write': 'all',
} as const
let site: TestApp
let keeper: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  keeper = await site.addPerson('فرزانه ویژه‌کار', { grants })
})
afterAll(() => site.close())

test('C5: a field of type file takes a document of the same customer that the writer may see, and no other', async () => {
  await newField(site, keeper, { key: 'licence', type: 'file' })
  const open = async (lastName: string) => (await newCustomer(site, keeper, personFile({ lastName }))).customerId
  const [own, other] = [await open('صاحب سند'), await open('بیگانه')]
  const document = async (customerId: string, accessClass: 'internal' | 'financial' = 'internal') =>
    (await upload(site, { as: keeper, customerId, content: `${customerId} ${accessClass}`, query: { accessClass } })).body.id
  const [mine, theirs, secret] = [await document(own), await document(other), await document(own, 'financial')]
  const set = (licence: string | null, version: number, as = keeper) =>
    site.call(contract.customers.patch, { as, params: { customerId: own }, body: { version, custom: { licence } } })
  const clerk = await site.addPerson('بهرام عمومی', { grants, fieldClasses: ['public', 'internal'] })
  const refusals = [await set(theirs, 1), await set(newId(), 1), await set(secret, 1, clerk)]
  for (const { body } of refusals)
    expect(body).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'custom.licence', code: 'no-document', message: expect.stringContaining('در پروندهٔ همین مشتری نیست') as string }],
    })
  expect((await set(mine, 1)).body).toMatchObject({ custom: { licence: mine } })
  // What stands there stays, also when somebody writes who may not see it.
  expect((await set(secret, 2)).body).toMatchObject({ custom: { licence: secret } })
  expect((await set(secret, 3, clerk)).status).toBe(200)
  const created = personFile({ lastName: 'تازه', custom: { licence: mine } })
  expect((await site.call(contract.customers.create, { as: keeper, body: created })).body).toMatchObject({
    problems: [{ code: 'no-document' }],
  })
})
