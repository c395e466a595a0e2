import { contract } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { search } = contract.documents
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'documents.read': 'all', 'documents.write': 'all' } as const

let site: TestApp
let clerk: TestPerson
let north: string
let customerId: string
beforeAll(async () => {
  site = await openTestApp()
  north = await site.addUnit('شمال')
  clerk = await site.addPerson('سمیه بایگان', { unitId: north, grants })
  customerId = (await newCustomer(site, clerk, personFile({ firstName: 'آذر', lastName: 'نمونه‌ای', unitId: north }))).customerId
  await add('scan-01.png', 'قرارداد نگه‌داری آسانسور')
  await add('فاکتور ۱۴۰۴.pdf')
})
afterAll(() => site.close())

let added = 0
const add = async (name: string, title?: string, accessClass: AccessClass = 'internal', as = clerk, file = customerId) => {
  added += 1
  const query = { ...(title === undefined ? {} : { title }), accessClass }
  const reply = await upload(site, { as, customerId: file, name, content: Buffer.from(`محتوای ${added}`), query })
  expect(reply.status).toBe(200)
}
const found = async (q: string, as = clerk) =>
  (await site.call(search, { as, query: { q } })).body.rows.map(({ title, name }) => title ?? name)

describe('C27: a document is found by words of its title or of its name', () => {
  test.each([
    ['قرارداد', 'قرارداد نگه‌داری آسانسور'],
    ['نگهداری', 'قرارداد نگه‌داری آسانسور'],
    ['آسانسور قرارداد', 'قرارداد نگه‌داری آسانسور'],
    ['اسانسور', 'قرارداد نگه‌داری آسانسور'],
    ['قر', 'قرارداد نگه‌داری آسانسور'],
    ['scan', 'قرارداد نگه‌داری آسانسور'],
    ['فاکتور 1404', 'فاکتور ۱۴۰۴.pdf'],
    ['1404', 'فاکتور ۱۴۰۴.pdf'],
  ])('%s', async (q, title) => expect(await found(q)).toEqual([title]))

  test.each(['رسید', 'آس', '%', '_', '؟', 'قرارداد فاکتور'])('and none by %j', async (q) => expect(await found(q)).toEqual([]))
})

test('C27: documents of a sibling unit, of files out of sight and of classes that one may not read stay hidden', async () => {
  const south = await site.addUnit('جنوب')
  const narrow = (unitId: string, more: object) => site.addPerson('تنگ‌بین', { unitId, grants: { ...grants, ...more } })
  const sibling = await narrow(south, { 'documents.read': 'team' })
  const blind = await narrow(south, { 'customers.read': 'team' })
  const junior = await site.addPerson('تازه‌کار', { unitId: north, grants, fieldClasses: ['public', 'internal'] })
  const seen = async () => [await found('محرمانه', sibling), await found('محرمانه', blind), await found('محرمانه', junior)]
  const before = await seen()
  await add('a.png', 'گزارش محرمانه', 'sensitive')
  expect(await seen()).toEqual(before)
  expect(before).toEqual([[], [], []])
  expect(await found('محرمانه')).toEqual(['گزارش محرمانه'])
  const trail = await site.owner.query(
    `select after->>'part' as part from identity.audit_entry where action = 'document.read' and actor_id = $1`,
    [clerk.id],
  )
  expect(trail.rows).toEqual([{ part: 'search' }])
})

test('C27: what no box should be given is refused', async () => {
  for (const q of ['', ' ', 'خط\u0000', 'ا'.repeat(101)]) expect((await site.call(search, { as: clerk, query: { q } })).status).toBe(422)
  const nobody = await site.addPerson('بی‌حق')
  expect((await site.call(search, { as: nobody, query: { q: 'قرارداد' } })).status).toBe(403)
})
