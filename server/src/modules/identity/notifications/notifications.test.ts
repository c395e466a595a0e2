import { contract } from '@parvandeh/contract'
import type { CallOf, Notice, NoticeKind } from '@parvandeh/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { letOut } from '../../../platform/outbox/reactions.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk } from '../../../testing/service-builders.ts'
import { newId } from '../../../platform/ids.ts'
import { openLog } from '../../../platform/log.ts'
import { remindOfSlow } from '../../service/index.ts'
import { sweepNotifications } from './sweep-notifications.ts'

const sent: { personId: string; notice: Notice }[] = []
let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
let omid: TestPerson
beforeAll(async () => {
  const notifiers = [
    { channel: 'sms', send: async (_: unknown, personId: string, notice: Notice) => void sent.push({ personId, notice }) },
  ] as const
  site = await openTestApp({ notifiers })
  desk = await openHelpDesk(site)
  const grants = { 'service.read': 'team', 'service.write': 'team', 'customers.read': 'all' } as const
  omid = await site.addPerson('امید دادرس', { unitId: desk.support, grants, fieldClasses: ['public'] })
  const week = Array.from({ length: 7 }, () => [{ from: '08:00', to: '16:00' }])
  await site.owner.query(`insert into identity.calendar_rule values (gen_random_uuid(), 'organisation', null, '2020-01-01', null, $1)`, [
    JSON.stringify(week),
  ])
})
afterAll(() => site.close())

const noon = new Date('2026-11-22T08:30:00Z')
beforeEach(async () => {
  site.clock.now = new Date(noon)
  await site.settle()
  await site.owner.query('delete from identity.notification')
  await site.owner.query('delete from identity.notification_setting')
  sent.length = 0
})

const later = (minutes: number) => (site.clock.now = new Date(site.clock.now.getTime() + minutes * 60_000))
const bellOf = async (as: TestPerson) => (await site.call(contract.notifications.bell, { as })).body
const told = async (as: TestPerson) => (await site.call(contract.notifications.list, { as })).body.rows
const kinds = async (as: TestPerson) => (await told(as)).map(({ kind }) => kind)
const { requests } = contract
const assign = async (request: { customerId: string; id: string }, to: TestPerson, as: TestPerson = desk.nasrin) => {
  expect(await site.call(requests.assign, { as, params: of(request), body: { personId: to.id } })).toMatchObject({ status: 200 })
  await site.settle()
}
type Settings = NonNullable<CallOf<typeof contract.notifications.setSettings>['body']>
const everywhere: Settings['channels'] = {
  'request-assigned': ['in-app'],
  'request-queued': [],
  'request-replied': ['in-app'],
  'request-moved': ['in-app'],
  'request-ended': ['in-app'],
  'request-reopened': ['in-app'],
  'request-slow': ['in-app'],
  'import-ended': ['in-app'],
}
const choose = (as: TestPerson, body: Partial<Settings>) =>
  site.call(contract.notifications.setSettings, {
    as,
    body: { channels: everywhere, quiet: 'never', quietFrom: '20:00', quietTo: '08:00', pausedUntil: null, ...body },
  })
const without = (kind: NoticeKind) => ({ channels: { ...everywhere, [kind]: [] } })

test('whoever is given a request finds it in the bell, with who gave it', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await assign(request, desk.sara)
  expect(await bellOf(desk.sara)).toMatchObject({
    unread: 1,
    quiet: false,
    newest: { kind: 'request-assigned', byPersonId: desk.nasrin.id },
  })
  expect(await told(desk.sara)).toMatchObject([
    { subject: { type: 'request', id: request.id, label: request.number, title: request.subject }, times: 1, read: false },
  ])
})

test('nobody is told of what they do themselves', async () => {
  const request = await newRequest(site, desk.sara, desk.customerId)
  await site.call(requests.take, { as: desk.sara, params: of(request), body: {} })
  await site.call(requests.resolve, { as: desk.sara, params: of(request), body: { outcome: 'solved' } })
  await site.settle()
  expect(await told(desk.sara)).toEqual([])
})

