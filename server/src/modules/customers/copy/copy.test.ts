import { contract } from '@parvandeh/contract'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { logByDoor } from '../../../testing/interactions-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { addOfficer, newRelation, newTag } from '../../../testing/people-builders.ts'
import { chequeOf, invoiceOf, newEntry } from '../../../testing/sales-builders.ts'
import { newRequest } from '../../../testing/service-builders.ts'

const { copies } = contract

let site: TestApp
let officer: TestPerson
let unit: string
beforeAll(async () => {
  site = await openTestApp()
  ;({ officer, unit } = await addOfficer(site))
})
afterAll(() => site.close())

const copyOf = (customerId: string, language: 'fa' | 'en') =>
  site.app.http.inject({
    url: `/api/customers/${customerId}/copy`,
    headers: { authorization: officer.authorization, 'accept-language': language },
  })

test('the copy of a file holds all that is kept of the customer, for those alone who may read all of it', async () => {
  const made = await newCustomer(
    site,
    officer,
    personFile({ firstName: 'ماندانا', lastName: 'خویش‌خوان', features: 'کم‌شنوا', unitId: unit }),
  )
  const { customerId } = made
  await upload(site, { as: officer, customerId, name: 'گواهی.txt', content: 'متن گواهی' })
  await logByDoor(site, officer, customerId, { subject: 'پرسش <b>تند</b>', body: 'چه شد؟' })
  await newRequest(site, officer, customerId, { subject: 'یخچال' })
  await site.settle()
  const reply = await copyOf(customerId, 'fa')
  expect(reply.statusCode).toBe(200)
  const names = [...reply.rawPayload.toString('latin1').matchAll(/PK\u0001\u0002/gu)].length
  expect(names).toBeGreaterThan(8)
  const page = unzipped(reply.rawPayload, 'index.html')
  for (const word of ['ماندانا', 'خویش‌خوان', 'کم‌شنوا', 'پرسش &lt;b&gt;تند&lt;/b&gt;', 'چه شد؟', 'یخچال', '001 گواهی.txt'])
    expect(page).toContain(word)
  expect(page).toContain('dir="rtl"')
  expect(unzipped(reply.rawPayload, 'documents/001 گواهی.txt')).toBe('متن گواهی')
  expect(JSON.parse(unzipped(reply.rawPayload, 'data/interactions.json'))).toMatchObject([{ body: 'چه شد؟' }])
  const trail = await site.owner.query(`select actor_id from identity.audit_entry where action = 'customer.copied' and customer_id = $1`, [
    customerId,
  ])
  expect(trail.rows).toEqual([{ actor_id: officer.id }])
  const half = await site.addPerson('نیما نیم‌خوان', {
    grants: { 'customers.read': 'all', 'customers.copy': 'all' },
    fieldClasses: ['public', 'internal', 'sensitive'],
  })
  expect((await site.call(copies.download, { as: half, params: { customerId } })).status).toBe(403)
  const narrow = await site.addPerson('نگین نزدیک', { grants: { 'customers.read': 'own', 'customers.copy': 'all' } })
  expect((await site.call(copies.download, { as: narrow, params: { customerId } })).status).toBe(404)
})

/** A person of whom every module keeps something. */
async function known() {
  const made = await newCustomer(
    site,
    officer,
    personFile({
      firstName: 'دردانه',
      lastName: 'خوانا',
      gender: 'female',
      birthDate: '1990-03-21',
      unitId: unit,
      ownerId: officer.id,
      accessPoints: [accessPoint('mobile', '09121117799', { consents: { marketing: true } })],
    }),
  )
  const { customerId } = made
  const friend = await newCustomer(site, officer, personFile({ firstName: 'همراه', lastName: 'پنهان‌مانده', unitId: unit }))
  await newRelation(site, officer, customerId, friend.customerId, 'spouse', 'a')
  const tag = await newTag(site, officer, 'همیشگی')
  await site.call(contract.behaviour.tag, { as: officer, params: { customerId }, body: { tagId: tag.id, note: null } })
  await newEntry(site, officer, customerId, invoiceOf(12_000_000))
  await newEntry(site, officer, customerId, chequeOf(5_000_000))
  await logByDoor(site, officer, customerId, { subject: 'گرم نمی‌کند' })
  await newRequest(site, officer, customerId, { subject: 'بخاری', contactName: 'خواهرش مروارید' })
  await site.settle()
  return { customerId, friend: friend.displayName }
}

/** What the cells of the page say, without the names that files have. */
const cellsOf = (page: string): string[] =>
  [...page.matchAll(/<t[dh](?: [^>]*)?>(.*?)<\/t[dh]>/gsu)].map(([, text = '']) => text.replaceAll(/<[^>]*>|\S+\.txt/gu, ''))

test('the page of a copy speaks the language of its reader: no code, no key, days of the Jalali calendar', async () => {
  const { customerId } = await known()
  const page = unzipped((await copyOf(customerId, 'fa')).rawPayload, 'index.html')
  const words = cellsOf(page)
  expect(words.filter((text) => /[A-Za-z]{2,}/u.test(text))).toEqual([])
  expect(words).toEqual(
    expect.arrayContaining([
      'جنسیت',
      'زن',
      '۱۳۶۹/۰۱/۰۱',
      'همسر',
      'تلفن همراه',
      'فاکتور فروش',
      'نزد ما',
      'ثبت درخواست',
      '۱۲٬۰۰۰٬۰۰۰',
      '+۹۸۹۱۲۱۱۱۷۷۹۹',
    ]),
  )
  expect(page).toContain('تبلیغات: داده (۱۴')
  const english = unzipped((await copyOf(customerId, 'en')).rawPayload, 'index.html')
  expect(cellsOf(english)).toEqual(expect.arrayContaining(['Gender', 'Female', '1990-03-21', 'in hand']))
})

test('who else stands beside the customer is not in the copy, neither on the page nor in the data, and that is said', async () => {
  const { customerId, friend } = await known()
  const { rawPayload } = await copyOf(customerId, 'fa')
  const everything = ['index.html', 'data/relations.json', 'data/requests.json', 'data/timeline.json', 'data/who-read-and-changed.json']
    .map((name) => unzipped(rawPayload, name))
    .join()
  expect(everything).not.toContain(friend)
  expect(everything).not.toContain('مروارید')
  expect(JSON.parse(unzipped(rawPayload, 'data/relations.json'))).toMatchObject([{ relation: 'همسر' }])
  expect(JSON.parse(unzipped(rawPayload, 'data/requests.json'))).toMatchObject([{ byOther: true }])
  expect(everything).toContain('نام و مشخصات طرف دیگر داده‌های خودِ اوست')
})

/** One part of an archive, by walking its local headers. */
function unzipped(archive: Buffer, name: string): string {
  const start = archive.indexOf(Buffer.concat([Buffer.from(name)]))
  const data = archive.subarray(start + Buffer.byteLength(name))
  return inflateRawSync(data).toString('utf8')
}
