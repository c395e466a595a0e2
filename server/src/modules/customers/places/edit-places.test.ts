import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { seedPlaces } from './places.queries.ts'

const { places, customers } = contract
let site: TestApp
let root: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  root = await site.addPerson('ریشه', { grants: { 'customers.read': 'all', 'customers.write': 'all', 'customers.manage': 'all' } })
})
afterAll(() => site.close())

const all = async () => (await site.call(customers.places, { as: root })).body
const add = (level: 'province' | 'county' | 'city', name: string, parentId: number | null) =>
  site.call(places.add, { as: root, body: { level, name, parentId } })
const countyOf = async (name: string) => (await all()).counties.find((county) => county.name === name)!

test('a city is added to a county, once however it is spelled', async () => {
  const { id } = await countyOf('شمیرانات')
  const added = await add('city', 'نو شهرِ آزمون', id)
  expect(added.body).toMatchObject({ level: 'city', parentId: id, closed: false })
  expect(added.body.id).toBeGreaterThan(100_000)
  expect((await add('city', 'نو شهر ازمون', id)).body).toMatchObject({ code: 'already-exists' })
  expect((await add('city', 'بی‌جا', 9_999_99)).status).toBe(422)
  expect((await add('city', '\u200c', id)).status).toBe(422)
})

test("what was renamed or closed stays so when the product's own list is read again", async () => {
  const city = (await all()).cities[0]!
  const on = { as: root, params: { level: 'city' as const, placeId: String(city.id) } }
  await site.call(places.change, { ...on, body: { name: 'نام دیگر', closed: true } })
  await seedPlaces(site.owner)
  expect((await all()).cities.find(({ id }) => id === city.id)).toMatchObject({ name: 'نام دیگر', closed: true })
})

test('merged places are one in files, and only places of one level and province can be', async () => {
  const { cities } = await all()
  const [one, two] = cities.filter(({ provinceId }) => provinceId === cities[0]!.provinceId).slice(1, 3)
  const far = cities.find(({ provinceId }) => provinceId !== one!.provinceId)!
  const { customerId } = await newCustomer(site, root, personFile({ firstName: 'شیوا', cityId: one!.id }))
  const merge = (intoId: number) =>
    site.call(places.merge, { as: root, params: { level: 'city', placeId: String(one!.id) }, body: { intoId } })
  expect((await merge(far.id)).body).toMatchObject({ code: 'place-merge-refused' })
  expect((await merge(one!.id)).body).toMatchObject({ code: 'place-merge-refused' })
  expect((await merge(two!.id)).body).toMatchObject({ id: two!.id })
  expect((await site.call(customers.show, { as: root, params: { customerId } })).body.cityId).toBe(two!.id)
  expect((await all()).cities.find(({ id }) => id === one!.id)?.closed).toBe(true)
})
