import { contract, mostSegments, undoWindowSeconds } from '@parvandeh/contract'
import type { CallOf, Condition } from '@parvandeh/contract'
import { addDays, localDay } from '@parvandeh/contract/persian'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { segmentCondition } from './segment-condition.queries.ts'
import { findAnySegment } from './segments.queries.ts'
import { sizeOf } from './size-of-segment.ts'

const { segments, customers } = contract
type Draft = NonNullable<CallOf<typeof segments.create>['body']>
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.export': 'all' } as const

let site: TestApp
let north: string
let south: string
let clerk: TestPerson
let colleague: TestPerson
let stranger: TestPerson
let manager: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  north = await site.addUnit('شمال')
  south = await site.addUnit('جنوب')
  clerk = await site.addPerson('لیلا گروه‌ساز', { unitId: north, grants })
  colleague = await site.addPerson('بهنام همکار', { unitId: north, grants })
  stranger = await site.addPerson('کاوه دوردست', { unitId: south, grants })
  manager = await site.addPerson('مهتاب گرداننده', { grants: { ...grants, 'identity.manage': 'all' } })
  for (const [lastName, unitId, gender] of [
    ['آرش‌پور', north, 'male'],
    ['بهار', north, 'female'],
    ['پروین', south, 'female'],
  ] as const)
    await newCustomer(site, clerk, personFile({ firstName: 'نمونه', lastName, unitId, gender }))
  await newCustomer(site, clerk, organisationFile('شرکت آزمون', { unitId: south }))
})
afterAll(() => site.close())

let made = 0
const draft = (given: Partial<Draft> = {}): Draft => ({
  name: `گروه ${(made += 1)}`,
  description: '',
  audience: 'private',
  condition: null,
  ...given,
})
const persons: Condition = { field: 'kind', is: 'equals', value: 'person' }
const women: Condition = { field: 'gender', is: 'equals', value: 'female' }
const create = async (given: Partial<Draft> = {}, as = clerk) => {
  const reply = await site.call(segments.create, { as, body: draft(given) })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body
}
const size = async (segmentId: string, as = clerk) => (await site.call(segments.size, { as, params: { segmentId } })).body
const members = async (segmentId: string, as = clerk) =>
  (await site.call(customers.list, { as, query: { segmentId, sort: 'name' } })).body.rows.map(({ displayName }) => displayName)
const idOf = async (q: string) => (await site.call(customers.list, { as: clerk, query: { q } })).body.rows[0]!.customerId
const names = async (as: TestPerson) => (await site.call(segments.list, { as })).body.segments.map(({ name }) => name)

test('C27: a segment by rule holds whoever fits it at the time: in its size, its list, its count and its export', async () => {
  const { id } = await create({ condition: { all: [persons, { not: { field: 'lastName', is: 'begins', value: 'پ' } }] } })
  expect(await members(id)).toEqual(['نمونه آرش‌پور', 'نمونه بهار'])
  expect(await size(id)).toEqual({ count: 2, isExact: true, low: 2, high: 2 })
  expect((await site.call(customers.count, { as: clerk, query: { segmentId: id } })).body).toEqual({ count: 2, more: false })
  const csv = (await site.call(customers.export, { as: clerk, query: { segmentId: id } })).text
  expect(csv).toContain('بهار')
  expect(csv).not.toContain('پروین')
  const late = await newCustomer(site, clerk, personFile({ firstName: 'نمونه', lastName: 'تازه‌رسیده' }))
  expect((await size(id)).count).toBe(3)
  await site.owner.query('update customers.customer set deleted_at = now(), gone = true where customer_id = $1', [late.customerId])
  expect((await size(id)).count).toBe(2)
})

test('C27: the size of a condition is known before it is kept', async () => {
  expect((await site.call(segments.measure, { as: clerk, body: { condition: women } })).body).toMatchObject({ count: 2, isExact: true })
  const unfit = await site.call(segments.measure, { as: clerk, body: { condition: { field: 'gender', is: 'above', value: 3 } } })
  expect(unfit).toMatchObject({ status: 422, body: { problems: [{ field: 'condition', code: 'unfit-condition' }] } })
})

test('C27: members are put in and taken out by hand, from a list as a whole too, and what one change put in can be taken out', async () => {
  const { id } = await create({ members: { ids: [await idOf('بهار')] } })
  const [changeId, params] = [newId(), { segmentId: id }]
  const add = () => site.call(segments.add, { as: clerk, params, body: { which: { filters: { kind: 'person' } }, changeId } })
  expect((await add()).body).toEqual({ added: 2, there: 1 })
  expect((await add()).body).toEqual({ added: 2, there: 0 })
  expect(await members(id)).toHaveLength(3)
  const one = { which: { ids: [await idOf('پروین'), newId()] } }
  expect((await site.call(segments.take, { as: clerk, params, body: one })).body).toEqual({ removed: 1 })
  expect((await site.call(segments.take, { as: clerk, params, body: { changeId } })).body).toEqual({ removed: 1 })
  expect(await members(id)).toEqual(['نمونه بهار'])
})

