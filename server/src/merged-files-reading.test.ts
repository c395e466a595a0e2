import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from './testing/customers-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { newRelation, newTag } from './testing/people-builders.ts'
import { invoiceOf, newEntry } from './testing/sales-builders.ts'
import { of, newRequest, serviceGrants } from './testing/service-builders.ts'

const { customers, duplicates, removals, requests } = contract
type File = Awaited<ReturnType<typeof newCustomer>>

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const more = {
    'customers.manage': 'all',
    'customers.delete': 'all',
    'customers.export': 'all',
    'sales.read': 'all',
    'sales.write': 'all',
  } as const
  clerk = await site.addPerson('هما یکی‌کن', { grants: { ...serviceGrants('all'), ...more } })
})
afterAll(() => site.close())

let serial = 0
let left: File
let other: File
beforeEach(async () => {
  serial += 1
  const person = (firstName: string, digit: number) => {
    const point = accessPoint('mobile', `0912${digit}${String(serial).padStart(6, '0')}`)
    return newCustomer(site, clerk, personFile({ firstName, lastName: `دوپرونده${serial}`, accessPoints: [point] }))
  }
  left = await person('تورج', 1)
  other = await person('ایرج', 2)
})

async function mergeThem(more: { leave?: string[] } = {}) {
  const body = { otherId: other.customerId, version: left.version, otherVersion: other.version, take: [], ...more }
  const reply = await site.call(duplicates.merge, { as: clerk, params: { customerId: left.customerId }, body })
  expect(reply.status, reply.text).toBe(200)
  await site.settle()
  return reply.body
}
const listed = async (query: object) => {
  const reply = await site.call(customers.list, { as: clerk, query: { limit: 200, ...query } })
  expect(reply.status, reply.text).toBe(200)
  return reply.body.rows.map(({ customerId }) => customerId).filter((id) => id === left.customerId || id === other.customerId)
}
const where = (field: string, is: string, value?: unknown) => ({ where: JSON.stringify({ field, is, value }) })
/** The filter finds the file by what the other had, and does not find it by its absence. */
async function isFoundBy(field: string, value: unknown, is = 'one-of') {
  expect(await listed(where(field, is, value)), field).toEqual([left.customerId])
  expect(await listed(where(field, 'filled')), field).toEqual([left.customerId])
  expect(await listed(where(field, 'empty')), field).toEqual([])
}
const paramsOf = ({ customerId }: File) => ({ as: clerk, params: { customerId } })

describe('a list of files finds the one that is left by what the other', () => {
  test('was called, in the list, its count and its export', async () => {
    await mergeThem()
    const q = `ایرج دوپرونده${serial}`
    expect(await listed({ q })).toEqual([left.customerId])
    expect((await site.call(customers.count, { as: clerk, query: { q } })).body.count).toBe(1)
    expect((await site.call(customers.export, { as: clerk, query: { q, format: 'csv' } })).text).toContain(`تورج`)
    const nameOnly = await site.addPerson('نام‌خوان', { grants: { 'customers.read': 'all' }, fieldClasses: ['public'] })
    expect((await site.call(customers.list, { as: nameOnly, query: { q } })).body.rows).toHaveLength(1)
  })

  test('was tagged with, was of a class in, was related to, and was brought by', async () => {
    const tag = await newTag(site, clerk, `برچسب ${serial}`)
    await site.call(contract.behaviour.tag, { ...paramsOf(other), body: { tagId: tag.id, note: null } })
    const scheme = {
      name: `اعتبار ${serial}`,
      nameEn: null,
      by: 'hand' as const,
      accessClass: 'internal' as const,
      active: true,
      protectedReason: null,
    }
    const klass = { id: null, name: 'خوب', nameEn: null, mark: 'star' as const, active: true, condition: null }
    const made = (await site.call(contract.classification.add, { as: clerk, body: { ...scheme, classes: [klass] } })).body
    const [good] = made.classes
    const body = { classId: good!.id, reason: null }
    await site.call(contract.classification.classify, { as: clerk, params: { customerId: other.customerId, schemeId: made.id }, body })
    const friend = await newCustomer(site, clerk, personFile({ firstName: 'سلم', lastName: 'آشنا' }))
    await newRelation(site, clerk, other.customerId, friend.customerId, 'spouse')
    const business = { marketerId: clerk.id, referrer: null, version: 0 }
    expect((await site.call(contract.business.change, { ...paramsOf(other), body: business })).status).toBe(200)
    await mergeThem()
    await isFoundBy('tags.general', [tag.id])
    await isFoundBy(`class.${made.id}`, [good!.id])
    await isFoundBy('marketerId', [clerk.id])
    expect(await listed(where('kinship', 'filled'))).toEqual([left.customerId])
    const shown = (await site.call(contract.classification.ofFile, paramsOf(left))).body
    expect(shown.classes).toMatchObject([{ schemeId: made.id, classId: good!.id }])
    const row = (await site.call(customers.list, { as: clerk, query: { q: left.displayName } })).body.rows[0]
    expect(row?.classes).toEqual({ [made.id]: good!.id })
    // To the friend it is one relation, to the file that is left.
    const across = (await site.call(contract.relations.list, paramsOf(friend))).body.relations
    expect(across.map(({ other: end }) => end.customerId)).toEqual([left.customerId])
  })

  test('bought and owes, summed as its account shows them', async () => {
    await newEntry(site, clerk, left.customerId, invoiceOf(3_000_000, { day: '2025-11-01' }))
    await newEntry(site, clerk, other.customerId, invoiceOf(4_000_000, { day: '2025-12-01' }))
    await mergeThem()
    const account = (await site.call(contract.ledger.account, paramsOf(left))).body
    expect(account).toMatchObject({ balance: 7_000_000, lastPurchase: { day: '2025-12-01' } })
    for (const [field, is, value] of [
      ['account.balance', 'equals', 7_000_000],
      ['account.overdue', 'equals', account.overdue],
      ['account.lastPurchase', 'equals', '2025-12-01'],
      ['account.purchasesFourSeasons', 'at-least', 3_000_000],
    ] as const)
      expect(await listed(where(field, is, value)), field).toEqual([left.customerId])
  })
})

