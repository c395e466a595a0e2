import { contract, undoWindowSeconds } from '@parvandeh/contract'
import type { BulkView, CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { customerBulk, bulk, customers } = contract
type Asked = NonNullable<CallOf<typeof customerBulk.preview>['body']>

let site: TestApp
let support: string
let repair: string
let sara: TestPerson
let behnam: TestPerson
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  support = await site.addUnit('پشتیبانی')
  repair = await site.addUnit('تعمیرگاه')
  const grants = { 'customers.read': 'team', 'customers.write': 'team' } as const
  sara = await site.addPerson('سارا رستگارفر', { unitId: support, grants, fieldClasses: ['public', 'internal'] })
  behnam = await site.addPerson('بهنام نیک‌اندیش', { unitId: repair, grants })
  chief = await site.addPerson('مهتاب گرداننده', { grants: { 'customers.read': 'all', 'customers.write': 'all' } })
})
afterAll(() => site.close())

const file = async (lastName: string, unitId: string | null = support, more: object = {}) =>
  (await newCustomer(site, chief, personFile({ firstName: 'هما', lastName, unitId, ...more }))).customerId
const preview = async (as: TestPerson, body: Asked) => site.call(customerBulk.preview, { as, body })
const apply = async (as: TestPerson, body: Asked, id = newId()) => site.call(customerBulk.apply, { as, body: { id, ...body } })
const show = async (as: TestPerson, { id }: BulkView) => (await site.call(bulk.show, { as, params: { bulkId: id } })).body
const undo = async (as: TestPerson, { id }: BulkView) => site.call(bulk.undo, { as, params: { bulkId: id } })
const refusals = async (as: TestPerson, { id }: BulkView) =>
  (await site.call(bulk.refusals, { as, params: { bulkId: id } })).body.rows.map((row) => [row.id, row.step, row.code])
const shown = async (customerId: string) => (await site.call(customers.show, { as: chief, params: { customerId } })).body

test('what would change is told before, then done row by row, and put back as it was', async () => {
  const [first, second] = [await file('یکم'), await file('دوم', support, { ownerId: sara.id })]
  const asked: Asked = { which: { ids: [first, second, second] }, change: { ownerId: sara.id } }
  const { code } = await shown(first)
  expect((await preview(sara, asked)).body).toEqual({
    total: 2,
    more: false,
    judged: 2,
    changes: 1,
    same: 1,
    refused: [],
    sample: [{ customerId: first, id: first, label: code, before: { ownerId: null }, after: { ownerId: sara.id } }],
  })
  expect((await shown(first)).ownerId).toBeNull()

  const { body: started } = await apply(sara, asked)
  expect(started).toMatchObject({ state: 'working', noun: 'customers', total: 2, done: 0, can: { undo: true } })
  await site.settle()
  expect(await show(sara, started)).toMatchObject({ state: 'done', done: 2, changed: 1, same: 1, refused: [], can: { undo: true } })
  expect(await shown(first)).toMatchObject({ ownerId: sara.id, version: 2 })
  const trail = await site.owner.query('select actor_id, after from identity.audit_entry where subject_id = $1 order by id desc limit 1', [
    first,
  ])
  expect((await site.opened(trail.rows))[0]).toEqual({ actor_id: sara.id, after: { ownerId: sara.id } })

  expect((await undo(sara, started)).body).toMatchObject({ state: 'undoing', putBack: 0 })
  await site.settle()
  expect((await undo(sara, started)).body).toMatchObject({ state: 'undone', putBack: 1, notPutBack: [], can: { undo: false } })
  expect(await shown(first)).toMatchObject({ ownerId: null, version: 3 })
  expect(await shown(second)).toMatchObject({ ownerId: sara.id, version: 1 })
})

test('files of a sibling unit are not there, those that one only sees are refused, and neither hinders the others', async () => {
  const [own, strange] = [await file('خودی'), await file('غریبه', repair)]
  const reader = await site.addPerson('کاوه خواننده', {
    unitId: support,
    grants: { 'customers.read': 'all', 'customers.write': 'team' },
  })
  const asked: Asked = { which: { ids: [own, strange, newId()] }, change: { district: 'ونک' } }
  expect((await preview(sara, asked)).body).toMatchObject({ total: 3, changes: 1, refused: [{ code: 'not-found', count: 2 }] })
  expect((await preview(reader, asked)).body.refused).toEqual([
    { code: 'not-permitted', count: 1 },
    { code: 'not-found', count: 1 },
  ])
  const byFilters: Asked = { which: { filters: {} }, change: { unitId: support } }
  const before = (await preview(sara, byFilters)).body
  await file('غریبهٔ دیگر', repair)
  expect((await preview(sara, byFilters)).body).toEqual(before)

  const { body } = await apply(reader, asked)
  await site.settle()
  expect(await show(reader, body)).toMatchObject({
    done: 3,
    changed: 1,
    refused: expect.arrayContaining([{ code: 'not-permitted', count: 1 }]),
  })
  expect((await refusals(reader, body)).toSorted()).toEqual(
    [
      [strange, 'change', 'not-permitted'],
      [(asked.which as { ids: string[] }).ids[2], 'change', 'not-found'],
    ].toSorted(),
  )
  expect([(await shown(own)).district, (await shown(strange)).district]).toEqual(['ونک', null])
})

