import { contract } from '@parvandeh/contract'
import type { EventInput, EventName, TimelineLine } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { timeline, show, list, change } = contract.customers
const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'interactions.read': 'all',
  'service.read': 'all',
  'documents.read': 'all',
} as const

let site: TestApp
let clerk: TestPerson
let units: { here: string; there: string }
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('هما زمان‌دار', { grants })
  units = { here: await site.addUnit('این‌جا'), there: await site.addUnit('آن‌جا') }
})
afterAll(() => site.close())

const newFile = async (unitId: string | null = null) =>
  (await newCustomer(site, clerk, personFile({ lastName: 'خط زمان', unitId }))).customerId

const line = (customerId: string, given: Partial<TimelineLine> = {}): TimelineLine => ({
  lineId: newId(),
  customerId,
  at: '2026-02-01T08:00:00Z',
  kind: 'call',
  personId: null,
  permission: 'interactions.read',
  unitId: null,
  ownerId: null,
  accessClass: 'internal',
  subjectType: 'interaction',
  subjectId: newId(),
  facts: { minutes: 4 },
  ...given,
})

const publish = async <N extends EventName>(name: N, payload: EventInput<N>) => {
  await site.app.runAsSystem((context) => context.publish(name, payload))
}
const logged = (customerId: string, timelineLines: TimelineLine[]) =>
  publish('interactions.logged', {
    customerId,
    id: timelineLines[0]?.subjectId ?? newId(),
    version: 1,
    unitId: null,
    ownerId: null,
    kind: 'call',
    startedAt: '2026-02-01T08:00:00Z',
    timeline: timelineLines,
  })
const requestChanged = (customerId: string, id: string, version: number, unitId: string, timelineLines: TimelineLine[]) =>
  publish('service.request-changed', { customerId, id, version, unitId, ownerId: null, number: '1', change: 'x', timeline: timelineLines })

const linesOf = async (customerId: string, as = clerk, query = {}) =>
  (await site.call(timeline, { as, params: { customerId }, query })).body.rows
const told = async (customerId: string, as = clerk) =>
  (await linesOf(customerId, as)).filter(({ subjectType }) => subjectType !== 'customer').map(({ facts }) => facts.n)

test("a line that is told twice is written once, and the file's last contact is that of its latest call, visit or message", async () => {
  const customerId = await newFile()
  const [call, note, early] = [
    line(customerId),
    line(customerId, { kind: 'note', at: '2026-03-01T08:00:00Z' }),
    line(customerId, { kind: 'visit', at: '2025-03-01T08:00:00Z' }),
  ]
  await logged(customerId, [call])
  await logged(customerId, [call, note])
  await logged(customerId, [early])
  await site.settle()
  expect((await linesOf(customerId)).map(({ kind }) => kind).slice(1)).toEqual(['note', 'call', 'visit'])
  const row = (await site.call(list, { as: clerk, query: { sort: '-contact', limit: 1 } })).body.rows[0]
  expect(row).toMatchObject({ customerId, lastContactAt: '2026-02-01T08:00:00.000Z' })
})

test('lines are paged newest first, also where many share an instant and while others are added', async () => {
  const customerId = await newFile()
  const lines = Array.from({ length: 25 }, (_, n) => line(customerId, { at: `2026-01-${n < 12 ? '01' : '02'}T08:00:00Z`, facts: { n } }))
  await publish('service.history-loaded', { timeline: lines })
  await site.settle()
  const seen: unknown[] = []
  let after: string | undefined
  do {
    const { body } = await site.call(timeline, { as: clerk, params: { customerId }, query: { limit: 7, after, kinds: 'call, visit' } })
    seen.push(...body.rows.map(({ facts }) => facts.n))
    after = body.next
    await publish('service.history-loaded', { timeline: [line(customerId, { at: '2026-01-03T08:00:00Z', facts: { n: 'new' } })] })
    await site.settle()
  } while (after !== undefined)
  const newestFirst = lines.toSorted((a, b) => (a.at + a.lineId < b.at + b.lineId ? 1 : -1))
  expect(seen).toEqual(newestFirst.map(({ facts }) => facts.n))
})

test('only the kinds asked for are shown, and keys and kinds made up by others find nothing or are refused', async () => {
  const customerId = await newFile()
  await logged(customerId, [line(customerId), line(customerId, { kind: 'note' })])
  await site.settle()
  expect((await linesOf(customerId, clerk, { kinds: 'note' })).map(({ kind }) => kind)).toEqual(['note'])
  expect(await linesOf(customerId, clerk, { kinds: "x','y" })).toEqual([])
  for (const after of [
    'abc',
    Buffer.from('["2026-01-01T00:00:00Z"]').toString('base64url'),
    Buffer.from('["now","x"]').toString('base64url'),
  ]) {
    expect((await site.call(timeline, { as: clerk, params: { customerId }, query: { after } })).status).toBe(422)
  }
})

