import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upload } from '../../testing/documents-builders.ts'
import { logByDoor } from '../../testing/interactions-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { customersByExternalKey } from '../customers/index.ts'
import { insertInteractions, interactionsByIds } from './index.ts'

let site: TestApp
let clerk: TestPerson
let teammate: TestPerson
let sibling: TestPerson
let newcomer: TestPerson
let north: string
let customerId: string

const daily = {
  'customers.read': 'all',
  'interactions.read': 'unit',
  'interactions.write': 'unit',
  'documents.read': 'unit',
  'documents.write': 'unit',
} as const
const { list, show, log } = contract.interactions
const nowhere = '01900000-0000-7000-8000-000000000000'

beforeAll(async () => {
  site = await openTestApp()
  north = await site.addUnit('پشتیبانی شمال')
  const south = await site.addUnit('پشتیبانی جنوب')
  clerk = await site.addPerson('هدیه گفت‌وگوزاده', { unitId: north, grants: daily })
  teammate = await site.addPerson('سینا هم‌تیمی', {
    unitId: north,
    grants: { ...daily, 'interactions.read': 'own', 'interactions.write': 'own' },
  })
  sibling = await site.addPerson('الهام آن‌سویی', { unitId: south, grants: daily })
  newcomer = await site.addPerson('طاها ناآشنا', { unitId: north, grants: daily, fieldClasses: ['public'] })
  customerId = await newFile('مریم پرسشگر')
})
afterAll(() => site.close())

async function newFile(name: string): Promise<string> {
  const made = await site.app.runAsSystem((context) => customersByExternalKey(context, 'آزمون', [{ key: name, name }], north))
  return made.get(name) ?? ''
}

test('a call logged by a machine is found in the list and by its address, and leaves a trail without its words', async () => {
  const logged = await logByDoor(site, clerk, customerId, { minutes: 7.5, subject: 'قطعي اينترنت', body: 'از صبح قطع است.' })
  expect(logged).toMatchObject({
    status: 200,
    body: {
      kind: 'call',
      customerId,
      personId: clerk.id,
      unitId: north,
      minutes: 7.5,
      answered: true,
      subject: 'قطعی اینترنت',
      source: 'machine',
      withheld: [],
    },
  })
  const shown = await site.call(show, { as: clerk, params: { customerId, interactionId: logged.body.id } })
  expect(shown.body).toEqual(logged.body)
  const listed = await site.call(list, { as: clerk, query: { customerId } })
  expect(listed.body.rows).toEqual([{ ...logged.body, customerName: 'مریم پرسشگر' }])
  const trail = await site.owner.query(
    `select actor_id, after from identity.audit_entry where action = 'interaction.logged' and subject_id = $1`,
    [logged.body.id],
  )
  expect(await site.opened(trail.rows)).toMatchObject([{ actor_id: clerk.id, after: { kind: 'call', minutes: 7.5 } }])
  expect(JSON.stringify(trail.rows)).not.toContain('از صبح')
})

test('what a person types in the browser is by hand', async () => {
  const fresh = await openTestApp()
  try {
    const setUp = await fresh.call(contract.session.setUp, {
      body: { organisationName: 'آزمون', personName: 'لیلا دستی', username: 'leila', password: 'گذرواژهٔ بلند ۱' },
    })
    const cookie = String(setUp.headers['set-cookie']).split(';')[0] ?? ''
    const made = await fresh.app.runAsSystem((context) => customersByExternalKey(context, 'آزمون', [{ key: '1', name: 'یک' }], null))
    const body = {
      kind: 'visit',
      direction: 'out',
      channel: 'in-person',
      personId: null,
      startedAt: fresh.clock.now.toISOString(),
      minutes: null,
      subject: '',
      body: '',
    }
    const reply = await fresh.app.http.inject({
      method: 'POST',
      url: log.path.replace(':customerId', made.get('1') ?? ''),
      headers: { cookie, 'x-parvandeh': '1' },
      payload: body,
    })
    expect(reply.json()).toMatchObject({ source: 'hand', kind: 'visit' })
  } finally {
    await fresh.close()
  }
})

describe('who spoke', () => {
  test('may be a colleague within the scope of writing, and the row is then theirs', async () => {
    const logged = (await logByDoor(site, clerk, customerId, { personId: teammate.id })).body
    expect(logged).toMatchObject({ personId: teammate.id, unitId: north })
    expect((await site.call(show, { as: teammate, params: { customerId, interactionId: logged.id } })).status).toBe(200)
  })

  test('may not be somebody out of reach, and nobody learns whether there is such a person', async () => {
    const refusals = [
      await logByDoor(site, clerk, customerId, { personId: sibling.id }),
      await logByDoor(site, clerk, customerId, { personId: nowhere }),
      await logByDoor(site, teammate, customerId, { personId: clerk.id }),
    ]
    for (const refused of refusals) expect(refused).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
    expect(refusals[0]?.text).toBe(refusals[1]?.text)
  })

  test('must exist, also for whoever may write for everybody', async () => {
    const chief = await site.addPerson('رئیس همه', { grants: { ...daily, 'interactions.write': 'all' } })
    expect(await logByDoor(site, chief, customerId, { personId: nowhere })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'personId', code: 'unknown-person' }] },
    })
    expect((await logByDoor(site, chief, customerId, { personId: sibling.id })).body.personId).toBe(sibling.id)
  })
})

