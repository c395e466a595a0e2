import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { addOfficer } from '../../../testing/people-builders.ts'
import { placesOf } from '../../../testing/word-finder.ts'

const { erasures } = contract

let site: TestApp
let officer: TestPerson
let unit: string
beforeAll(async () => {
  site = await openTestApp()
  ;({ officer, unit } = await addOfficer(site))
})
afterAll(() => site.close())

test('what colleagues wrote down of an erased person in views, segments and exports is redacted; what the trail holds of it is on the certificate', async () => {
  const told = { first: 'شهرزاد', last: 'زنبق‌پوش', phone: '9124443322', code: '0084575948' }
  const sister = 'گلنار زنبق‌پوش'
  const { customerId, code } = await newCustomer(
    site,
    officer,
    personFile({
      firstName: told.first,
      lastName: told.last,
      nationalCode: told.code,
      unitId: unit,
      accessPoints: [accessPoint('mobile', `0${told.phone}`)],
    }),
  )
  const name = `${told.first} ${told.last}`
  const where = JSON.stringify({ all: [{ field: 'mobile', is: 'equals', value: `0${told.phone}` }] })
  const view = (search: object, title: string) =>
    site.call(contract.views.create, {
      as: officer,
      body: { list: 'customers', name: title, audience: 'private', search, columns: [], group: null } as never,
    })
  const [byName, byNumber, bySister] = [
    await view({ q: 'شهرزاد زنبق پوش' }, `پیگیری ${name}`),
    await view({ where, kind: 'person' }, 'شماره‌ای که زنگ زد'),
    await view({ q: sister }, 'خانوادهٔ زنبق‌پوش'),
  ]
  expect([byName.status, byNumber.status, bySister.status], byNumber.text).toEqual([200, 200, 200])
  const segment = await site.call(contract.segments.create, {
    as: officer,
    body: { name: 'کد ملی', description: `برای ${name}`, audience: 'private', condition: JSON.parse(where) },
  })
  expect(segment.status, segment.text).toBe(200)
  const taken = await site.call(contract.customers.export, { as: officer, query: { q: `۰${told.phone}`, format: 'csv' } })
  expect(taken.status).toBe(200)

  const asked = await site.call(erasures.ask, {
    as: officer,
    params: { customerId },
    body: { code, basis: 'asked-by-person', reference: 'نامهٔ ۱۲/۴۵', atOnce: true },
  })
  await site.settle()
  const left = await placesOf(site, [name, told.phone, told.code])
  expect([...new Set(left.map((place) => place.split(':')[0]))]).toEqual(['identity.audit_entry'])
  const { body: views } = await site.call(contract.views.list, { as: officer, query: { list: 'customers' } })
  const found = new Map(views.views.map(({ id, name: title, search }) => [id, { title, search }]))
  expect(found.get(byName.body.id)?.search).toEqual({ q: 'پاک‌شده' })
  expect(found.get(byName.body.id)?.title).toMatch(/^پاک‌شده/u)
  expect(found.get(byNumber.body.id)).toMatchObject({ title: 'شماره‌ای که زنگ زد', search: { kind: 'person' } })
  expect(found.get(bySister.body.id)).toEqual({ title: 'خانوادهٔ زنبق‌پوش', search: { q: sister } })
  const { body: done } = await site.call(erasures.show, { as: officer, params: { erasureId: asked.body.id } })
  expect(done.certificate?.rows.map(({ what, count, outcome }) => [what.en, count, outcome])).toEqual(
    expect.arrayContaining([
      ['Views and bulk changes whose filters or name spoke of the person', 2, 'blanked'],
      ['Segments and classes whose rule or name spoke of the person', 1, 'blanked'],
      ['Lines of the audit trail about filters and exports in which a name or number of the person stands', 4, 'kept'],
    ]),
  )
})