test('each line has its own permission, unit, owner and class: the rest of the file is seen, that line is not', async () => {
  const customerId = await newFile(units.here)
  const reader = await site.addPerson('خوانندهٔ محدود', {
    unitId: units.here,
    grants: { 'customers.read': 'team', 'interactions.read': 'own', 'service.read': 'team' },
    fieldClasses: ['public', 'internal'],
  })
  await logged(customerId, [
    line(customerId, { facts: { n: 'own call' }, ownerId: reader.id }),
    line(customerId, { facts: { n: 'call of the unit' }, unitId: units.here }),
    line(customerId, { facts: { n: 'request of the unit' }, permission: 'service.read', unitId: units.here }),
    line(customerId, { facts: { n: 'request elsewhere' }, permission: 'service.read', unitId: units.there }),
    line(customerId, { facts: { n: 'document' }, permission: 'documents.read', unitId: units.here }),
    line(customerId, { facts: { n: 'sensitive' }, permission: 'service.read', unitId: units.here, accessClass: 'sensitive' }),
  ])
  await site.settle()
  expect((await told(customerId, reader)).toSorted()).toEqual(['own call', 'request of the unit'])
  expect(await told(customerId)).toHaveLength(6)
})

test('a request that moves takes its lines along, whatever order its events arrive in', async () => {
  const customerId = await newFile()
  const watcher = (unitId: string, name: string) =>
    site.addPerson(name, { unitId, grants: { 'customers.read': 'all', 'service.read': 'team' } })
  const [here, there] = [await watcher(units.here, 'این‌جایی'), await watcher(units.there, 'آن‌جایی')]
  const subjectId = newId()
  const of = (n: number, unitId: string) =>
    line(customerId, { kind: 'request.taken', permission: 'service.read', subjectType: 'request', subjectId, unitId, facts: { n } })
  await requestChanged(customerId, subjectId, 1, units.here, [of(1, units.here)])
  await site.settle()
  expect([await told(customerId, here), await told(customerId, there)]).toEqual([[1], []])
  await requestChanged(customerId, subjectId, 3, units.there, [])
  await site.settle()
  expect([await told(customerId, here), await told(customerId, there)]).toEqual([[], [1]])
  await requestChanged(customerId, subjectId, 2, units.here, [of(2, units.here)])
  await site.settle()
  expect([await told(customerId, here), (await told(customerId, there)).length]).toEqual([[], 2])
})

test('a file that moves before its first line is written has that line in its new unit', async () => {
  const customerId = await newFile(units.here)
  await site.call(change, {
    as: clerk,
    params: { customerId },
    body: { ...personFile({ lastName: 'خط زمان', unitId: units.there }), version: 1 },
  })
  await site.settle()
  const rows = await site.owner.query('select kind, unit_id from customers.timeline_entry where customer_id = $1', [customerId])
  expect(rows.rows).toEqual([1, 2].map(() => expect.objectContaining({ unit_id: units.there })))
})

test("the customer's own lines go with the file when it changes unit, in the same transaction", async () => {
  const customerId = await newFile(units.here)
  await site.settle()
  const mover = await site.addPerson('جابه‌جاکننده', { grants })
  await site.call(change, {
    as: mover,
    params: { customerId },
    body: { ...personFile({ lastName: 'خط زمان', unitId: units.there }), version: 1 },
  })
  const rows = await site.owner.query('select distinct unit_id from customers.timeline_entry where customer_id = $1', [customerId])
  expect(rows.rows).toEqual([{ unit_id: units.there }])
  await site.settle()
  const after = await site.owner.query('select distinct unit_id from customers.timeline_entry where customer_id = $1', [customerId])
  expect(after.rows).toEqual([{ unit_id: units.there }])
})

test("a single event tells that the file's timeline grew; a loaded history does not, and an event of a file that is gone harms nothing", async () => {
  const customerId = await newFile(units.here)
  await site.settle()
  const grown = async () =>
    (
      await site.owner.query(
        `select count(*)::int as n from platform.outbox_event where name = 'customers.timeline-grown' and payload->>'customerId' = $1`,
        [customerId],
      )
    ).rows[0].n as number
  const before = await grown()
  await logged(customerId, [line(customerId)])
  await publish('service.history-loaded', { timeline: Array.from({ length: 2500 }, () => line(customerId)) })
  const gone = newId()
  await logged(gone, [line(gone)])
  await site.settle()
  expect(await grown()).toBe(before + 1)
  expect(
    (await site.owner.query('select count(*)::int as n from customers.timeline_entry where customer_id = $1', [customerId])).rows[0].n,
  ).toBe(2502)
  expect((await site.call(show, { as: clerk, params: { customerId } })).body.version).toBe(1)
})
