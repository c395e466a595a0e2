import { contract, permissionKeys, permissions, scopes } from '@parvandeh/contract'
import type { AccessClass, CallOf, Permission, Route, Scope } from '@parvandeh/contract'
import type { LiveMessage } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from './testing/customers-builders.ts'
import { upload } from './testing/documents-builders.ts'
import { logByDoor } from './testing/interactions-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { newRelation, newTag } from './testing/people-builders.ts'
import { invoiceOf, newEntry } from './testing/sales-builders.ts'
import { newRequest } from './testing/service-builders.ts'

/** Where a file lies, seen from somebody of a unit: theirs, of their unit, of one below it, of another. */
const places = ['own', 'team', 'below', 'strange'] as const
type Place = (typeof places)[number]

/** Which of them each scope reaches. */
const reached: Record<Scope, readonly Place[]> = {
  own: ['own'],
  team: ['own', 'team'],
  unit: ['own', 'team', 'below'],
  all: places,
}

/** Words that stand nowhere else, by where the file lies and by the class of what they stand in. */
const marks: Record<Place, Record<AccessClass, string>> = {
  own: { public: 'نخستینه', internal: 'کوی‌یکم', sensitive: 'نشان‌یکم', financial: '411111111111' },
  team: { public: 'دومینه', internal: 'کوی‌دوم', sensitive: 'نشان‌دوم', financial: '422222222222' },
  below: { public: 'سومینه', internal: 'کوی‌سوم', sensitive: 'نشان‌سوم', financial: '433333333333' },
  strange: { public: 'چهارمینه', internal: 'کوی‌چهارم', sensitive: 'نشان‌چهارم', financial: '444444444444' },
}
const everyWord = places.flatMap((place) => Object.values(marks[place]))

const grantsOver = (scope: Scope) =>
  Object.fromEntries(permissionKeys.map((key) => [key, permissions[key].scoped ? scope : 'all'])) as Partial<Record<Permission, Scope>>

let site: TestApp
let filler: TestPerson
let address: string
const customers = new Map<Place, string>()
const readers = new Map<Scope, TestPerson>()
const byClass = new Map<AccessClass, TestPerson>()
beforeAll(async () => {
  site = await openTestApp()
  address = await site.app.http.listen({ port: 0, host: '127.0.0.1' })
  const unit = await site.addUnit('پشتیبانی')
  const [below, other] = [await site.addUnit('پذیرش', unit), await site.addUnit('انبار')]
  filler = await site.addPerson('پُرکننده', { unitId: other, grants: grantsOver('all') })
  for (const scope of scopes) readers.set(scope, await site.addPerson(`خواننده ${scope}`, { unitId: unit, grants: grantsOver(scope) }))
  for (const one of ['public', 'internal', 'sensitive', 'financial'] as const)
    byClass.set(one, await site.addPerson(`ردهٔ ${one}`, { unitId: unit, grants: grantsOver('all'), fieldClasses: ['public', one] }))
  const unitOf: Record<Place, string> = { own: below, team: unit, below, strange: other }
  for (const place of places) {
    // What is theirs is theirs in whatever unit; each scope has an owner of its own, and so a file of its own.
    const owners = place === 'own' ? [...readers.values()] : [filler]
    for (const owner of owners) customers.set(place, await fill(place, place === 'own' ? other : unitOf[place], owner))
  }
  // From each that is theirs a line of the graph leads to every other place.
  for (const reader of readers.values())
    for (const place of ['team', 'below', 'strange'] as const)
      await newRelation(site, filler, ownOf.get(reader.id)!, customers.get(place)!, 'partner')
  await site.settle()
}, 120_000)
afterAll(() => site.close())

/** The file that each person owns. */
const ownOf = new Map<string, string>()
const fileIn = (place: Place, reader: TestPerson): string => (place === 'own' ? ownOf.get(reader.id) : customers.get(place))!

/** A live stream, and which of some files it told of. */
async function listen(as: TestPerson) {
  const abort = new AbortController()
  const reply = await fetch(`${address}${contract.system.live.path}`, {
    headers: { authorization: as.authorization },
    signal: abort.signal,
  })
  expect(reply.status).toBe(200)
  const heard = new Set<string | null>()
  void (async () => {
    for await (const chunk of reply.body ?? [])
      for (const line of Buffer.from(chunk).toString().split('\n'))
        if (line.startsWith('data: ')) heard.add((JSON.parse(line.slice(6)) as LiveMessage).customerId)
  })().catch(() => undefined)
  return { heardOf: (ids: readonly string[]) => new Set(ids.filter((id) => heard.has(id))), leave: () => abort.abort() }
}