test('C27: a merged file counts for the file that it is read in', async () => {
  const left = await newCustomer(site, clerk, personFile({ firstName: 'باقی', lastName: 'مانده' }))
  const merged = await newCustomer(site, clerk, personFile({ firstName: 'یکی', lastName: 'شده' }))
  const { id } = await create({ members: { ids: [merged.customerId] } })
  await site.owner.query('update customers.customer set merged_into = $2, gone = true where customer_id = $1', [
    merged.customerId,
    left.customerId,
  ])
  expect(await members(id)).toEqual(['باقی مانده'])
  const body = { which: { ids: [left.customerId] } }
  expect((await site.call(segments.take, { as: clerk, params: { segmentId: id }, body })).body).toEqual({ removed: 1 })
})

test('C27: a condition asks whether a customer is in a segment, and a rule may name another; a circle holds nobody', async () => {
  const inner = await create({ condition: women })
  const hand = await create({ members: { ids: [await idOf('آرش‌پور')] } })
  const either: Condition = { field: 'segment', is: 'one-of', value: [inner.id, hand.id] }
  const outer = await create({ condition: either })
  expect(await members(outer.id)).toEqual(['نمونه آرش‌پور', 'نمونه بهار', 'نمونه پروین'])
  const where = JSON.stringify({
    all: [persons, { not: { field: 'segment', is: 'equals', value: inner.id } }, { field: 'lastName', is: 'begins', value: 'آ' }],
  })
  expect((await site.call(customers.list, { as: clerk, query: { where } })).body.rows).toHaveLength(1)
  const round: Condition = { field: 'segment', is: 'equals', value: outer.id }
  const changed = await site.call(segments.change, { as: clerk, params: { segmentId: inner.id }, body: { condition: round, version: 1 } })
  expect(changed.status).toBe(200)
  expect(await members(outer.id)).toEqual(['نمونه آرش‌پور'])
})

describe('C27: who finds a segment, and who changes it', () => {
  test('one’s own, those of one’s unit, and those for everybody', async () => {
    const own = await create({ name: 'تنها خودم' })
    const team = await create({ name: 'همکاران', audience: 'team' })
    const all = await create({ name: 'همگان', audience: 'all' }, manager)
    expect(await names(clerk)).toEqual(expect.arrayContaining(['تنها خودم', 'همکاران', 'همگان']))
    expect(await names(colleague)).toEqual(['همکاران', 'همگان'])
    expect(await names(stranger)).toEqual(['همگان'])
    expect((await site.call(segments.create, { as: clerk, body: draft({ audience: 'all' }) })).body).toMatchObject({
      code: 'not-permitted',
    })
    const rename = (segmentId: string, as: TestPerson) =>
      site.call(segments.change, { as, params: { segmentId }, body: { name: 'نام دیگر', version: 1 } })
    expect((await rename(team.id, colleague)).body).toMatchObject({ code: 'not-permitted' })
    const [hidden, missing] = [await rename(own.id, stranger), await rename(newId(), stranger)]
    expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    expect((await rename(team.id, clerk)).body).toMatchObject({ name: 'نام دیگر', version: 2 })
    expect((await rename(team.id, clerk)).body).toMatchObject({ code: 'changed-meanwhile' })
    expect(
      (
        await site.call(segments.add, {
          as: colleague,
          params: { segmentId: team.id },
          body: { which: { ids: [newId()] }, changeId: newId() },
        })
      ).body,
    ).toMatchObject({ code: 'not-permitted' })
    expect((await rename(all.id, manager)).status).toBe(200)
  })

  test('what is removed can be put back for a while, and is in no list', async () => {
    const { id } = await create({ name: 'رفتنی', members: { ids: [await idOf('بهار')] } })
    const params = { segmentId: id }
    await site.call(segments.remove, { as: clerk, params })
    expect([(await site.call(segments.show, { as: clerk, params })).status, await members(id)]).toEqual([404, []])
    expect((await site.call(segments.restore, { as: clerk, params })).status).toBe(200)
    expect(await members(id)).toEqual(['نمونه بهار'])
    await site.call(segments.remove, { as: clerk, params })
    site.clock.now = new Date(site.clock.now.getTime() + (undoWindowSeconds + 1) * 1000)
    expect((await site.call(segments.restore, { as: clerk, params })).body).toMatchObject({ code: 'undo-too-late' })
  })

  test('a name is used once, a rule is not put in by hand, and there is an end to how many one keeps', async () => {
    await create({ name: 'یک‌بار' })
    expect((await site.call(segments.create, { as: clerk, body: draft({ name: 'يك بار' }) })).body).toMatchObject({
      code: 'already-exists',
    })
    const rule = await create({ condition: persons })
    const which = { ids: [await idOf('بهار')] }
    const added = await site.call(segments.add, { as: clerk, params: { segmentId: rule.id }, body: { which, changeId: newId() } })
    expect(added.body).toMatchObject({ code: 'segment-by-rule' })
    const hand = await create()
    const changed = await site.call(segments.change, {
      as: clerk,
      params: { segmentId: hand.id },
      body: { condition: persons, version: 1 },
    })
    expect(changed.body).toMatchObject({ code: 'segment-by-hand' })
    const many = await site.addPerson('پرگروه', { grants })
    await site.owner.query(
      `insert into customers.segment (id, owner_id, name, name_joined, description, audience, fields, version, created_at, updated_at)
       select gen_random_uuid(), $1, n, n, '', 'private', '{}', 1, now(), now() from generate_series(1, $2::int) n`,
      [many.id, mostSegments],
    )
    expect((await site.call(segments.create, { as: many, body: draft() })).body).toMatchObject({ code: 'too-many-segments' })
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a rule without end', { condition: JSON.parse(`${'{"not":'.repeat(40)}{"field":"kind","is":"filled"}${'}'.repeat(40)}`) }],
    ['a field that is nowhere', { condition: { field: 'x.nowhere', is: 'filled' } }],
    ['an unknown audience', { audience: 'world' }],
    ['a thousand and one members', { members: { ids: Array.from({ length: 1001 }, () => newId()) } }],
  ])('%s is refused', async (_, given) => {
    expect((await site.call(segments.create, { as: clerk, body: draft(given as Partial<Draft>) })).status).toBe(422)
  })
})

