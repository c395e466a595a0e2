import { contract, permissionKeys } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk } from '../../../testing/service-builders.ts'
import type { RequestView } from '../../../testing/service-builders.ts'

const { requests, calendars } = contract

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
let administrator: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  await site.call(contract.session.setUp, {
    body: { organisationName: 'سرویس آزمون', personName: 'مدیر آزمونی', username: 'admin', password: 'گذرواژهٔ بلند ۱' },
  })
  administrator = await site.addPerson('راهبر آزمونی', { grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
  desk = await openHelpDesk(site)
})
afterAll(() => site.close())

const show = async (request: RequestView) =>
  (await site.call(requests.byNumber, { as: desk.nasrin, params: { number: request.number } })).body
const close = (
  day: string,
  owner: { ownerKind: 'organisation' | 'unit'; ownerId: string | null } = { ownerKind: 'organisation', ownerId: null },
) =>
  site.call(calendars.addException, {
    as: administrator,
    body: { ...owner, day, kind: 'closure', name: 'تعطیلی به دستور', intervals: null },
  })

/** Registered on Saturday at 10, answered on Monday at 10, resolved on Tuesday at 10, by the clock of Tehran. */
async function threeDays(as: TestPerson, holderId: string | null = as.id): Promise<RequestView> {
  site.clock.now = new Date('2026-11-14T06:30:00Z')
  const made = await newRequest(site, as, desk.customerId, { holderId, unitId: desk.support, channel: 'web' })
  site.clock.now = new Date('2026-11-16T06:30:00Z')
  await site.call(requests.answer, { as, params: of(made), body: { body: 'سلام', channel: 'web' } })
  site.clock.now = new Date('2026-11-17T06:30:00Z')
  const resolved = await site.call(requests.resolve, { as, params: of(made), body: { outcome: 'solved' } })
  return resolved.body
}

const workday = 8.5 * 3600

test('a decree that closes a day which has passed takes its working time away and no other; taken back, it returns', async () => {
  const made = await threeDays(desk.sara)
  expect(made).toMatchObject({
    response: { elapsedSeconds: 48 * 3600, workingSeconds: 2 * workday },
    service: { elapsedSeconds: 72 * 3600, workingSeconds: 3 * workday },
  })
  site.clock.now = new Date('2026-11-22T06:30:00Z')
  const closed = await close('2026-11-15')
  expect((await show(made)).response.workingSeconds).toBe(2 * workday)
  await site.settle()
  const after = await show(made)
  expect(after).toMatchObject({
    response: { elapsedSeconds: 48 * 3600, workingSeconds: workday },
    responseParts: { held: { elapsedSeconds: 48 * 3600, workingSeconds: workday } },
    service: { elapsedSeconds: 72 * 3600, workingSeconds: 2 * workday },
    version: made.version,
  })
  const parts = await site.owner.query(
    'select sum(working_seconds)::int as working, sum(elapsed_seconds)::int as elapsed from service.service_part where request_id = $1',
    [made.id],
  )
  expect(parts.rows[0]).toEqual({ working: 2 * workday, elapsed: 72 * 3600 })
  await site.call(calendars.removeException, { as: administrator, params: { exceptionId: closed.body.id } })
  await site.settle()
  expect((await show(made)).service.workingSeconds).toBe(3 * workday)
})

test('a closure of one unit leaves the clocks of another alone', async () => {
  const [supported, repaired] = [await threeDays(desk.sara), await threeDays(desk.behnam)]
  site.clock.now = new Date('2026-11-22T06:30:00Z')
  await close('2026-11-16', { ownerKind: 'unit', ownerId: desk.repair })
  await site.settle()
  expect((await show(supported)).service.workingSeconds).toBe(3 * workday)
  expect((await show(repaired)).service.workingSeconds).toBe(2 * workday)
})

test('a leave takes the hours away in which its person had the request, and no other; taken back, they return', async () => {
  const [hers, his] = [await threeDays(desk.sara), await threeDays(desk.behnam)]
  site.clock.now = new Date('2026-11-22T06:30:00Z')
  // Sunday from 10 to 13 by the clock of Tehran, and a night, in which there is no work to take away.
  const leave = { personId: desk.sara.id, from: '2026-11-15T06:30:00Z', to: '2026-11-15T09:30:00Z', note: 'مرخصی ساعتی' }
  const hours = await site.call(calendars.addLeave, { as: administrator, body: leave })
  await site.call(calendars.addLeave, {
    as: administrator,
    body: { ...leave, from: '2026-11-15T18:00:00Z', to: '2026-11-15T23:00:00Z' },
  })
  await site.settle()
  expect(await show(hers)).toMatchObject({
    response: { elapsedSeconds: 48 * 3600, workingSeconds: 2 * workday - 3 * 3600 },
    responseParts: { held: { workingSeconds: 2 * workday - 3 * 3600 } },
    service: { elapsedSeconds: 72 * 3600, workingSeconds: 3 * workday - 3 * 3600 },
    version: hers.version,
  })
  expect((await show(his)).service).toEqual(his.service)
  await site.call(calendars.removeLeave, { as: administrator, params: { leaveId: hours.body.id } })
  await site.settle()
  expect((await show(hers)).service.workingSeconds).toBe(3 * workday)
})

test('a leave known beforehand counts as the request goes on, and not while it lies in a queue', async () => {
  const leave = { personId: desk.sara.id, from: '2026-11-15T00:00:00Z', to: '2026-11-16T00:00:00Z', note: '' }
  const { body } = await site.call(calendars.addLeave, { as: administrator, body: leave })
  const [held, queued] = [await threeDays(desk.sara), await threeDays(desk.sara, null)]
  expect(held.service.workingSeconds).toBe(2 * workday)
  expect(queued.service.workingSeconds).toBe(3 * workday)
  await site.call(calendars.removeLeave, { as: administrator, params: { leaveId: body.id } })
  await site.settle()
})

test('days before the report and after the resolution touch nothing, and nothing is told of it', async () => {
  const made = await threeDays(desk.sara)
  site.clock.now = new Date('2026-11-22T06:30:00Z')
  await close('2026-11-12')
  await close('2026-11-21')
  const told = () => site.owner.query(`select count(*)::int as n from platform.outbox_event where name = 'service.clocks-recounted'`)
  const before = (await told()).rows[0]
  await site.settle()
  expect((await told()).rows[0]).toEqual(before)
  expect((await show(made)).service.workingSeconds).toBe(3 * workday)
})