/** A file with all that a file can hold, each thing with its word. */
async function fill(place: Place, unitId: string, owner: TestPerson): Promise<string> {
  const word = marks[place]
  const { customerId } = await newCustomer(
    site,
    filler,
    personFile({
      firstName: 'هما',
      lastName: word.public,
      district: word.internal,
      features: word.sensitive,
      economicCode: word.financial,
      unitId,
      ownerId: owner.id,
      accessPoints: [accessPoint('mobile', '09121112233')],
    }),
  )
  ownOf.set(owner.id, customerId)
  const held = { unitId, holderId: owner === filler ? null : owner.id }
  await newRequest(site, filler, customerId, { subject: word.public, ...held })
  if (place !== 'own') await logByDoor(site, filler, customerId, { subject: word.public })
  await upload(site, { as: filler, customerId, name: `${word.public}.txt`, content: word.public })
  const tag = await newTag(site, filler, 'شکیبا', 'temperament')
  await site.call(contract.behaviour.tag, { as: filler, params: { customerId }, body: { tagId: tag.id, note: word.sensitive } })
  await newEntry(site, filler, customerId, invoiceOf(1_000_000, { description: `سند ${word.financial}` }))
  return customerId
}

type Query = NonNullable<CallOf<Route>['query']>
const routes = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, route]): [string, Route] => [`${noun}.${verb}`, route]),
)
const isScoped = ({ permission }: Route): boolean => permission !== 'public' && permission !== 'signed-in' && permissions[permission].scoped
const paramsOf = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name)

/** Doors that must be asked something, or are asked more than nothing. A new one that needs a question and is not here fails. */
const asked: Record<string, Query[]> = {
  'customers.search': [
    { q: 'هما' },
    ...places.map((place) => ({ q: marks[place].public })),
    ...places.map((place) => ({ q: marks[place].financial })),
  ],
  'customers.byCaller': [{ number: '09121112233' }],
  'customers.near': [{ q: 'حوما' }, ...places.map((place) => ({ q: marks[place].public }))],
  'documents.search': [{ q: 'txt' }, ...places.map((place) => ({ q: marks[place].public }))],
  'fieldCosts.list': [{ from: '2020-01-01', to: '2040-01-01' }],
  'customers.list': [{}, { q: 'هما' }, { sort: 'name' }],
  'interactions.list': [{}, { kind: 'call' }],
  'kpi.list': [{}],
}
/** A copy for the customer is of everything, for those who may read all of it. */
const wholeByDesign = new Set(['copies.download'])
const lists = routes.filter(([, route]) => route.method === 'GET' && isScoped(route) && paramsOf(route).length === 0)
const ofFile = routes.filter(
  ([name, route]) => route.method === 'GET' && isScoped(route) && paramsOf(route).join() === 'customerId' && !wholeByDesign.has(name),
)

const read = async (route: Route, as: TestPerson, given: CallOf<Route> = {}) => site.call(route, { ...given, as, language: 'fa' })
const wordsIn = (text: string): string[] => everyWord.filter((word) => text.includes(word))

