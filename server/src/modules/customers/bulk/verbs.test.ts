import { contract } from '@parvandeh/contract'
import type { BulkView, CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newTag } from '../../../testing/people-builders.ts'
import { newRequest, serviceGrants } from '../../../testing/service-builders.ts'

const { bulk, customerBulk, customers, behaviour, removals } = contract
type Asked = NonNullable<CallOf<typeof customerBulk.preview>['body']>

let site: TestApp
let unit: string
let chief: TestPerson
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  unit = await site.addUnit('پشتیبانی')
  const grants = { ...serviceGrants('all'), 'customers.delete': 'all', 'customers.manage': 'all' } as const
  chief = await site.addPerson('مهتاب گرداننده', { unitId: unit, grants })
  clerk = await site.addPerson('سارا رستگارفر', { unitId: unit, grants: { 'customers.read': 'team', 'customers.write': 'team' } })
})
afterAll(() => site.close())

const file = async (lastName: string) =>
  (await newCustomer(site, chief, personFile({ firstName: 'هما', lastName, unitId: unit }))).customerId
const preview = async (ids: string[], change: Asked['change'], as = chief) =>
  site.call(customerBulk.preview, { as, body: { which: { ids }, change } })
async function apply(ids: string[], change: Asked['change'], as = chief): Promise<BulkView> {
  const { body, status, text } = await site.call(customerBulk.apply, { as, body: { id: newId(), which: { ids }, change } })
  expect(status, text).toBe(200)
  await site.settle()
  return (await site.call(bulk.show, { as, params: { bulkId: body.id } })).body
}
async function undo({ id }: BulkView): Promise<BulkView> {
  await site.call(bulk.undo, { as: chief, params: { bulkId: id } })
  await site.settle()
  return (await site.call(bulk.show, { as: chief, params: { bulkId: id } })).body
}
const isShown = async (customerId: string) => (await site.call(customers.show, { as: chief, params: { customerId } })).status === 200
const removal: Asked['change'] = { act: 'remove', reason: 'بازمانده از سامانهٔ پیشین', despiteOpenWork: false }

test('many files are removed but for those with open requests, and put back together', async () => {
  const [one, two, busy] = [await file('یکم'), await file('دوم'), await file('درگیر')]
  await newRequest(site, chief, busy)
  expect((await preview([one, two, busy, newId()], removal)).body).toMatchObject({
    changes: 2,
    refused: expect.arrayContaining([
      { code: 'file-has-open-work', count: 1 },
      { code: 'not-found', count: 1 },
    ]),
  })
  const done = await apply([one, two, busy], removal)
  expect(done).toMatchObject({ changed: 2, refused: [{ code: 'file-has-open-work', count: 1 }] })
  expect([await isShown(one), await isShown(two), await isShown(busy)]).toEqual([false, false, true])
  expect(await undo(done)).toMatchObject({ state: 'undone', putBack: 2, notPutBack: [] })
  expect([await isShown(one), await isShown(two)]).toEqual([true, true])
  expect((await site.call(customers.search, { as: chief, query: { q: 'یکم' } })).body.rows).toHaveLength(1)
})

test('removed files are restored together; one that was restored meanwhile is not there to be removed again', async () => {
  const [one, two] = [await file('سوم'), await file('چهارم')]
  const done = await apply([one, two], removal)
  await site.call(removals.restore, { as: chief, params: { customerId: one } })
  expect(await undo(done)).toMatchObject({ putBack: 1, notPutBack: [{ code: 'not-found', count: 1 }] })
  await apply([one, two], removal)
  const back = await apply([one, two], { act: 'restore' })
  expect(back).toMatchObject({ changed: 2 })
  expect([await isShown(one), await isShown(two)]).toEqual([true, true])
  expect((await preview([one], { act: 'restore' })).body).toMatchObject({ changes: 0, refused: [{ code: 'not-found', count: 1 }] })
})