test('a caller is known by a number that was left behind when the files were merged', async () => {
  await mergeThem({ leave: other.accessPoints.map(({ id }) => id) })
  const caller = await site.call(customers.byCaller, { as: clerk, query: { number: other.accessPoints[0]!.value } })
  expect(caller.body.rows.map(({ customerId }) => customerId)).toEqual([left.customerId])
})

test('what the other did not want to say is not asked of the file that is left', async () => {
  const asked = { field: 'gender', outcome: 'declined' as const, seconds: 3 }
  expect((await site.call(contract.completeness.putOff, { ...paramsOf(other), body: asked })).status).toBe(200)
  await mergeThem()
  const { missing } = (await site.call(contract.completeness.ofFile, paramsOf(left))).body
  expect(missing.find(({ key }) => key === 'gender')).toMatchObject({ declined: true })
})

test('a merged file that was removed and restored is found by all that found the other', async () => {
  const { version } = await mergeThem()
  const found = async () => (await site.call(customers.search, { as: clerk, query: { q: `ایرج دوپرونده${serial}` } })).body.rows
  expect(await found()).toHaveLength(1)
  const body = { version, reason: 'دو بار ثبت شده بود' }
  expect((await site.call(removals.remove, { ...paramsOf(left), body })).status).toBe(200)
  expect([await found(), await listed({ q: `ایرج دوپرونده${serial}` })]).toEqual([[], []])
  expect((await site.call(removals.restore, paramsOf(left))).status).toBe(200)
  await site.settle()
  expect(await found()).toMatchObject([{ customerId: left.customerId }])
  for (const q of [other.code, other.accessPoints[0]!.value])
    expect((await site.call(customers.search, { as: clerk, query: { q } })).body.rows, q).toMatchObject([{ customerId: left.customerId }])
})

describe('requests of both ids', () => {
  const byNumber = async (number: string) => (await site.call(requests.byNumber, { as: clerk, params: { number } })).body
  const mergeInto = (request: Parameters<typeof of>[0], intoNumber: string) =>
    site.call(requests.merge, { as: clerk, params: of(request), body: { intoNumber, note: 'همان خرابی' } })

  test('are merged like those of one, and read together for as long as the files are one', async () => {
    const [one, two, three] = [
      await newRequest(site, clerk, left.customerId),
      await newRequest(site, clerk, other.customerId),
      await newRequest(site, clerk, other.customerId),
    ]
    const answered = await site.call(requests.answer, { as: clerk, params: of(two), body: { body: 'فردا می‌آییم', channel: 'sms' } })
    expect(answered.status, answered.text).toBe(200)
    expect((await mergeInto(two, one.number)).body).toMatchObject({ code: 'merge-refused' })
    await mergeThem()
    expect((await mergeInto(three, two.number)).body).toMatchObject({ status: 'merged', mergedIntoNumber: two.number })
    const merged = await mergeInto(two, one.number)
    expect(merged.body, merged.text).toMatchObject({ status: 'merged', outcome: 'duplicate', mergedIntoNumber: one.number })
    const target = await byNumber(one.number)
    expect(target).toMatchObject({ mergedNumbers: [two.number, three.number], conversation: [{ body: 'فردا می‌آییم' }] })
    expect(target.events.map(({ number, kind }) => `${number} ${kind}`)).toContain(`${two.number} answered`)

    const [last] = (await site.call(duplicates.merges, paramsOf(left))).body.rows
    await site.call(duplicates.undoMerge, { as: clerk, params: { customerId: left.customerId, mergeId: last!.id } })
    expect(await byNumber(one.number)).toMatchObject({ mergedNumbers: [], conversation: [] })
    expect(await byNumber(two.number)).toMatchObject({ mergedIntoNumber: one.number })
    const reopened = await site.call(requests.reopen, { as: clerk, params: of(two), body: { note: 'از آن دیگری است' } })
    expect(reopened.body, reopened.text).toMatchObject({ status: 'open', mergedIntoNumber: null, mergedNumbers: [three.number] })
  })
})