describe('what cannot be is refused with the name of its field', () => {
  const later = (minutes: number) => new Date(site.clock.now.getTime() + minutes * 60_000).toISOString()

  test('a beginning in the future or before 1300', async () => {
    expect((await logByDoor(site, clerk, customerId, { startedAt: later(4) })).status).toBe(200)
    expect(await logByDoor(site, clerk, customerId, { startedAt: later(6) })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'startedAt', code: 'too-late' }] },
    })
    expect(await logByDoor(site, clerk, customerId, { startedAt: '1921-01-01T00:00:00Z' })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'startedAt', code: 'too-early' }] },
    })
  })

  test('an empty note', async () => {
    expect(await logByDoor(site, clerk, customerId, { kind: 'note', subject: ' ', body: '\n' })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'body' }] },
    })
    expect((await logByDoor(site, clerk, customerId, { kind: 'note', body: 'پیگیری شود' })).body).toMatchObject({
      direction: 'internal',
      minutes: null,
    })
  })

  test('negative minutes, an unknown kind, a customer who is hidden or not there', async () => {
    expect((await logByDoor(site, clerk, customerId, { minutes: -1 })).status).toBe(422)
    expect((await logByDoor(site, clerk, customerId, { kind: 'fax' as 'call' })).status).toBe(422)
    const blind = await site.addPerson('بی‌پرونده', { grants: { ...daily, 'customers.read': 'own' } })
    const [hidden, missing] = [await logByDoor(site, blind, customerId), await logByDoor(site, blind, nowhere)]
    expect(hidden.status).toBe(404)
    expect(hidden.text).toBe(missing.text)
  })
})

describe('a document', () => {
  test('of the same customer goes with the interaction, in the order given', async () => {
    const one = (await upload(site, { as: clerk, customerId, content: 'یک' })).body.id
    const two = (await upload(site, { as: clerk, customerId, content: 'دو' })).body.id
    const logged = (await logByDoor(site, clerk, customerId, { documentIds: [two, one, two] })).body
    expect(logged.documentIds).toEqual([two, one])
    expect((await site.call(show, { as: clerk, params: { customerId, interactionId: logged.id } })).body.documentIds).toEqual([two, one])
  })

  test('of another customer, or hidden from the logger, or not there, is refused alike', async () => {
    const elsewhere = await newFile('مشتری دیگر')
    const foreign = (await upload(site, { as: clerk, customerId: elsewhere, content: 'سه' })).body.id
    const hidden = (await upload(site, { as: sibling, customerId, content: 'چهار' })).body.id
    const replies = [
      await logByDoor(site, clerk, customerId, { documentIds: [foreign] }),
      await logByDoor(site, clerk, customerId, { documentIds: [hidden] }),
      await logByDoor(site, clerk, customerId, { documentIds: [nowhere] }),
    ]
    for (const reply of replies)
      expect(reply).toMatchObject({ status: 422, body: { problems: [{ field: 'documentIds.0', code: 'unknown-document' }] } })
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1)
  })

  test('too delicate for a reader is not named to that reader', async () => {
    const secret = (await upload(site, { as: clerk, customerId, content: 'پنج', query: { accessClass: 'financial' } })).body.id
    const { id } = (await logByDoor(site, clerk, customerId, { documentIds: [secret] })).body
    expect((await site.call(show, { as: newcomer, params: { customerId, interactionId: id } })).body.documentIds).toEqual([])
  })
})

test('a reader without the internal class sees that there was a call, and not what was said', async () => {
  const { id } = (await logByDoor(site, clerk, customerId, { subject: 'محرمانه', body: 'راز' })).body
  const shown = await site.call(show, { as: newcomer, params: { customerId, interactionId: id } })
  expect(shown.body).toMatchObject({ kind: 'call', subject: '', body: '', withheld: ['subject', 'body'] })
  expect((await site.call(list, { as: newcomer, query: { customerId } })).text).not.toContain('راز')
})

