import { contract } from '@parvandeh/contract'
import type { BulkView, CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk } from '../../../testing/service-builders.ts'
import type { RequestView } from '../../../testing/service-builders.ts'

const { requestBulk, bulk, requests } = contract
type Asked = NonNullable<CallOf<typeof requestBulk.preview>['body']>
type Change = Asked['change']

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
beforeAll(async () => {
  site = await openTestApp()
  desk = await openHelpDesk(site)
})
afterAll(() => site.close())

const newOne = (unitId: string | null = desk.support, given: object = {}) =>
  newRequest(site, desk.nasrin, desk.customerId, { unitId, ...given })
const asked = (change: Change, ...ids: RequestView[]): Asked => ({ which: { ids: ids.map(of) }, change })
const preview = (as: TestPerson, body: Asked) => site.call(requestBulk.preview, { as, body })
async function done(as: TestPerson, body: Asked): Promise<BulkView> {
  const { body: started } = await site.call(requestBulk.apply, { as, body: { id: newId(), ...body } })
  await site.settle()
  return (await site.call(bulk.show, { as, params: { bulkId: started.id } })).body
}
async function undone(as: TestPerson, { id }: BulkView): Promise<BulkView> {
  await site.call(bulk.undo, { as, params: { bulkId: id } })
  await site.settle()
  return (await site.call(bulk.show, { as, params: { bulkId: id } })).body
}
const shown = async ({ number }: RequestView) => (await site.call(requests.byNumber, { as: desk.nasrin, params: { number } })).body
const kinds = async (request: RequestView) => (await shown(request)).events.map(({ kind }) => kind)

test('requests are assigned together, by the rules of assigning, and taken back as if it had not been', async () => {
  const { sara, behnam, nasrin, support, repair } = desk
  const [first, second, finished] = [await newOne(), await newOne(support, { holderId: sara.id }), await newOne()]
  await site.call(requests.resolve, { as: nasrin, params: of(finished), body: { outcome: 'solved' } })
  const before = await Promise.all([first, second].map(shown))
  const body = asked({ act: 'assign', personId: behnam.id }, first, second, finished)
  expect((await preview(nasrin, body)).body).toMatchObject({
    total: 3,
    changes: 2,
    refused: [{ code: 'request-not-open', count: 1 }],
    sample: expect.arrayContaining([
      {
        customerId: desk.customerId,
        id: second.id,
        label: second.number,
        before: { holderId: sara.id, unitId: support },
        after: { holderId: behnam.id, unitId: repair },
      },
    ]),
  })
  const result = await done(nasrin, body)
  expect(result).toMatchObject({ state: 'done', changed: 2, refused: [{ code: 'request-not-open', count: 1 }] })
  expect(await shown(first)).toMatchObject({ holderId: behnam.id, unitId: repair })

  expect(await undone(nasrin, result)).toMatchObject({ state: 'undone', putBack: 2, notPutBack: [] })
  const after = await Promise.all([first, second].map(shown))
  const facts = ({ events: _, version: _version, can: _can, ...rest }: RequestView) => rest
  expect(after.map(facts)).toEqual(before.map(facts))
  expect(after[0]?.events.map(({ kind, undone: isUndone }) => [kind, isUndone])).toEqual([
    ['registered', false],
    ['assigned', true],
    ['undone', false],
  ])
})

test('whoever gives requests out of their reach may still take that back; a sibling unit sees none of it', async () => {
  const { sara, behnam, repair, support } = desk
  const [own, strange] = [await newOne(support), await newOne(repair)]
  const body = asked({ act: 'refer', unitId: repair, note: 'به تعمیر' }, own, strange)
  expect((await preview(sara, body)).body).toMatchObject({ total: 2, changes: 1, refused: [{ code: 'not-found', count: 1 }] })
  const result = await done(sara, body)
  expect(result).toMatchObject({ changed: 1, refused: [{ code: 'not-found', count: 1 }] })
  expect((await site.call(requests.byNumber, { as: sara, params: { number: own.number } })).status).toBe(404)
  expect((await site.call(bulk.show, { as: behnam, params: { bulkId: result.id } })).status).toBe(404)
  expect(await undone(sara, result)).toMatchObject({ putBack: 1 })
  expect(await shown(own)).toMatchObject({ unitId: support, status: 'new' })
})

