import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk, requestBody, serviceGrants } from '../../../testing/service-builders.ts'

const { requests } = contract
const unknown = '01900000-0000-7000-8000-000000000000'

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
beforeAll(async () => {
  site = await openTestApp()
  await site.call(contract.session.setUp, {
    body: { organisationName: 'سرویس آزمون', personName: 'مدیر آزمونی', username: 'admin', password: 'گذرواژهٔ بلند ۱' },
  })
  site.clock.now = new Date('2026-11-22T06:00:00Z')
  desk = await openHelpDesk(site)
})
afterAll(() => site.close())

const minute = 60_000
const later = (minutes: number) => {
  site.clock.now = new Date(+site.clock.now + minutes * minute)
  return site.clock.now.toISOString()
}
const register = (given: Parameters<typeof newRequest>[3] = {}) => newRequest(site, desk.sara, desk.customerId, given)
const call = (given: object = {}) => ({
  kind: 'call' as const,
  direction: 'in' as const,
  channel: 'phone' as const,
  personId: null,
  startedAt: site.clock.now.toISOString(),
  minutes: 4,
  answered: true,
  subject: '',
  body: '',
  documentIds: [],
  ...given,
})

test('a request is registered, taken, answered, waited with, resolved, reopened, resolved again and closed', async () => {
  const made = await register({ channel: 'web', description: 'از دیروز' })
  expect(made).toMatchObject({
    status: 'new',
    holderId: null,
    unitId: desk.support,
    customerName: 'هما کوهستانی',
    registeredBy: desk.sara.id,
    exchangeCount: 1,
    can: { take: true, resolve: true, reopen: false },
  })
  expect(made.number).toMatch(/^05\d{6}$/u)
  later(10)
  const taken = await site.call(requests.take, { as: desk.sara, params: of(made) })
  expect(taken.body).toMatchObject({ status: 'open', holderId: desk.sara.id, can: { take: false } })
  later(20)
  const answered = await site.call(requests.answer, {
    as: desk.sara,
    params: of(made),
    body: { body: 'تکنسین فردا می‌آید.', channel: 'sms' },
  })
  expect(answered.body).toMatchObject({
    firstResponseBy: desk.sara.id,
    response: { elapsedSeconds: 1800 },
    responseParts: { queued: { elapsedSeconds: 600 }, held: { elapsedSeconds: 1200 } },
  })
  expect(answered.body.conversation).toMatchObject([{ kind: 'message', direction: 'out', body: 'تکنسین فردا می‌آید.' }])
  later(5)
  expect((await site.call(requests.wait, { as: desk.sara, params: of(made), body: { on: 'customer' } })).body).toMatchObject({
    status: 'waiting',
    can: { resume: true },
  })
  later(60)
  expect((await site.call(requests.resume, { as: desk.sara, params: of(made), body: {} })).body.status).toBe('open')
  later(25)
  const resolved = await site.call(requests.resolve, {
    as: desk.sara,
    params: of(made),
    body: { outcome: 'solved', note: 'شیر گاز عوض شد' },
  })
  expect(resolved.body).toMatchObject({
    status: 'resolved',
    outcome: 'solved',
    resolvedBy: desk.sara.id,
    service: { elapsedSeconds: 60 * 60 },
    can: { close: true, reopen: true, take: false },
  })
  later(60)
  expect((await site.call(requests.reopen, { as: desk.sara, params: of(made), body: { note: 'باز خراب شد' } })).body).toMatchObject({
    status: 'open',
    reopenedCount: 1,
    holderId: desk.sara.id,
  })
  later(10)
  await site.call(requests.resolve, { as: desk.sara, params: of(made), body: { outcome: 'partly' } })
  const closed = await site.call(requests.close, { as: desk.sara, params: of(made), body: {} })
  expect(closed.body).toMatchObject({ status: 'closed', outcome: 'partly', version: 9 })
  expect(closed.body.events.map((event) => event.kind)).toEqual([
    'registered',
    'taken',
    'answered',
    'waiting',
    'resumed',
    'resolved',
    'reopened',
    'resolved',
    'closed',
  ])
  expect(closed.body.waits).toMatchObject([{ kind: 'customer' }])
  expect(closed.body.holdings.map((holding) => [holding.reason, holding.personId])).toEqual([
    ['registered', null],
    ['taken', desk.sara.id],
  ])
})