describe.each(scopes)('with the scope %s', (scope) => {
  const own = new Set(reached[scope])
  const allowed = places.filter((place) => own.has(place)).flatMap((place) => Object.values(marks[place]))

  test.each(lists)('%s tells of nothing out of it', async (name, route) => {
    for (const query of asked[name] ?? [{}]) {
      const reply = await read(route, readers.get(scope)!, { query })
      expect(reply.status, `${name}, perhaps it must be asked something: ${reply.text.slice(0, 300)}`).toBe(200)
      // A word that was asked for comes back in the question alone.
      const said = Object.values(query).map(String)
      expect(wordsIn(reply.text).filter((word) => !allowed.includes(word) && !said.includes(word))).toEqual([])
    }
  })

  test.each(ofFile)('%s opens for files in it, and for others is as if they were not there', async (name, route) => {
    const reader = readers.get(scope)!
    const [query = {}] = asked[name] ?? []
    const missing = await read(route, reader, { params: { customerId: '01890000-0000-7000-8000-000000000000' }, query })
    for (const place of places) {
      const reply = await read(route, reader, { params: { customerId: fileIn(place, reader) }, query })
      if (!own.has(place)) expect([reply.status, reply.text], `${name} ${place}`).toEqual([missing.status, missing.text])
      else {
        expect(reply.status, `${name} ${place}: ${reply.text.slice(0, 300)}`).toBe(200)
        expect(
          wordsIn(reply.text).filter((word) => !allowed.includes(word)),
          `${name} ${place}`,
        ).toEqual([])
      }
    }
  })

  test('the graph leads to files in it, and no further', async () => {
    const reader = readers.get(scope)!
    const graph = await read(contract.relations.graph, reader, { params: { customerId: fileIn('own', reader) } })
    for (const place of ['team', 'below', 'strange'] as const) expect(graph.text.includes(marks[place].public), place).toBe(own.has(place))
  })

  test('live updates tell of files in it, and of no other', async () => {
    const reader = readers.get(scope)!
    const [theirs, whole] = [await listen(reader), await listen(readers.get('all')!)]
    const files = places.map((place) => [place, fileIn(place, reader)] as const)
    for (const [, customerId] of files) {
      const { version } = (await site.call(contract.customers.show, { as: filler, params: { customerId } })).body
      const body = { version, gender: version % 2 === 0 ? 'male' : 'female' } as const
      expect((await site.call(contract.customers.patch, { as: filler, params: { customerId }, body })).status).toBe(200)
      await upload(site, { as: filler, customerId, content: `${scope} ${customerId}` })
    }
    await site.settle()
    const every = files.map(([, customerId]) => customerId)
    await expect.poll(() => whole.heardOf(every)).toEqual(new Set(every))
    const within = files.filter(([place]) => own.has(place)).map(([, customerId]) => customerId)
    await expect.poll(() => theirs.heardOf(every)).toEqual(new Set(within))
    for (const stream of [theirs, whole]) stream.leave()
  })

  test('what is within it is told', async () => {
    const listed = await read(contract.customers.list, readers.get(scope)!)
    for (const place of reached[scope]) expect(listed.text, place).toContain(marks[place].public)
  })
})

/** Classes whose words somebody who reads only this one must never meet. */
const withheldFrom: Record<AccessClass, readonly AccessClass[]> = {
  public: ['internal', 'sensitive', 'financial'],
  internal: ['sensitive', 'financial'],
  sensitive: ['internal', 'financial'],
  financial: ['internal', 'sensitive'],
}

describe.each(Object.keys(withheldFrom) as AccessClass[])('reading the class %s beside what is public', (one) => {
  const hidden = places.flatMap((place) => withheldFrom[one].map((other) => marks[place][other]))

  test.each(lists)('%s tells no value of another', async (name, route) => {
    for (const query of asked[name] ?? [{}]) {
      const reply = await read(route, byClass.get(one)!, { query })
      const said = Object.values(query).map(String)
      expect(wordsIn(reply.text).filter((word) => hidden.includes(word) && !said.includes(word))).toEqual([])
    }
  })

  test.each(ofFile)('%s tells no value of another', async (name, route) => {
    const [query = {}] = asked[name] ?? []
    for (const customerId of customers.values()) {
      const reply = await read(route, byClass.get(one)!, { params: { customerId }, query })
      expect([200, 403], `${name}: ${reply.text.slice(0, 300)}`).toContain(reply.status)
      expect(wordsIn(reply.text).filter((word) => hidden.includes(word))).toEqual([])
    }
  })
})

describe('reading what is delicate is put on record', () => {
  const doors: [string, () => Promise<unknown>][] = [
    ['field.read', () => read(contract.customers.show, byClass.get('sensitive')!, { params: { customerId: customers.get('team')! } })],
    ['field.read', () => read(contract.customers.search, byClass.get('financial')!, { query: { q: marks.team.financial } })],
    ['field.read', () => read(contract.behaviour.show, byClass.get('sensitive')!, { params: { customerId: customers.get('team')! } })],
    ['field.read', () => read(contract.ledger.account, byClass.get('financial')!, { params: { customerId: customers.get('team')! } })],
    ['customers.exported', () => read(contract.customers.export, byClass.get('sensitive')!)],
    ['customer.copied', () => read(contract.copies.download, readers.get('all')!, { params: { customerId: customers.get('team')! } })],
  ]
  test.each(doors)('%s, door %#', async (action, open) => {
    const count = async () =>
      (await site.owner.query('select count(*)::int as n from identity.audit_entry where action = $1', [action])).rows[0].n as number
    const before = await count()
    await open()
    expect(await count()).toBe(before + 1)
  })
})
