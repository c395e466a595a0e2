import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { logByDoor } from '../../../testing/interactions-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { cityNamed } from '../places/places.ts'

const { list, settle, trust } = contract.consistency
const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'interactions.read': 'all',
  'interactions.write': 'all',
  'customers.consistency': 'all',
} as const
const [tabriz, shiraz] = [cityNamed('تبریز'), cityNamed('شیراز')]

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('پگاه یکی‌بین', { grants, fieldClasses: ['public', 'internal', 'sensitive', 'financial'] })
})
afterAll(() => site.close())

const open = () => newCustomer(site, clerk, personFile({ firstName: 'داوود', lastName: 'کوچنده', ...tabriz }))

async function visit(customerId: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await logByDoor(site, clerk, customerId, { kind: 'visit', cityId: shiraz?.cityId ?? null })
  await site.settle()
}

async function mergeOf(left: string, other: string): Promise<void> {
  const versionOf = async (customerId: string) =>
    (await site.call(contract.customers.show, { as: clerk, params: { customerId } })).body.version
  const body = { otherId: other, version: await versionOf(left), otherVersion: await versionOf(other), take: [] }
  const merged = await site.call(contract.duplicates.merge, { as: clerk, params: { customerId: left }, body })
  expect(merged, merged.text).toMatchObject({ status: 200 })
  await site.settle()
}

async function undo(customerId: string): Promise<void> {
  const { rows } = (await site.call(contract.duplicates.merges, { as: clerk, params: { customerId } })).body
  const params = { customerId, mergeId: rows[0]?.id ?? '' }
  expect(await site.call(contract.duplicates.undoMerge, { as: clerk, params, body: {} })).toMatchObject({ status: 200 })
  await site.settle()
}

const contradictionsOf = async (customerId: string, state: 'open' | 'settled' = 'open') =>
  (await site.call(list, { as: clerk, query: { customerId, state } })).body.rows

const trustOf = async (customerId: string) => (await site.call(trust, { as: clerk, params: { customerId } })).body

test('C4: visits that came by both ids of a merged file are held against its city together, and apart once it is parted', async () => {
  const [{ customerId: left }, { customerId: other }] = [await open(), await open()]
  await visit(left, 2)
  await visit(other, 2)
  expect([...(await contradictionsOf(left)), ...(await contradictionsOf(other))]).toEqual([])
  const { trust: before } = await trustOf(left)
  await mergeOf(left, other)
  const [found, ...more] = await contradictionsOf(left)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    customerId: left,
    rule: { builtIn: 'city-of-visits' },
    observed: { value: shiraz?.cityId, count: 4, of: 4 },
  })
  expect(found?.evidence).toHaveLength(4)
  const lowered = await trustOf(left)
  expect(lowered.trust).toBeLessThan(before ?? 0)
  expect(lowered.reasons.map(({ key }) => key)).toContain('contradictions')
  await undo(left)
  expect(await contradictionsOf(left)).toEqual([])
  expect((await trustOf(left)).trust).toBe(before)
})

test('C4: what was kept with a reason in the file that joined is not asked again, and what was open there is asked once', async () => {
  const [{ customerId: left }, { customerId: other }, { customerId: third }] = [await open(), await open(), await open()]
  await visit(other, 3)
  const [kept] = await contradictionsOf(other)
  const said = { decision: 'keep', reason: 'خانه‌اش تبریز است', version: kept?.version ?? 0 } as const
  await site.call(settle, { as: clerk, params: { customerId: other, contradictionId: kept?.id ?? '' }, body: said })
  await mergeOf(left, other)
  expect(await contradictionsOf(left)).toEqual([])
  expect(await contradictionsOf(left, 'settled')).toMatchObject([{ id: kept?.id, state: 'kept' }])

  const { customerId: fourth } = await open()
  await visit(third, 3)
  await visit(fourth, 3)
  await mergeOf(third, fourth)
  expect(await contradictionsOf(third)).toMatchObject([{ customerId: third, observed: { count: 6 } }])
  await undo(third)
  expect(await contradictionsOf(third)).toMatchObject([{ observed: { count: 3 } }])
  expect(await contradictionsOf(fourth)).toMatchObject([{ observed: { count: 3 } }])
})

test('C4: a doubt about an account that came by the other id is asked about in the file that is left', async () => {
  const [{ customerId: left }, { customerId: other }] = [await open(), await open()]
  const account = { kind: 'sheba' as const, value: 'IR062960000000100324200001', holder: null, note: null, primary: false, reason: null }
  const added = await site.call(contract.business.addAccount, { as: clerk, params: { customerId: other }, body: account })
  expect(added, added.text).toMatchObject({ status: 200 })
  await mergeOf(left, other)
  const field = `accounts.${added.body.accounts[0]?.id}`
  const doubted = await site.call(contract.provenance.doubt, {
    as: clerk,
    params: { customerId: left },
    body: { field, note: 'حساب برادر است' },
  })
  expect(doubted, doubted.text).toMatchObject({ status: 200 })
  expect(await contradictionsOf(left)).toMatchObject([{ rule: { builtIn: 'doubted-value' }, field, observed: { value: 'حساب برادر است' } }])
})