test("the customer's timeline tells of it, and the trail of who changed what", async () => {
  const made = await register({ holderId: desk.sara.id })
  await site.call(requests.resolve, { as: desk.sara, params: of(made), body: { outcome: 'not-a-fault' } })
  await site.settle()
  const lines = await site.call(contract.customers.timeline, { as: desk.sara, params: { customerId: desk.customerId } })
  const ours = lines.body.rows.filter((line) => line.subjectId === made.id)
  expect(ours).toMatchObject([
    { kind: 'request.resolved', facts: { number: made.number, outcome: 'not-a-fault' } },
    { kind: 'request.registered', facts: { subject: made.subject } },
  ])
  const trail = await site.owner.query(`select action, before, after from identity.audit_entry where subject_id = $1 order by id`, [
    made.id,
  ])
  expect(await site.opened(trail.rows)).toMatchObject([
    { action: 'request.registered' },
    { action: 'request.resolved', before: { status: 'open', outcome: null }, after: { status: 'resolved', outcome: 'not-a-fault' } },
  ])
})

describe('reporting and first response', () => {
  test('a letter entered a week later keeps the day on which it was written', async () => {
    const reportedAt = new Date(+site.clock.now - 7 * 24 * 60 * minute).toISOString()
    const made = await register({ channel: 'letter', reportedAt })
    expect(made).toMatchObject({ reportedAt, registeredAt: site.clock.now.toISOString() })
    const answered = await site.call(requests.answer, { as: desk.sara, params: of(made), body: { body: 'نامه رسید.', channel: 'letter' } })
    expect(answered.body.responseParts.unregistered.elapsedSeconds).toBe(7 * 24 * 3600)
  })

  test('nothing can have been reported tomorrow', async () => {
    const body = requestBody({ reportedAt: new Date(+site.clock.now + minute).toISOString() })
    expect(await site.call(requests.register, { as: desk.sara, params: { customerId: desk.customerId }, body })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'reportedAt' }] },
    })
  })

  test('a call in which they spoke is the first response; a note or a call that nobody picked up is none', async () => {
    const made = await register()
    later(5)
    const log = (given: object) => site.call(requests.logInteraction, { as: desk.sara, params: of(made), body: call(given) })
    const noted = await log({ kind: 'note', direction: 'internal', channel: 'other', body: 'با انبار هماهنگ شود', minutes: null })
    expect(noted.body, noted.text).toMatchObject({ firstResponseAt: null, exchangeCount: 0 })
    expect((await log({ direction: 'out', answered: false })).body.firstResponseAt).toBeNull()
    const at = later(5)
    expect((await log({ direction: 'out' })).body).toMatchObject({
      firstResponseAt: at,
      firstResponseBy: desk.sara.id,
      exchangeCount: 1,
      response: { elapsedSeconds: 600 },
    })
  })

  test('the call in which it was reported may be logged after registering, at its own time', async () => {
    const startedAt = site.clock.now.toISOString()
    later(6)
    const made = await register()
    const logged = await site.call(requests.logInteraction, { as: desk.sara, params: of(made), body: call({ startedAt }) })
    expect(logged.body).toMatchObject({ reportedAt: startedAt, firstResponseAt: startedAt, response: { elapsedSeconds: 0 } })
  })

  test('a message from the customer is their side of an exchange and ends the wait for them', async () => {
    const made = await register({ holderId: desk.sara.id })
    await site.call(requests.wait, { as: desk.sara, params: of(made), body: { on: 'customer' } })
    later(30)
    const written = await site.call(requests.logInteraction, {
      as: desk.sara,
      params: of(made),
      body: call({ kind: 'message', channel: 'sms', body: 'مدل ۴۲۰', minutes: null }),
    })
    expect(written.body).toMatchObject({ status: 'open', firstResponseAt: null, exchangeCount: 1 })
  })
})

