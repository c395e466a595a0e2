import { contract } from '@parvandeh/contract'
import type { Condition, Permission, Scope } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newId } from '../../../platform/ids.ts'

const { segments, customers } = contract
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
  root = await site.addPerson('ریشه', { grants: { ...within('all'), 'identity.manage': 'all' } })
})
afterAll(() => site.close())

let made = 0
const file = (unitId: string, ownerId: string | null = null) =>
  newCustomer(
    site,
    root,
    personFile({
      firstName: 'همنام',
      lastName: 'آزمونی',
      nationalCode: '0012345679',
      gender: 'female',
      unitId,
      ownerId,
      acceptedProblems: { nationalCode: 'آزمون' },
    }),
  )
const shared = async (given: { condition: Condition | null; members?: { filters: object } }) => {
  const body = { name: `همگانی ${(made += 1)}`, description: '', audience: 'all', ...given } as const
  const reply = await site.call(segments.create, { as: root, body })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body.id
}
const named: Condition = { field: 'firstName', is: 'equals', value: 'همنام' }

/** All that a person gets to know of a segment, as text. */
async function allSaidOf(segmentId: string, as: TestPerson): Promise<string> {
  const params = { segmentId }
  const where = JSON.stringify({ field: 'segment', is: 'equals', value: segmentId })
  const not = JSON.stringify({ not: { field: 'segment', is: 'equals', value: segmentId } })
  const replies = [
    await site.call(segments.list, { as }),
    await site.call(segments.show, { as, params }),
    await site.call(segments.size, { as, params }),
    await site.call(segments.history, { as, params, query: { from: '2020-01-01', to: '2040-01-01' } }),
    await site.call(customers.list, { as, query: { segmentId } }),
    await site.call(customers.list, { as, query: { where } }),
    await site.call(customers.list, { as, query: { where: not } }),
    await site.call(customers.count, { as, query: { segmentId } }),
    await site.call(customers.count, { as, query: { where: not } }),
    await site.call(segments.measure, { as, body: { condition: JSON.parse(where) } }),
    await site.call(customers.export, { as, query: { segmentId } }),
  ]
  return replies.map(({ status, text }) => `${status} ${text}`).join('\n')
}

describe('C27: a file of a sibling unit changes nothing of what one sees of a segment', () => {
  test.each(['own', 'team', 'unit'] as const)('with scope %s', async (scope) => {
    const eastern = await site.addPerson(`خاوری ${scope}`, { unitId: units.east, grants: within(scope) })
    const mine = await file(units.east, eastern.id)
    const rule = await shared({ condition: named })
    const hand = await shared({ condition: null, members: { filters: {} } })
    const before = [await allSaidOf(rule, eastern), await allSaidOf(hand, eastern)]
    expect(before[0]).toContain(mine.customerId)
    const other = await file(units.west)
    const body = { which: { ids: [other.customerId] }, changeId: newId() }
    expect((await site.call(segments.add, { as: root, params: { segmentId: hand }, body })).body).toEqual({ added: 1, there: 0 })
    await site.settle()
    expect([await allSaidOf(rule, eastern), await allSaidOf(hand, eastern)]).toEqual(before)
  })

  test('and with scope all it does', async () => {
    const rule = await shared({ condition: named })
    const before = await allSaidOf(rule, root)
    await file(units.west)
    expect(await allSaidOf(rule, root)).not.toBe(before)
  })
})

describe('C27: whoever may not read what a rule asks about is not told of the segment', () => {
  test.each<[string, Condition]>([
    ['sensitive', { field: 'gender', is: 'equals', value: 'female' }],
    ['financial', { field: 'economicCode', is: 'filled' }],
    ['internal', { any: [named, { not: { field: 'email', is: 'filled' } }] }],
  ])('%s', async (accessClass, condition) => {
    const fieldClasses = ['public', 'internal', 'sensitive', 'financial'].filter((one) => one !== accessClass)
    const reader = await site.addPerson(`بی‌${accessClass}`, { grants: within('all'), fieldClasses })
    const hidden = await shared({ condition })
    const told = (await allSaidOf(hidden, reader)).replaceAll(hidden, 'id')
    const missing = newId()
    expect(told).toBe((await allSaidOf(missing, reader)).replaceAll(missing, 'id'))
    expect((await site.call(segments.measure, { as: reader, body: { condition } })).status).toBe(422)
    const own = { name: 'کاوش', description: '', audience: 'private', condition } as const
    expect((await site.call(segments.create, { as: reader, body: own })).status).toBe(422)
    await file(units.west)
    expect((await allSaidOf(hidden, reader)).replaceAll(hidden, 'id')).not.toContain('گروه')
  })

  test('and what a rule that they may read names of others holds nobody for them', async () => {
    const inner = await shared({ condition: { field: 'gender', is: 'equals', value: 'female' } })
    const outer = await shared({ condition: { field: 'segment', is: 'equals', value: inner } })
    const reader = await site.addPerson('بی‌حساس', { grants: within('all'), fieldClasses: ['public', 'internal'] })
    expect((await site.call(segments.size, { as: reader, params: { segmentId: outer } })).body.count).toBe(0)
    expect((await site.call(segments.size, { as: root, params: { segmentId: outer } })).body.count).toBeGreaterThan(0)
  })
})

test('C27: members are chosen among the files that one sees; of others it is not said whether they are there', async () => {
  const eastern = await site.addPerson('خاوری گردآور', { unitId: units.east, grants: within('team') })
  const other = await file(units.west)
  const body = { name: 'دستچین', description: '', audience: 'private' as const, condition: null, members: { ids: [other.customerId] } }
  const { id } = (await site.call(segments.create, { as: eastern, body })).body
  const counted = await site.owner.query('select from customers.segment_member where segment_id = $1', [id])
  expect(counted.rowCount).toBe(0)
  const add = (customerId: string) =>
    site.call(segments.add, { as: eastern, params: { segmentId: id }, body: { which: { ids: [customerId] }, changeId: newId() } })
  expect((await add(other.customerId)).text).toBe((await add(newId())).text)
})
