import { contract } from '@parvandeh/contract'
import type { Permission, Scope } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../testing/customers-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'

const { list, count, search, byCaller, show, timeline, export: exportCsv } = contract.customers
const within = (scope: Scope): Partial<Record<Permission, Scope>> => ({
  'customers.read': scope,
  'customers.write': scope,
  'customers.export': scope,
})

let site: TestApp
let root: TestPerson
let units: { parent: string; east: string; west: string }
beforeAll(async () => {
  site = await openTestApp()
  const parent = await site.addUnit('ستاد')
  units = { parent, east: await site.addUnit('خاور', parent), west: await site.addUnit('باختر', parent) }
  root = await site.addPerson('ریشه', { grants: within('all') })
})
afterAll(() => site.close())

/** Everything that a person gets from the module, as text. */
async function everythingSeenBy(as: TestPerson): Promise<string> {
  const replies = [
    ...(await Promise.all(
      ['name', '-name', 'created', '-created', 'contact', '-contact'].map((sort) =>
        site.call(list, { as, query: { sort: sort as 'name' } }),
      ),
    )),
    await site.call(list, { as, query: { q: 'همنام' } }),
    await site.call(list, { as, query: { q: '0935' } }),
    await site.call(list, { as, query: { unitId: units.west } }),
    await site.call(count, { as, query: {} }),
    await site.call(count, { as, query: { q: 'همنام' } }),
    await site.call(search, { as, query: { q: 'همنام' } }),
    await site.call(search, { as, query: { q: 'هم' } }),
    await site.call(search, { as, query: { q: '۰۹۳۵' } }),
    await site.call(search, { as, query: { q: 'همنام 0935' } }),
    await site.call(byCaller, { as, query: { number: '09350000000' } }),
    await site.call(exportCsv, { as, query: {} }),
  ]
  return replies.map(({ status, text }) => `${status} ${text}`).join('\n')
}

const namesake = (unitId: string, ownerId: string | null = null) =>
  personFile({ firstName: 'همنام', lastName: 'آزمونی', unitId, ownerId, accessPoints: [accessPoint('mobile', '09350000000')] })

describe('a file of a sibling unit changes nothing in what one sees', () => {
  test.each(['own', 'team', 'unit'] as const)('with scope %s', async (scope) => {
    const eastern = await site.addPerson(`خاوری ${scope}`, { unitId: units.east, grants: within(scope) })
    const mine = await newCustomer(site, root, namesake(units.east, eastern.id))
    const before = await everythingSeenBy(eastern)
    expect(before).toContain(mine.customerId)
    const other = await newCustomer(site, root, namesake(units.west))
    await site.settle()
    expect(await everythingSeenBy(eastern)).toBe(before)
    expect(before).not.toContain(other.code)
    for (const route of [show, timeline])
      expect((await site.call(route, { as: eastern, params: { customerId: other.customerId } })).status).toBe(404)
  })
})

test('own sees only what is theirs, team their unit, unit also what is below, all everything', async () => {
  const file = await newCustomer(site, root, namesake(units.west))
  const sees = async (scope: Scope, unitId: string | null) => {
    const person = await site.addPerson(`بیننده ${scope}`, { unitId, grants: within(scope) })
    return (await site.call(show, { as: person, params: { customerId: file.customerId } })).status === 200
  }
  expect(await sees('own', units.west)).toBe(false)
  expect(await sees('team', units.west)).toBe(true)
  expect(await sees('team', units.parent)).toBe(false)
  expect(await sees('unit', units.parent)).toBe(true)
  expect(await sees('unit', units.east)).toBe(false)
  expect(await sees('unit', null)).toBe(false)
  expect(await sees('all', null)).toBe(true)
})

test('the export holds only files that may be both seen and exported', async () => {
  const narrow = await site.addPerson('خروجی تنگ', { unitId: units.east, grants: { 'customers.read': 'all', 'customers.export': 'team' } })
  const wide = await site.addPerson('دید تنگ', { unitId: units.east, grants: { 'customers.read': 'team', 'customers.export': 'all' } })
  const west = await newCustomer(site, root, namesake(units.west))
  for (const as of [narrow, wide]) expect((await site.call(exportCsv, { as, query: {} })).text).not.toContain(`${west.code},`)
  expect((await site.call(exportCsv, { as: root, query: {} })).text).toContain(`${west.code},`)
})

test('every route refuses who is not signed in and who has no right to it', async () => {
  const nobody = await site.addPerson('بی‌حق')
  for (const route of Object.values(contract.customers)) {
    const params = { customerId: '01900000-0000-7000-8000-000000000000' }
    expect((await site.call(route, { params })).status).toBe(401)
    if (route.permission !== 'signed-in') expect((await site.call(route, { as: nobody, params })).status).toBe(403)
  }
})