describe('handing over', () => {
  test('of two who take it at once, one has it and the other is told so', async () => {
    const made = await register()
    const colleague = await site.addPerson('لیلا همتا', { unitId: desk.support, grants: serviceGrants('team') })
    const both = await Promise.all([desk.sara, colleague].map((as) => site.call(requests.take, { as, params: of(made) })))
    expect(both.map((reply) => reply.status).toSorted()).toEqual([200, 409])
    const [winner, loser] = both[0]?.status === 200 ? [both[0], both[1]] : [both[1], both[0]]
    expect(loser?.body).toMatchObject({ code: 'request-held-by-another' })
    const seen = await site.call(requests.byNumber, { as: desk.sara, params: { number: made.number } })
    expect(seen.body.holderId).toBe(winner?.body.holderId)
  })

  test("it goes to a colleague and to that colleague's unit, and not twice to the same one", async () => {
    const made = await register()
    const assigned = await site.call(requests.assign, {
      as: desk.nasrin,
      params: of(made),
      body: { personId: desk.behnam.id, note: 'کمپرسور' },
    })
    expect(assigned.body).toMatchObject({ holderId: desk.behnam.id, unitId: desk.repair, status: 'open' })
    const again = await site.call(requests.assign, { as: desk.nasrin, params: of(made), body: { personId: desk.behnam.id } })
    expect(again.body).toMatchObject({ code: 'request-already-held' })
  })

  test('it is not given to somebody who has left, nor to nobody known', async () => {
    const made = await register()
    const gone = await site.addPerson('رفته از اینجا', { unitId: desk.support })
    await site.owner.query('update identity.person set active = false where id = $1', [gone.id])
    const assign = (personId: string) => site.call(requests.assign, { as: desk.sara, params: of(made), body: { personId } })
    expect((await assign(gone.id)).body).toMatchObject({ code: 'person-not-active' })
    expect(await assign(unknown)).toMatchObject({ status: 422, body: { problems: [{ field: 'personId' }] } })
  })

  test('whoever refers it to another unit no longer sees it; that unit does, and may answer and read what was said', async () => {
    const made = await register({ holderId: desk.sara.id })
    await site.call(requests.answer, { as: desk.sara, params: of(made), body: { body: 'به تعمیرگاه می‌دهم', channel: 'sms' } })
    const referred = await site.call(requests.refer, { as: desk.sara, params: of(made), body: { unitId: desk.repair } })
    expect(referred.body).toMatchObject({ unitId: desk.repair, holderId: null, can: { take: false, answer: false } })
    expect((await site.call(requests.byNumber, { as: desk.sara, params: { number: made.number } })).status).toBe(404)
    const there = await site.call(requests.byNumber, { as: desk.behnam, params: { number: made.number } })
    expect(there.body).toMatchObject({ can: { take: true }, conversation: [{ body: 'به تعمیرگاه می‌دهم' }] })
    expect(
      (await site.call(requests.answer, { as: desk.behnam, params: of(made), body: { body: 'فردا می‌آییم', channel: 'sms' } })).status,
    ).toBe(200)
  })

  test("it may be put back into the unit's own queue, once", async () => {
    const made = await register({ holderId: desk.sara.id })
    const back = () => site.call(requests.refer, { as: desk.sara, params: of(made), body: { unitId: desk.support } })
    expect((await back()).body).toMatchObject({ holderId: null, unitId: desk.support, events: [{}, { kind: 'returned' }] })
    expect((await back()).body).toMatchObject({ code: 'request-already-queued' })
    expect(await site.call(requests.refer, { as: desk.sara, params: of(made), body: { unitId: unknown } })).toMatchObject({ status: 422 })
  })
})

describe('refusals', () => {
  test('a resolved request is neither taken nor assigned, referred, resolved or waited with; an open one is neither closed, reopened nor resumed', async () => {
    const made = await register({ holderId: desk.sara.id })
    const as = desk.sara
    const params = of(made)
    const codes = async (...replies: Promise<{ body: unknown }>[]) =>
      (await Promise.all(replies)).map((reply) => (reply.body as { code?: string }).code)
    expect(
      await codes(
        site.call(requests.close, { as, params, body: {} }),
        site.call(requests.reopen, { as, params, body: { note: 'چرا' } }),
        site.call(requests.resume, { as, params, body: {} }),
      ),
    ).toEqual(['request-not-resolved', 'request-not-resolved', 'request-not-waiting'])
    await site.call(requests.resolve, { as, params, body: { outcome: 'solved' } })
    const shut = await codes(
      site.call(requests.take, { as, params }),
      site.call(requests.assign, { as, params, body: { personId: desk.behnam.id } }),
      site.call(requests.refer, { as, params, body: { unitId: desk.repair } }),
      site.call(requests.resolve, { as, params, body: { outcome: 'solved' } }),
      site.call(requests.wait, { as, params, body: { on: 'customer' } }),
    )
    expect(shut).toEqual(Array.from({ length: 5 }, () => 'request-not-open'))
  })

  test('"duplicate" is no way to resolve: that is what merging is for', async () => {
    const made = await register()
    const reply = await site.call(requests.resolve, { as: desk.sara, params: of(made), body: { outcome: 'duplicate' as 'solved' } })
    expect(reply.status).toBe(422)
  })

  test('a topic, product or contact that does not exist is refused with its field', async () => {
    const attempt = (given: object) =>
      site.call(requests.register, { as: desk.sara, params: { customerId: desk.customerId }, body: requestBody(given) })
    expect(await attempt({ topicId: unknown })).toMatchObject({ status: 422, body: { problems: [{ field: 'topicId' }] } })
    expect(await attempt({ productId: unknown })).toMatchObject({ status: 422, body: { problems: [{ field: 'productId' }] } })
    expect(await attempt({ unitId: unknown })).toMatchObject({ status: 422, body: { problems: [{ field: 'unitId' }] } })
    expect((await attempt({ contactCustomerId: unknown })).status).toBe(404)
    expect((await site.call(requests.register, { as: desk.sara, params: { customerId: unknown }, body: requestBody() })).status).toBe(404)
  })

  test('whoever may see it but not work on it is told so; whoever may not see it hears that it is not there', async () => {
    const made = await register()
    const reader = await site.addPerson('خواننده', { unitId: desk.support, grants: { 'service.read': 'team', 'service.write': 'own' } })
    expect((await site.call(requests.take, { as: reader, params: of(made) })).body).toMatchObject({ code: 'not-permitted' })
    const seen = await site.call(requests.byNumber, { as: reader, params: { number: made.number } })
    expect(Object.values(seen.body.can)).not.toContain(true)
    expect((await site.call(requests.take, { as: desk.behnam, params: of(made) })).body).toMatchObject({ code: 'not-found' })
  })
})