test('resolved together and taken back, nobody resolved and nothing came back; closed likewise', async () => {
  const { nasrin } = desk
  const one = await newOne()
  const resolved = await done(nasrin, asked({ act: 'resolve', outcome: 'solved' }, one))
  expect(await shown(one)).toMatchObject({ status: 'resolved', resolvedBy: nasrin.id })
  await undone(nasrin, resolved)
  expect(await shown(one)).toMatchObject({ status: 'new', resolvedAt: null, resolvedBy: null, reopenedCount: 0, outcome: null })
  await site.call(requests.resolve, { as: nasrin, params: of(one), body: { outcome: 'partly' } })
  const closed = await done(nasrin, asked({ act: 'close' }, one))
  expect(await shown(one)).toMatchObject({ status: 'closed' })
  await undone(nasrin, closed)
  expect(await shown(one)).toMatchObject({ status: 'resolved', outcome: 'partly', closedAt: null, reopenedCount: 0 })
  expect(await kinds(one)).toEqual(['registered', 'resolved', 'undone', 'resolved', 'closed', 'undone'])
})

test('what is said of requests is edited together, and put back where nobody has touched it', async () => {
  const { nasrin, sara } = desk
  const topic = await site.addPerson('گردانندهٔ موضوع‌ها', { grants: { 'catalogue.manage': 'all', 'catalogue.read': 'all' } })
  const { id: topicId } = (await site.call(contract.catalogue.addTopic, { as: topic, body: { name: 'نصب', parentId: null, active: true } }))
    .body
  const [one, same, touched] = [await newOne(), await newOne(desk.support, { priority: 'high', topicId }), await newOne()]
  const body = asked({ act: 'edit', priority: 'high', topicId }, one, same, touched)
  expect((await preview(nasrin, body)).body).toMatchObject({ changes: 2, same: 1 })
  const result = await done(nasrin, body)
  expect(result).toMatchObject({ changed: 2, same: 1 })
  expect(await shown(one)).toMatchObject({ priority: 'high', topicId, version: 2 })
  await site.call(requests.patch, { as: sara, params: of(touched), body: { version: 2, priority: 'urgent' } })
  expect(await undone(nasrin, result)).toMatchObject({ putBack: 1, notPutBack: [{ code: 'changed-meanwhile', count: 1 }] })
  expect([await shown(one), await shown(touched)]).toMatchObject([
    { priority: 'normal', topicId: null },
    { priority: 'urgent', topicId },
  ])
})

test('all that fit filters are chosen, as far as one sees them', async () => {
  const { sara, nasrin, support } = desk
  await newOne(support, { priority: 'urgent' })
  const body: Asked = {
    which: { filters: { priority: 'urgent', unitId: support, status: 'unfinished' } },
    change: { act: 'edit', priority: 'low' },
  }
  const before = (await preview(sara, body)).body
  expect(before.changes).toBeGreaterThan(0)
  await newOne(desk.repair, { priority: 'urgent' })
  expect((await preview(sara, body)).body).toEqual(before)
  const result = await done(nasrin, body)
  expect(result).toMatchObject({ total: before.total, changed: before.changes })
  expect((await preview(sara, body)).body.total).toBe(0)
})

test('a change that names nobody, no unit or nothing is refused as a whole', async () => {
  const { nasrin } = desk
  const one = await newOne()
  const changes = [
    { act: 'assign', personId: newId() },
    { act: 'refer', unitId: newId() },
    { act: 'edit', topicId: newId() },
    { act: 'edit' },
    { act: 'resolve', outcome: 'duplicate' },
    { act: 'delete' },
  ] as Change[]
  for (const change of changes) {
    expect((await preview(nasrin, asked(change, one))).status, JSON.stringify(change)).toBe(422)
    expect((await site.call(requestBulk.apply, { as: nasrin, body: { id: newId(), ...asked(change, one) } })).status).toBe(422)
  }
})

test('a single act is taken back by whoever did it last, while nothing followed; not by others and not later', async () => {
  const { sara, behnam, nasrin, support } = desk
  const one = await newOne(support)
  const undo = (as: TestPerson, version: number) => site.call(requests.undo, { as, params: of(one), body: { version } })
  const assigned = (await site.call(requests.assign, { as: sara, params: of(one), body: { personId: behnam.id } })).body
  expect([assigned.can.undo, (await shown(one)).can.undo]).toEqual([true, false])
  expect((await undo(nasrin, assigned.version)).body).toMatchObject({ code: 'nothing-to-undo' })
  expect((await undo(sara, assigned.version - 1)).body).toMatchObject({ code: 'changed-meanwhile' })
  const back = await undo(sara, assigned.version)
  expect(back.body).toMatchObject({ unitId: support, holderId: null, status: 'new', can: { undo: false } })
  expect((await undo(sara, back.body.version)).body).toMatchObject({ code: 'nothing-to-undo' })
  const taken = (await site.call(requests.take, { as: sara, params: of(one) })).body
  site.clock.now = new Date(site.clock.now.getTime() + 3_600_000)
  expect((await undo(sara, taken.version)).body).toMatchObject({ code: 'nothing-to-undo' })
})