test('nobody gives files out of their reach, sets what they may not read, or names what does not exist', async () => {
  const one = await file('دور')
  const of = (change: Asked['change']): Asked => ({ which: { ids: [one] }, change })
  expect((await preview(sara, of({ unitId: repair }))).body).toMatchObject({ changes: 0, refused: [{ code: 'not-permitted', count: 1 }] })
  expect((await preview(sara, of({ features: 'کم‌شنوا' }))).status).toBe(403)
  expect((await apply(sara, of({ features: 'کم‌شنوا' }))).status).toBe(403)
  const unknown = await preview(sara, of({ ownerId: newId() }))
  expect(unknown).toMatchObject({ status: 422, body: { problems: [{ field: 'change.ownerId', code: 'unknown' }] } })
  for (const change of [{}, { ownerId: 'کسی' }, { displayName: 'نام' }]) {
    expect((await preview(sara, of(change as Asked['change']))).status, JSON.stringify(change)).toBe(422)
  }
  expect((await preview(sara, { which: { ids: [] }, change: { ownerId: null } })).status).toBe(422)
})

test('a change asked for twice is made once; it belongs to whoever asked', async () => {
  const [one, id] = [await file('یگانه'), newId()]
  const asked: Asked = { which: { ids: [one] }, change: { ownerId: behnam.id } }
  const [first, again] = [await apply(chief, asked, id), await apply(chief, asked, id)]
  await site.settle()
  expect([first.status, again.status, (await shown(one)).version]).toEqual([200, 200, 2])
  expect((await apply(chief, asked, id)).body).toMatchObject({ state: 'done', changed: 1 })
  expect((await apply(sara, asked, id)).body).toMatchObject({ code: 'already-exists' })
  for (const route of [bulk.show, bulk.refusals, bulk.undo]) {
    const hidden = await site.call(route, { as: sara, params: { bulkId: id } })
    const missing = await site.call(route, { as: sara, params: { bulkId: newId() } })
    expect([hidden.status, hidden.text]).toEqual([404, missing.text])
  }
})

test('what somebody changed since is left as they made it, and told', async () => {
  const [touched, untouched] = [await file('دست‌خورده'), await file('دست‌نخورده')]
  const { body } = await apply(chief, { which: { ids: [touched, untouched] }, change: { district: 'تجریش', provisional: true } })
  await site.settle()
  await site.call(customers.patch, { as: sara, params: { customerId: touched }, body: { version: 2, district: 'ری' } })
  await undo(chief, body)
  await site.settle()
  expect(await show(chief, body)).toMatchObject({ state: 'undone', putBack: 1, notPutBack: [{ code: 'changed-meanwhile', count: 1 }] })
  expect(await refusals(chief, body)).toEqual([[touched, 'undo', 'changed-meanwhile']])
  expect(await shown(touched)).toMatchObject({ district: 'ری', provisional: true })
  expect(await shown(untouched)).toMatchObject({ district: null, provisional: false })
})

test('what was put back is not told outside, and after the time for it nothing is put back', async () => {
  const [one, other] = [await file('خاموش'), await file('گویا')]
  const { body } = await apply(chief, { which: { ids: [one, other] }, change: { district: 'دربند' } })
  await site.settle()
  await site.call(customers.patch, { as: chief, params: { customerId: other }, body: { version: 2, district: 'اوین' } })
  await undo(chief, body)
  await site.settle()
  const held = async (customerId: string) =>
    (
      await site.owner.query(
        `select withdrawn, held_until > occurred_at + interval '10 minutes' as long from platform.outbox_event
         where name = 'customers.customer-changed' and payload->>'id' = $1 and held_by is not null`,
        [customerId],
      )
    ).rows
  expect([(await held(one)).map(({ withdrawn }) => withdrawn), await held(other)]).toEqual([
    [true, true],
    [{ withdrawn: false, long: true }],
  ])

  const { body: late } = await apply(chief, { which: { ids: [one] }, change: { district: 'لواسان' } })
  await site.settle()
  site.clock.now = new Date(site.clock.now.getTime() + undoWindowSeconds * 1000)
  expect((await show(chief, late)).can.undo).toBe(false)
  expect((await undo(chief, late)).body).toMatchObject({ code: 'undo-too-late' })
})

test('putting back while the change is still going on ends it there', async () => {
  const ids = [await file('نیمه‌کاره یک'), await file('نیمه‌کاره دو')]
  const { body } = await apply(chief, { which: { ids }, change: { district: 'میانه' } })
  await undo(chief, body)
  await site.settle()
  expect(await show(chief, body)).toMatchObject({ state: 'undone', total: 2, done: 0, changed: 0, putBack: 0 })
  expect(await Promise.all(ids.map(async (id) => (await shown(id)).version))).toEqual([1, 1])
})

test('whoever lost the right meanwhile changes nothing', async () => {
  const one = await file('از دست رفته')
  const leaver = await site.addPerson('مانی رفتنی', { grants: { 'customers.read': 'all', 'customers.write': 'all' } })
  const { body } = await apply(leaver, { which: { ids: [one] }, change: { district: 'دیر' } })
  await site.owner.query('update identity.person set active = false where id = $1', [leaver.id])
  await site.settle()
  const counted = await site.owner.query('select outcome, code from identity.bulk_row where bulk_id = $1', [body.id])
  expect(counted.rows).toEqual([{ outcome: 'refused', code: 'not-found' }])
})