describe('changing what is said of it', () => {
  const edited = (request: { version: number }, given: object = {}) => {
    const { reportedAt: _at, unitId: _unit, holderId: _holder, ...said } = requestBody()
    return { ...said, ...given, version: request.version }
  }

  test('an older copy is refused, and what changed is in the trail', async () => {
    const made = await register()
    const body = edited(made, { subject: 'يخچال صدا مي‌دهد', priority: 'urgent', contactName: 'ناشناسی پشت خط' })
    const changed = await site.call(requests.change, { as: desk.sara, params: of(made), body })
    expect(changed.body).toMatchObject({ subject: 'یخچال صدا می‌دهد', priority: 'urgent', contactName: 'ناشناسی پشت خط', version: 2 })
    expect((await site.call(requests.change, { as: desk.sara, params: of(made), body })).body).toMatchObject({ code: 'changed-meanwhile' })
    const trail = await site.owner.query(
      `select before, after from identity.audit_entry where subject_id = $1 and action = 'request.changed'`,
      [made.id],
    )
    expect((await site.opened(trail.rows))[0]).toMatchObject({ before: { priority: 'normal' }, after: { priority: 'urgent' } })
  })

  test('a change that changes nothing makes no new version', async () => {
    const made = await register()
    expect((await site.call(requests.change, { as: desk.sara, params: of(made), body: edited(made) })).body.version).toBe(1)
  })

  test('a document of the file is attached once; one of another file is not there', async () => {
    const made = await register()
    const paper = (await upload(site, { as: desk.sara, customerId: desk.customerId, content: 'فاکتور' })).body
    const attach = (documentId: string) => site.call(requests.attach, { as: desk.sara, params: of(made), body: { documentId } })
    expect((await attach(paper.id)).body).toMatchObject({ documentIds: [paper.id], version: 2 })
    expect((await attach(paper.id)).body.version).toBe(2)
    const other = await newCustomer(site, desk.sara, personFile({ lastName: 'دیگری' }))
    const foreign = (await upload(site, { as: desk.sara, customerId: other.customerId, content: 'نامهٔ دیگر' })).body
    expect((await attach(foreign.id)).status).toBe(404)
  })
})

test('what happened before anybody worked here is a slip of the pen: it is refused, and the request lives on', async () => {
  const longAgo = '1930-01-01T08:00:00Z'
  const reported = await site.call(requests.register, {
    as: desk.sara,
    params: { customerId: desk.customerId },
    body: requestBody({ reportedAt: longAgo }),
  })
  expect(reported).toMatchObject({ status: 422, body: { problems: [{ field: 'reportedAt', code: 'too-long-ago' }] } })
  const oldest = await register({ reportedAt: '1977-01-01T08:00:00Z' })
  const logged = await site.call(requests.logInteraction, { as: desk.sara, params: of(oldest), body: call({ startedAt: longAgo }) })
  expect(logged).toMatchObject({ status: 422, body: { problems: [{ field: 'startedAt', code: 'too-long-ago' }] } })
  const resolved = await site.call(requests.resolve, { as: desk.sara, params: of(oldest), body: { outcome: 'solved' } })
  expect(resolved).toMatchObject({ status: 200, body: { service: { elapsedSeconds: expect.any(Number) } } })
})
