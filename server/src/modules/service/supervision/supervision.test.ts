import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of, serviceGrants } from '../../../testing/service-builders.ts'
import { topicsByName } from '../../catalogue/index.ts'

let site: TestApp
let support: string
let customerId: string
let people: Record<'mehri' | 'sara' | 'omid' | 'behnam', TestPerson>
const { supervision, requests } = contract

beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-11-22T08:30:00Z')
  support = await site.addUnit('پشتیبانی')
  const repair = await site.addUnit('تعمیرگاه')
  const week = Array.from({ length: 7 }, () => [{ from: '08:00', to: '16:00' }])
  await site.owner.query(`insert into identity.calendar_rule values (gen_random_uuid(), 'organisation', null, '2020-01-01', null, $1)`, [
    JSON.stringify(week),
  ])
  const clerk = { ...serviceGrants('team'), 'customers.read': 'all' } as const
  const chief = { ...clerk, 'service.supervise': 'team', 'identity.calendar': 'all' } as const
  people = {
    mehri: await site.addPerson('مهری سرپرست‌زاده', { unitId: support, grants: chief }),
    sara: await site.addPerson('سارا رستگارفر', { unitId: support, grants: clerk }),
    omid: await site.addPerson('امید دادرس', { unitId: support, grants: clerk }),
    behnam: await site.addPerson('بهنام نیک‌اندیش', { unitId: repair, grants: { ...chief } }),
  }
  customerId = (await newCustomer(site, people.mehri, personFile({ firstName: 'هما', lastName: 'کوهستانی', unitId: support }))).customerId
})
afterAll(() => site.close())

const look = async (as: TestPerson) => {
  const reply = await site.call(supervision.show, { as })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body
}
const give = (holder: TestPerson | null) => newRequest(site, people.mehri, customerId, { unitId: support, holderId: holder?.id ?? null })
const loads = async () => {
  const { people: shown } = await look(people.mehri)
  return Object.fromEntries(shown.map(({ personId, held }) => [personId, held.inWork]))
}

test('the supervisor sees who holds what, what nobody holds, and how the day goes', async () => {
  await give(people.sara)
  await give(null)
  const [first] = (await look(people.mehri)).people
  expect(first).toMatchObject({
    personId: people.sara.id,
    takesWork: true,
    presence: 'not-seen',
    held: { inWork: 1, fresh: 1, unanswered: 1, slow: 0 },
  })
  const { queues, hours } = await look(people.mehri)
  expect(queues).toMatchObject([{ unitId: support, inWork: 1 }])
  expect(hours).toEqual([{ hour: 12, arrived: 2, resolved: 0 }])
})

test('age is counted in hours of work: by the next noon what came the noon before is slow', async () => {
  site.clock.now = new Date('2026-11-23T08:31:00Z')
  expect((await look(people.mehri)).people[0]).toMatchObject({ held: { fresh: 0, aging: 1, slow: 1 } })
  site.clock.now = new Date('2026-11-22T08:30:00Z')
})

test('a sibling unit sees nothing of it, and without the permission nobody does', async () => {
  const seen = await look(people.behnam)
  expect([seen.people.map(({ personId }) => personId), seen.queues, seen.hours]).toEqual([[people.behnam.id], [], []])
  expect(await site.call(supervision.show, { as: people.behnam, query: { unitId: support } })).toMatchObject({
    status: 200,
    body: { people: [], queues: [], hours: [] },
  })
  expect(await site.call(supervision.show, { as: people.sara })).toMatchObject({ status: 403 })
})

test('an hourly leave shows at once', async () => {
  const leave = { personId: people.omid.id, from: '2026-11-22T08:00:00Z', to: '2026-11-22T10:00:00Z', note: 'پزشک' }
  const { body } = await site.call(contract.calendars.addLeave, { as: people.mehri, body: leave })
  const omid = (await look(people.mehri)).people.find(({ personId }) => personId === people.omid.id)
  expect(omid).toMatchObject({ presence: 'leave', leaves: [{ id: body.id, note: 'پزشک' }] })
  await site.call(contract.calendars.removeLeave, { as: people.mehri, params: { leaveId: body.id } })
})

test('work is evened out as proposed, through assigning, and taken back', async () => {
  for (let n = 0; n < 4; n += 1) await give(people.sara)
  const before = await loads()
  const { moves } = (await site.call(supervision.propose, { as: people.mehri, query: { count: 2 } })).body
  expect(moves).toMatchObject([{ fromPersonId: people.sara.id, fromLoad: 5, toLoad: 0, answered: false }, { fromPersonId: people.sara.id }])
  const done = await site.call(supervision.move, { as: people.mehri, body: { moves } })
  expect(done.body).toMatchObject({ moved: [{}, {}], refused: [] })
  expect(await loads()).toMatchObject({ [people.sara.id]: 3 })
  await site.settle()
  const back = await site.call(supervision.takeBack, { as: people.mehri, body: { moves: done.body.moved } })
  expect(back.body).toEqual({ count: 2, refused: [] })
  expect(await loads()).toEqual(before)
  await site.settle()
  const told = await site.call(contract.notifications.list, { as: people.omid })
  expect(told.body.rows).toEqual([])
})

test('of each move it is said how many requests of the topic the receiver has resolved lately, and what they know is moved first', async () => {
  const topics = await site.app.runAsSystem((context) => topicsByName(context, ['گارانتی', 'نصب']))
  const [known, unknown] = [topics.get('گارانتی')!, topics.get('نصب')!]
  const give = (holder: TestPerson, topicId: string) =>
    newRequest(site, people.mehri, customerId, { unitId: support, holderId: holder.id, topicId })
  for (let n = 0; n < 4; n += 1) {
    const done = { params: of(await give(people.omid, known)), body: { outcome: 'solved' } as const }
    expect(await site.call(requests.resolve, { as: people.omid, ...done })).toMatchObject({ status: 200 })
  }
  const wanted = await give(people.sara, known)
  site.clock.now = new Date(site.clock.now.getTime() + 60_000)
  for (let n = 0; n < 6; n += 1) await give(people.sara, unknown)
  const propose = async () => (await site.call(supervision.propose, { as: people.mehri, query: { count: 1 } })).body.moves
  expect(await propose()).toMatchObject([{ toPersonId: people.omid.id, requestId: wanted.id, experience: 4 }])
  await site.owner.query(`update service.request set resolved_at = resolved_at - interval '200 days' where resolved_by = $1`, [
    people.omid.id,
  ])
  expect(await propose()).toMatchObject([{ toPersonId: people.omid.id, experience: 0 }])
})

test('what has changed hands meanwhile is left alone, and so is what is out of reach', async () => {
  const request = await give(people.sara)
  const hidden = await newRequest(site, people.behnam, customerId)
  await site.call(requests.assign, { as: people.mehri, params: of(request), body: { personId: people.mehri.id } })
  const move = (one: { id: string }) => ({ customerId, requestId: one.id, fromPersonId: people.sara.id, toPersonId: people.omid.id })
  const reply = await site.call(supervision.move, { as: people.mehri, body: { moves: [move(request), move(hidden)] } })
  expect(reply.body.moved).toEqual([])
  expect(new Set(reply.body.refused.map(({ code }) => code))).toEqual(new Set(['changed-meanwhile', 'not-found']))
})