describe('for a colleague of the unit next door', () => {
  test('interactions of this unit change nothing: not in lists, not by address', async () => {
    const own = (await logByDoor(site, sibling, customerId, { subject: 'از جنوب' })).body
    const before = await site.call(list, { as: sibling })
    const { id } = (await logByDoor(site, clerk, customerId)).body
    expect((await site.call(list, { as: sibling })).text).toBe(before.text)
    expect(before.body.rows.map((row) => row.id)).toContain(own.id)
    expect((await site.call(list, { as: sibling, query: { personId: clerk.id } })).body.rows).toEqual([])
    const hidden = await site.call(show, { as: sibling, params: { customerId, interactionId: id } })
    const missing = await site.call(show, { as: sibling, params: { customerId, interactionId: nowhere } })
    expect(hidden.status).toBe(404)
    expect(hidden.text).toBe(missing.text)
    expect((await site.call(list, { as: teammate })).body.rows.map((row) => row.personId)).toEqual([teammate.id])
  })

  test('lines of this unit are not on the timeline', async () => {
    const file = await newFile('دوخطی')
    const long = `آغاز ${'بلند '.repeat(100)}`
    await logByDoor(site, clerk, file, { kind: 'message', direction: 'out', channel: 'sms', minutes: null, subject: 'پیام', body: long })
    await logByDoor(site, sibling, file, { kind: 'note', body: 'از جنوب' })
    await site.settle()
    const linesFor = async (as: TestPerson) =>
      (await site.call(contract.customers.timeline, { as, params: { customerId: file }, query: { kinds: 'call,visit,message,note' } })).body
        .rows
    const lines = await linesFor(clerk)
    expect(lines).toMatchObject([
      {
        kind: 'message',
        personId: clerk.id,
        unitId: north,
        subjectType: 'interaction',
        facts: { direction: 'out', channel: 'sms', minutes: null, answered: true, subject: 'پیام', excerpt: long.slice(0, 200) },
      },
    ])
    expect((await linesFor(sibling)).map((line) => line.kind)).toEqual(['note'])
    const file2 = await site.call(contract.customers.list, { as: clerk, query: { q: 'دوخطی' } })
    expect(file2.body.rows[0]?.lastContactAt).not.toBeNull()
  })
})

describe('the list', () => {
  test('is newest first by when it began, filtered, and paged by key without loss', async () => {
    const file = await newFile('پرتماس')
    const at = (minutesAgo: number) => new Date(site.clock.now.getTime() - minutesAgo * 60_000).toISOString()
    // Several began at the same moment: the id decides between them.
    for (const ago of [5, 1, 3, 3, 3]) await logByDoor(site, clerk, file, { startedAt: at(ago) })
    await logByDoor(site, clerk, file, { kind: 'note', body: 'یادداشت', startedAt: at(2) })
    const whole = (await site.call(list, { as: clerk, query: { customerId: file } })).body.rows
    expect(whole.map((row) => row.startedAt)).toEqual([1, 2, 3, 3, 3, 5].map(at))
    const within = await site.call(list, { as: clerk, query: { customerId: file, from: at(3), to: at(1) } })
    expect(within.body.rows.map((row) => row.startedAt)).toEqual([2, 3, 3, 3].map(at))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = (await site.call(list, { as: clerk, query: { customerId: file, limit: 2, ...(after !== undefined && { after }) } })).body
      seen.push(...page.rows.map((row) => row.id))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(whole.map((row) => row.id))
    expect((await site.call(list, { as: clerk, query: { customerId: file, kind: 'note' } })).body.rows).toHaveLength(1)
    expect((await site.call(list, { as: clerk, query: { customerId: file, direction: 'out' } })).body.rows).toHaveLength(0)
    expect((await site.call(list, { as: clerk, query: { after: 'bm90LWEta2V5' } })).status).toBe(422)
  })
})

test('many interactions of an import are stored at once, twice is the same as once, and readers see their own', async () => {
  const file = await newFile('درون‌ریخته')
  const at = new Date('2020-01-01T08:00:00Z')
  const many = Array.from({ length: 1500 }, (_, i) => ({
    id: `01700000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    customerId: file,
    kind: 'call' as const,
    direction: 'in' as const,
    channel: 'phone' as const,
    personId: clerk.id,
    unitId: north,
    startedAt: at,
    minutes: 1,
    answered: true,
    subject: `تماس ${i}`,
    body: '',
    source: 'import' as const,
    recordedAt: at,
    recordedBy: null,
  }))
  for (let i = 0; i < 2; i += 1) await site.app.runAsSystem((context) => insertInteractions(context, many))
  const found = await site.app.runAsSystem((context) =>
    interactionsByIds(
      context,
      file,
      many.slice(0, 3).map((one) => one.id),
    ),
  )
  expect(found).toHaveLength(3)
  const count = await site.owner.query('select count(*)::int as n from interactions.interaction where customer_id = $1', [file])
  expect(count.rows[0]).toEqual({ n: 1500 })
  expect((await site.call(list, { as: sibling, query: { customerId: file } })).body.rows).toEqual([])
})