test('what happens again to the same request within ten minutes is one line; after that, another', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support, holderId: desk.sara.id })
  const message = { kind: 'message', direction: 'in', channel: 'sms', personId: null, minutes: null, subject: '', body: 'چه شد؟' } as const
  const write = async () => {
    const body = { ...message, startedAt: site.clock.now.toISOString() }
    expect(await site.call(requests.logInteraction, { as: desk.nasrin, params: of(request), body })).toMatchObject({ status: 200 })
    await site.settle()
  }
  await write()
  later(2)
  await write()
  expect((await told(desk.sara)).filter(({ kind }) => kind === 'request-replied')).toMatchObject([{ times: 2 }])
  later(11)
  await write()
  expect((await told(desk.sara)).filter(({ kind }) => kind === 'request-replied')).toMatchObject([{ times: 1 }, { times: 2 }])
})

test('an event that is worked off twice is told once', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await assign(request, desk.sara)
  await site.owner.query(
    `select graphile_worker.add_job('react', json_build_object('eventId', id::text)) from platform.outbox_event where name = 'service.request-changed'`,
  )
  await site.settle()
  expect(await told(desk.sara)).toMatchObject([{ times: 1 }])
})

test('to be given a request and to lose it again comes to nothing', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await assign(request, desk.sara)
  await assign(request, omid)
  expect([await kinds(desk.sara), await kinds(omid)]).toEqual([[], ['request-assigned']])
})

test('whoever loses, or sees ended, reopened what they hold is told of each', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support, holderId: desk.sara.id })
  await site.call(requests.resolve, { as: desk.nasrin, params: of(request), body: { outcome: 'solved' } })
  await site.call(requests.reopen, { as: desk.nasrin, params: of(request), body: { note: 'باز هم سرد نمی‌کند' } })
  await site.settle()
  later(30)
  await assign(request, omid)
  expect((await kinds(desk.sara)).toSorted()).toEqual(['request-assigned', 'request-ended', 'request-moved', 'request-reopened'])
})

test('of what has gone out of sight nothing is shown but that there was something', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support, holderId: desk.sara.id })
  await site.settle()
  await site.call(requests.refer, { as: desk.nasrin, params: of(request), body: { unitId: desk.repair } })
  await site.settle()
  const rows = await told(desk.sara)
  expect(rows).toMatchObject([{ kind: 'request-assigned', subject: null, byPersonId: null }])
  expect(JSON.stringify(rows)).not.toContain(request.number)
  expect(await kinds(desk.behnam)).toEqual([])
})

test('the words of a request stay from whoever does not read them', async () => {
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await assign(request, omid)
  expect(await told(omid)).toMatchObject([{ subject: { label: request.number, title: null } }])
})

test("a unit's queue is heard by those alone who asked for it", async () => {
  await choose(omid, { channels: { ...everywhere, 'request-queued': ['in-app'] } })
  await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await site.settle()
  expect([await kinds(omid), await kinds(desk.sara), await kinds(desk.behnam)]).toEqual([['request-queued'], [], []])
})

test('a kind that was switched off is not told', async () => {
  await choose(desk.sara, without('request-assigned'))
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await assign(request, desk.sara)
  expect(await told(desk.sara)).toEqual([])
})

test('one line, or all, is marked as read, and a marking of all is taken back as it was', async () => {
  for (let n = 0; n < 3; n += 1) await assign(await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support }), desk.sara)
  const [first] = await told(desk.sara)
  const mark = (read: boolean, as = desk.sara) => site.call(contract.notifications.mark, { as, body: { ids: [first?.id ?? ''], read } })
  await mark(true, omid)
  expect(await bellOf(desk.sara)).toMatchObject({ unread: 3 })
  await mark(true)
  expect(await bellOf(desk.sara)).toMatchObject({ unread: 2 })
  later(1)
  const all = await site.call(contract.notifications.markAll, { as: desk.sara })
  expect(all.body.count).toBe(2)
  expect(await bellOf(desk.sara)).toMatchObject({ unread: 0, newest: null })
  await site.call(contract.notifications.unmarkAll, { as: desk.sara, body: { readAt: all.body.readAt } })
  expect(await bellOf(desk.sara)).toMatchObject({ unread: 2 })
  const unread = await site.call(contract.notifications.list, { as: desk.sara, query: { unread: 'true', limit: 1 } })
  expect(unread.body.rows).toHaveLength(1)
  const next = await site.call(contract.notifications.list, { as: desk.sara, query: { unread: 'true', limit: 1, after: unread.body.next } })
  expect([next.body.rows.length, next.body.next]).toEqual([1, undefined])
})