test('many files are tagged; those that have the tag stay as they are, and taking it back leaves those alone', async () => {
  const [one, had] = [await file('پنجم'), await file('ششم')]
  const tag = await newTag(site, chief, 'نمایشگاه پاییز')
  await site.call(behaviour.tag, { as: chief, params: { customerId: had }, body: { tagId: tag.id } })
  const change: Asked['change'] = { act: 'tag', tagId: tag.id, on: true }
  expect((await preview([one, had], change)).body).toMatchObject({ changes: 1, same: 1, sample: [{ after: { tag: 'نمایشگاه پاییز' } }] })
  const done = await apply([one, had], change)
  expect(done).toMatchObject({ changed: 1, same: 1 })
  const tagsOf = async (customerId: string) =>
    (await site.call(behaviour.show, { as: chief, params: { customerId } })).body.tags.map(({ name }) => name)
  expect([await tagsOf(one), await tagsOf(had)]).toEqual([['نمایشگاه پاییز'], ['نمایشگاه پاییز']])
  const lines = await site.call(customers.timeline, { as: chief, params: { customerId: one }, query: {} })
  expect(lines.body.rows[0]).toMatchObject({ kind: 'customer.tagged', personId: chief.id })
  expect(await undo(done)).toMatchObject({ putBack: 1 })
  expect([await tagsOf(one), await tagsOf(had)]).toEqual([[], ['نمایشگاه پاییز']])
  expect((await preview([one], { act: 'tag', tagId: newId(), on: true })).status).toBe(422)
})

test('whoever may not remove any file removes none, and nonsense is refused', async () => {
  const one = await file('هفتم')
  expect((await preview([one], removal, clerk)).status).toBe(403)
  expect((await site.call(customerBulk.apply, { as: clerk, body: { id: newId(), which: { ids: [one] }, change: removal } })).status).toBe(
    403,
  )
  for (const change of [{ act: 'remove' }, { act: 'remove', reason: '' }, { act: 'burn' }, { act: 'tag', on: true }])
    expect((await preview([one], change as Asked['change'])).status, JSON.stringify(change)).toBe(422)
  expect((await site.call(customerBulk.preview, { as: chief, body: { which: { filters: {} }, change: { act: 'restore' } } })).status).toBe(
    422,
  )
})

test('each of many files has its own events, its line of the trail and of the timeline', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, (_, place) => file(`ردیف ${place}`)))
  await apply(ids, { ownerId: clerk.id })
  const told = await site.owner.query(
    `select count(distinct payload->>'id')::int as n from platform.outbox_event
     where name = 'customers.customer-changed' and held_by is not null and payload->>'id' = any($1)`,
    [ids],
  )
  const trail = await site.owner.query(
    `select count(*)::int as n from identity.audit_entry where action = 'customer.changed' and customer_id = any($1::uuid[]) and actor_id = $2`,
    [ids, chief.id],
  )
  const lines = await site.owner.query(
    `select count(*)::int as n from customers.timeline_entry where kind = 'customer.changed' and customer_id = any($1::uuid[]) and owner_id = $2`,
    [ids, clerk.id],
  )
  expect([told.rows[0].n, trail.rows[0].n, lines.rows[0].n]).toEqual([12, 12, 12])
})

test('many files are classified, and each goes back to the class that it was of', async () => {
  const named = (name: string) => ({ id: null, name, nameEn: null, mark: 'star' as const, active: true, condition: null })
  const made = await site.call(contract.classification.add, {
    as: chief,
    body: {
      name: 'ارزش',
      nameEn: null,
      by: 'hand',
      accessClass: 'internal',
      active: true,
      protectedReason: null,
      classes: [named('زرین'), named('سیمین')],
    },
  })
  const scheme = made.body
  const [gold, silver] = scheme.classes.map(({ id }) => id)
  const [one, two] = [await file('هشتم'), await file('نهم')]
  const classOf = async (customerId: string) =>
    (await site.call(contract.classification.ofFile, { as: chief, params: { customerId } })).body.classes.some(
      ({ classId }) => classId === gold,
    )
  const change = (classId: string | undefined): Asked['change'] => ({
    act: 'classify',
    schemeId: scheme.id,
    classId: classId ?? null,
    reason: null,
  })
  await apply([two], change(silver))
  expect((await preview([one, two], change(gold))).body).toMatchObject({ changes: 2 })
  const done = await apply([one, two], change(gold))
  expect([await classOf(one), await classOf(two)]).toEqual([true, true])
  expect(await undo(done)).toMatchObject({ putBack: 2, notPutBack: [] })
  const shown = await site.call(contract.classification.ofFile, { as: chief, params: { customerId: two } })
  expect(shown.body.classes.map(({ classId }) => classId)).toEqual([silver])
})