describe('C27: the size of a segment is kept day by day, for those who see all files', () => {
  const history = async (segmentId: string, as: TestPerson) => {
    const today = localDay(site.clock.now, 'Asia/Tehran')
    return (await site.call(segments.history, { as, params: { segmentId }, query: { from: addDays(today, -30), to: today } })).body
  }

  test('on a change at once, and every night', async () => {
    const { id } = await create({ audience: 'team', members: { ids: [await idOf('بهار')] } })
    await site.settle()
    const first = localDay(site.clock.now, 'Asia/Tehran')
    expect(await history(id, clerk)).toEqual({ isShown: true, days: [{ day: first, count: 1 }] })
    site.clock.now = new Date(site.clock.now.getTime() + 86_400_000)
    await site.call(segments.add, {
      as: clerk,
      params: { segmentId: id },
      body: { which: { filters: { kind: 'person' } }, changeId: newId() },
    })
    await site.settle()
    expect((await history(id, clerk)).days.map(({ count }) => count)).toEqual([1, expect.any(Number)])
    const narrow = await site.addPerson('تنگ‌بین', { unitId: north, grants: { 'customers.read': 'team' } })
    expect(await history(id, narrow)).toEqual({ isShown: false, days: [] })
  })

  test('a rule that speaks of whoever reads it has no size of its own', async () => {
    const { id } = await create({ condition: { field: 'ownerId', is: 'equals', value: 'me' } })
    await site.settle()
    expect((await history(id, clerk)).days).toEqual([])
  })
})

test('C27: beyond ten thousand the size is estimated from a sample of files, and says that it is', async () => {
  const { id } = await create({ condition: { field: 'lastName', is: 'equals', value: 'انبوه' } })
  await site.owner.query(
    `insert into customers.customer (customer_id, code, kind, last_name, display_name, sort_name, name_joined, provisional, accepted_problems, last_contact_at, version, created_at, updated_at)
     select gen_random_uuid(), 'z' || n, 'person', case when n % 2 = 0 then 'انبوه' else 'دیگر' end, 'انبوه', 'zz', 'انبوه', false, '{}', '-infinity', 1, now(), now() from generate_series(1, 24000) n`,
  )
  // So small a table is looked at as a whole, and is then known to the last.
  expect(await size(id)).toEqual({ count: 12_000, isExact: true, low: 12_000, high: 12_000 })
  const estimated = await site.app.runAsSystem(async (context) =>
    sizeOf(context, await segmentCondition(context, await bare(context, id)), 100),
  )
  expect(estimated.isExact).toBe(false)
  expect(estimated.low).toBeLessThanOrEqual(12_000)
  expect(estimated.high).toBeGreaterThanOrEqual(12_000)
  expect(estimated.count).toBeGreaterThan(10_000)
  await site.owner.query(`delete from customers.customer where code like 'z%'`)
})

async function bare(context: Context, id: string) {
  const found = await findAnySegment(context, id)
  if (!found) throw new Error('no segment')
  return found
}