test('outside of work, on leave, between chosen hours and during a pause nothing pops up', async () => {
  const at = async (moment: string) => {
    site.clock.now = new Date(moment)
    return (await bellOf(desk.sara)).quiet
  }
  expect([await at('2026-11-22T08:30:00Z'), await at('2026-11-22T15:00:00Z')]).toEqual([false, true])
  const leave = { personId: desk.sara.id, from: '2026-11-22T08:00:00Z', to: '2026-11-22T10:00:00Z', note: '' }
  const planner = await site.addPerson('برنامه‌ریز آزمونی', { grants: { 'identity.calendar': 'all' } })
  await site.call(contract.calendars.addLeave, { as: planner, body: leave })
  expect(await at('2026-11-22T08:30:00Z')).toBe(true)
  await choose(desk.sara, { quiet: 'hours', quietFrom: '22:00', quietTo: '07:00' })
  expect([await at('2026-11-22T08:30:00Z'), await at('2026-11-22T19:30:00Z'), await at('2026-11-23T03:00:00Z')]).toEqual([
    false,
    true,
    true,
  ])
  await choose(desk.sara, { pausedUntil: '2026-11-22T09:00:00Z' })
  expect([await at('2026-11-22T08:30:00Z'), await at('2026-11-22T09:30:00Z')]).toEqual([true, false])
})

test('what lies unanswered for eight hours of work is called to mind once', async () => {
  const tools = { runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal }
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support, holderId: desk.sara.id })
  const remind = async () => {
    await remindOfSlow(tools)
    await site.settle()
    return (await told(desk.sara)).filter(({ kind, subject }) => kind === 'request-slow' && subject?.id === request.id).length
  }
  later(17 * 60)
  // The night is no work: from noon to the next morning there are four hours of it.
  expect(await remind()).toBe(0)
  later(9 * 60)
  expect([await remind(), await remind()]).toEqual([1, 1])
})

test('a channel is offered where there is a sender, and what leaves waits for what can be undone', async () => {
  // What is held is let out by the clock of the database, which tests do not move.
  site.clock.now = new Date()
  expect(
    (await choose(desk.sara, { quiet: 'never', channels: { ...everywhere, 'request-assigned': ['in-app', 'sms', 'email'] } })).body,
  ).toMatchObject({
    offered: ['in-app', 'sms'],
    channels: { 'request-assigned': ['in-app', 'sms'] },
  })
  const request = await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support })
  await assign(request, desk.sara)
  expect(sent).toEqual([])
  const tools = { runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal }
  const letEverythingOut = async () => {
    for (const { id } of (await site.owner.query<{ id: string }>('select id from platform.outbox_event')).rows)
      await letOut(tools, site.app.reactions, id)
  }
  await letEverythingOut()
  expect(sent).toMatchObject([{ personId: desk.sara.id, notice: { kind: 'request-assigned', label: request.number } }])
})

test('whoever changed many rows is told of the end, where it took so long that they turned to other work', async () => {
  const change = async (minutes: number) => {
    const request = await newRequest(site, desk.sara, desk.customerId)
    const body = {
      id: newId(),
      which: { ids: [{ customerId: desk.customerId, requestId: request.id }] },
      change: { act: 'edit' as const, priority: 'high' as const },
    }
    const reply = await site.call(contract.requestBulk.apply, { as: desk.sara, body })
    expect(reply, reply.text).toMatchObject({ status: 200 })
    later(minutes)
    await site.settle()
    return told(desk.sara)
  }
  expect(await change(0)).toEqual([])
  expect(await change(2)).toMatchObject([{ kind: 'bulk-ended', outcome: 'requests', subject: { type: 'bulk', label: '1' } }])
})

test('after three months it is forgotten', async () => {
  await assign(await newRequest(site, desk.nasrin, desk.customerId, { unitId: desk.support }), desk.sara)
  later(91 * 24 * 60)
  await sweepNotifications({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal })
  expect(await told(desk.sara)).toEqual([])
})
