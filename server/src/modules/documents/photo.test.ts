import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personFile } from '../../testing/customers-builders.ts'
import { tinyPng, upload } from '../../testing/documents-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const grants = { 'customers.read': 'all', 'customers.write': 'all', 'documents.read': 'own', 'documents.write': 'own' } as const
  clerk = await site.addPerson('سمیه عکاس‌نژاد', { grants, unitId: await site.addUnit('پذیرش') })
})
afterAll(() => site.close())

const { create, patch, show } = contract.customers

async function newFile(lastName: string): Promise<{ customerId: string; version: number }> {
  const { body } = await site.call(create, { as: clerk, body: personFile({ firstName: 'آذر', lastName }) })
  return body
}

const pictureOf = async (customerId: string, as = clerk): Promise<string> =>
  (await upload(site, { as, customerId, name: 'photo.png', content: tinyPng })).body.id

test('C6: a picture of the customer is a document of their file, put there and taken away', async () => {
  const { customerId, version } = await newFile('نمونه‌ای')
  const photoId = await pictureOf(customerId)
  const put = await site.call(patch, { as: clerk, params: { customerId }, body: { photoId, version } })
  expect(put.status).toBe(200)
  expect((await site.call(show, { as: clerk, params: { customerId } })).body.photoId).toBe(photoId)
  const taken = await site.call(patch, { as: clerk, params: { customerId }, body: { photoId: null, version: put.body.version } })
  expect(taken.body.photoId).toBe(null)
})

test('C6: a document of another file, one out of sight, and one that is not there are refused alike', async () => {
  const { customerId, version } = await newFile('پیشین')
  const other = await newFile('دیگر')
  const colleague = await site.addPerson('نادر همکارپور', {
    grants: { 'customers.read': 'all', 'documents.read': 'all', 'documents.write': 'all' },
  })
  for (const photoId of [
    await pictureOf(other.customerId),
    await pictureOf(customerId, colleague),
    '01900000-0000-7000-8000-000000000001',
  ]) {
    const refused = await site.call(patch, { as: clerk, params: { customerId }, body: { photoId, version } })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ problems: [{ field: 'photoId', code: 'unknown' }] })
  }
  const body = personFile({ firstName: 'آذر', lastName: 'تازه', photoId: await pictureOf(customerId) })
  expect((await site.call(create, { as: clerk, body })).status).toBe(422)
})
