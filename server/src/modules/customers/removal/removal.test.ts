import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { logByDoor } from '../../../testing/interactions-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, serviceGrants } from '../../../testing/service-builders.ts'

const { customers, removals, requests } = contract

let site: TestApp
let support: string
let chief: TestPerson
let clerk: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  support = await site.addUnit('پشتیبانی')
  const repair = await site.addUnit('تعمیرگاه')
  const all = { ...serviceGrants('all'), 'customers.export': 'all', 'identity.audit': 'all' } as const
  chief = await site.addPerson('مهتاب گرداننده', { grants: { ...all, 'customers.delete': 'all' } })
  clerk = await site.addPerson('سارا رستگارفر', { unitId: support, grants: { ...all, 'customers.delete': 'team' } })
  stranger = await site.addPerson('بهنام نیک‌اندیش', { unitId: repair, grants: { 'customers.read': 'all', 'customers.delete': 'team' } })
})
afterAll(() => site.close())

let serial = 0
async function file(lastName: string) {
  serial += 1
  const phone = accessPoint('mobile', `0912345${String(6000 + serial)}`)
  return newCustomer(site, chief, personFile({ firstName: 'هما', lastName, unitId: support, accessPoints: [phone] }))
}
const remove = (as: TestPerson, { customerId, version }: { customerId: string; version: number }, more: object = {}) =>
  site.call(removals.remove, { as, params: { customerId }, body: { version, reason: 'دو بار ثبت شده بود', ...more } })
const restore = (as: TestPerson, customerId: string) => site.call(removals.restore, { as, params: { customerId } })
const removed = async (as: TestPerson, q?: string) => (await site.call(removals.list, { as, query: { q } })).body.rows

/** Every door by which a file is found, and what comes through it. */
async function found({ customerId, lastName, phone }: { customerId: string; lastName: string; phone: string }) {
  const query = { q: lastName }
  const shown = await site.call(customers.show, { as: chief, params: { customerId } })
  return {
    show: shown.status,
    timeline: (await site.call(customers.timeline, { as: chief, params: { customerId }, query: {} })).status,
    list: (await site.call(customers.list, { as: chief, query })).body.rows.length,
    count: (await site.call(customers.count, { as: chief, query })).body.count,
    search: (await site.call(customers.search, { as: chief, query })).body.rows.length,
    byNumber: (await site.call(customers.search, { as: chief, query: { q: phone } })).body.rows.length,
    byCaller: (await site.call(customers.byCaller, { as: chief, query: { number: phone } })).body.rows.length,
    export: (await site.call(customers.export, { as: chief, query: { ...query, format: 'csv' } })).text.includes(lastName),
  }
}

test('a removed file is behind no door, and comes back through all of them', async () => {
  const { customerId, version, accessPoints } = await file('برون‌رفته')
  const whom = { customerId, lastName: 'برون‌رفته', phone: accessPoints[0]?.value ?? '' }
  const there = { show: 200, timeline: 200, list: 1, count: 1, search: 1, byNumber: 1, byCaller: 1, export: true }
  const away = { show: 404, timeline: 404, list: 0, count: 0, search: 0, byNumber: 0, byCaller: 0, export: false }
  expect(await found(whom)).toEqual(there)
  expect((await remove(clerk, { customerId, version })).body).toMatchObject({ customerId, version: 2 })
  await site.settle()
  expect(await found(whom)).toEqual(away)
  const hidden = await site.call(customers.show, { as: chief, params: { customerId } })
  const missing = await site.call(customers.show, { as: chief, params: { customerId: '01890000-0000-7000-8000-000000000000' } })
  expect(hidden.text).toBe(missing.text)
  expect((await logByDoor(site, chief, customerId)).status).toBe(404)
  expect(await removed(clerk, 'برون')).toMatchObject([
    { customerId, displayName: 'هما برون‌رفته', removedBy: clerk.id, reason: 'دو بار ثبت شده بود', erasureDueAt: null },
  ])
  expect((await restore(clerk, customerId)).body).toEqual({ customerId, version: 3 })
  await site.settle()
  expect(await found(whom)).toEqual(there)
  const lines = await site.call(customers.timeline, { as: chief, params: { customerId }, query: {} })
  expect(lines.body.rows.map(({ kind }) => kind)).toEqual(['customer.restored', 'customer.removed', 'customer.created'])
})

test('a file with open requests goes only when that is said; the requests stay, and call the customer by the code', async () => {
  const made = await file('کارمانده')
  const { number } = await newRequest(site, chief, made.customerId, { subject: 'سرد نمی‌کند' })
  const params = { customerId: made.customerId }
  expect((await site.call(removals.weigh, { as: chief, params })).body).toEqual({
    hanging: [{ kind: 'open-requests', count: 1, open: true }],
    openWork: true,
  })
  expect((await remove(chief, made)).body).toMatchObject({ code: 'file-has-open-work' })
  expect((await remove(chief, made, { despiteOpenWork: true })).status).toBe(200)
  await site.settle()
  const request = await site.call(requests.byNumber, { as: chief, params: { number } })
  expect(request).toMatchObject({ status: 200 })
  expect(request.text).not.toContain('کارمانده')
  expect((await site.call(requests.list, { as: chief, query: { q: 'کارمانده' } })).body.rows).toEqual([])
})

test('nobody removes or restores out of their reach, twice, or without a reason; the removed are seen by those who may restore them', async () => {
  const made = await file('دور از دست')
  const { customerId } = made
  expect((await remove(stranger, made)).body).toMatchObject({ code: 'not-permitted' })
  expect((await remove(clerk, { customerId, version: 7 })).body).toMatchObject({ code: 'changed-meanwhile' })
  for (const reason of ['', '   ', 'x'.repeat(301), 'دو\nسطر']) expect((await remove(clerk, made, { reason })).status).toBe(422)
  expect((await restore(clerk, customerId)).status).toBe(404)
  await remove(clerk, made)
  expect((await remove(clerk, { customerId, version: 2 })).status).toBe(404)
  expect((await restore(stranger, customerId)).status).toBe(404)
  expect(await removed(stranger)).toEqual([])
  expect((await removed(clerk, 'دور از دست')).length).toBe(1)
})

test('the removed are walked page by page, the last removed first', async () => {
  for (const name of ['ورقی یک', 'ورقی دو', 'ورقی سه']) {
    await remove(chief, await file(name))
    site.clock.now = new Date(site.clock.now.getTime() + 1000)
  }
  const first = await site.call(removals.list, { as: chief, query: { q: 'ورقی', limit: 2 } })
  const second = await site.call(removals.list, { as: chief, query: { q: 'ورقی', limit: 2, after: first.body.next } })
  expect([...first.body.rows, ...second.body.rows].map(({ displayName }) => displayName)).toEqual([
    'هما ورقی سه',
    'هما ورقی دو',
    'هما ورقی یک',
  ])
})
