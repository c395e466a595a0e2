import { contract, failures, indicatorKeys, permissionKeys, permissions } from '@parvandeh/contract'
import type { CallOf, Permission, Route, Scope } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from './platform/ids.ts'
import { newCustomer, personFile } from './testing/customers-builders.ts'
import { upload } from './testing/documents-builders.ts'
import { logByDoor } from './testing/interactions-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { chequeOf, invoiceOf, newEntry } from './testing/sales-builders.ts'
import { newRelation, sheba } from './testing/people-builders.ts'
import { newRequest, requestBody } from './testing/service-builders.ts'

type Nouns = typeof contract
type RouteName = { [N in keyof Nouns & string]: `${N}.${keyof Nouns[N] & string}` }[keyof Nouns & string]

const routes = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, route]): [RouteName, Route] => [`${noun}.${verb}` as RouteName, route]),
)
const withRecord = routes.filter(([, { path }]) => path.includes(':'))
const everything = (scope: Scope) =>
  Object.fromEntries(permissionKeys.map((key) => [key, permissions[key].scoped ? scope : 'all'])) as Partial<Record<Permission, Scope>>
const guarded = (permission: Route['permission']): permission is Permission => permission !== 'public' && permission !== 'signed-in'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

/** Calls a route whose input need not be right: rights are asked for first. */
const knock = (route: Route, as?: TestPerson) =>
  site.call(route, { as, params: Object.fromEntries([...route.path.matchAll(/:(\w+)/gu)].map(([, name]) => [name, newId()])) })

describe('the server', () => {
  test.each(routes)('serves %s', (_name, { method, path }) => {
    expect(site.app.http.hasRoute({ method, url: path })).toBe(true)
  })

  test('serves nothing that is not in the contract', () => {
    const served = servedRoutes(site.app.http.printRoutes({ commonPrefix: false }))
    expect(served).toEqual(routes.map(([, { method, path }]) => `${method} ${path}`).toSorted())
  })
})

/** Fastify prints its routes as a tree: a piece of the path on each line, deeper by four columns, with methods at the end. */
function servedRoutes(tree: string): string[] {
  const path: string[] = []
  return tree
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', piece = '', methods] = /^([│├└─\s]*)(\S.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? []
      if (piece === '') return []
      path.splice(indent.length / 4 - 1, Infinity, piece)
      return (methods ?? '')
        .split(', ')
        .filter((method) => method !== '')
        .map((method) => `${method} ${path.join('')}`)
    })
    .toSorted()
}

describe('without signing in', () => {
  test.each(routes.filter(([, { permission }]) => permission !== 'public'))('%s is refused', async (_name, route) => {
    const reply = await knock(route)
    expect(reply).toMatchObject({ status: 401, body: { code: 'not-signed-in', title: failures['not-signed-in'].fa } })
  })
})

describe('with every permission but the one it needs', () => {
  const people = new Map<Permission, TestPerson>()
  beforeAll(async () => {
    for (const permission of permissionKeys) {
      const { [permission]: _, ...grants } = everything('all')
      people.set(permission, await site.addPerson(`بی‌بهره از ${permission}`, { grants }))
    }
  })

  test.each(routes.filter(([, { permission }]) => guarded(permission)))('%s is refused', async (_name, route) => {
    const reply = await knock(route, people.get(route.permission as Permission))
    expect(reply).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
  })
})

/** Valid input for each verb upon a record, so that nothing but the record can be what is refused. */
interface Visit {
  body?: unknown
  /** The records that are there and out of sight; null where the permission is not limited to rows, so that only a missing one can be asked for. */
  hidden: Params | null
  /** Sends the request where it is not JSON. */
  send?: (as: TestPerson, params: Params) => Promise<{ status: number; text: string; headers: Record<string, unknown> }>
}
type Params = Record<string, string>

interface Records {
  tagId: string
  noteId: string
  relationId: string
  accountId: string
}

interface World {
  units: { own: string; other: string }
  sara: TestPerson
  nasrin: TestPerson
  /** A file of a sibling unit with all that a file can hold. */
  strange: { customerId: string; requestId: string; interactionId: string; documentId: string; number: string; entryId: string }
  /** A file in sight, in which the sibling unit keeps the same. */
  shared: World['strange']
  /** What the strange file has beside its fields. */
  records: Records
  /** What Nasrin keeps of a list for herself. */
  otherView: string
  /** What Nasrin changed in many rows at once. */
  otherBulk: string
  /** A file of the sibling unit that was removed. */
  removed: string
  /** A segment that Nasrin keeps for herself. */
  otherSegment: string
}

/** Two sibling units. Sara reaches the rows of hers; Nasrin, who reaches all, fills those of the other. */
async function openWorld(): Promise<World> {
  const units = { own: await site.addUnit('پذیرش'), other: await site.addUnit('تعمیرگاه') }
  const sara = await site.addPerson('سارا رستگارفر', { unitId: units.own, grants: everything('team') })
  const nasrin = await site.addPerson('نسرین همه‌بین', { unitId: units.other, grants: everything('all') })
  const shared = await newCustomer(site, nasrin, personFile({ firstName: 'هما', lastName: 'کوهستانی', unitId: units.own }))
  await newRequest(site, nasrin, shared.customerId, { unitId: units.own })
  // When a customer was last spoken with is a fact of the file, whoever spoke; the sibling unit speaks before this.
  await logByDoor(site, sara, shared.customerId)
  await site.settle()
  const none = { requestId: '', interactionId: '', documentId: '', number: '', entryId: newId() }
  return {
    sara,
    nasrin,
    units,
    shared: { customerId: shared.customerId, ...none },
    strange: { customerId: '', ...none },
    records: { tagId: '', noteId: '', relationId: '', accountId: '' },
    otherView: '',
    otherBulk: newId(),
    removed: '',
    otherSegment: '',
  }
}

/** What the sibling unit does: nothing of it may reach Sara. */
async function fillOtherUnit(world: World): Promise<void> {
  const { nasrin, units } = world
  const stranger = await newCustomer(
    site,
    nasrin,
    personFile({ firstName: 'هما', lastName: 'دوردستی', unitId: units.other, ownerId: nasrin.id }),
  )
  world.strange = await fillFile(world, stranger.customerId)
  // Accounts have the rights of their file: of what is in sight the accounts are too.
  world.strange.entryId = (await newEntry(site, nasrin, stranger.customerId, invoiceOf(12_000_000))).entry.id
  await newEntry(site, nasrin, stranger.customerId, chequeOf(5_000_000))
  world.records = await keepBeside(world, stranger.customerId, world.shared.customerId)
  world.shared = await fillFile(world, world.shared.customerId)
  const gone = await newCustomer(site, nasrin, personFile({ lastName: 'رفته', unitId: units.other, ownerId: nasrin.id }))
  world.removed = gone.customerId
  const removal = { version: 1, reason: note, despiteOpenWork: false }
  await site.call(contract.removals.remove, { as: nasrin, params: { customerId: gone.customerId }, body: removal })
  const view = { list: 'customers' as const, name: 'نمای خودم', audience: 'private' as const, search: {}, columns: [], group: null }
  const many = { id: world.otherBulk, which: { ids: [world.strange.customerId] }, change: { district: 'ونک' } }
  await site.call(contract.customerBulk.apply, { as: nasrin, body: many })
  world.otherView = (await site.call(contract.views.create, { as: nasrin, body: view })).body.id
  const segment = { name: 'گروه خودم', description: '', audience: 'private' as const, condition: null, members: { filters: {} } }
  world.otherSegment = (await site.call(contract.segments.create, { as: nasrin, body: segment })).body.id
  await site.settle()
}

/** What the strange file has beside its fields; it is related to the file that is in sight, whose relation that is then as well. */
async function keepBeside({ nasrin }: World, customerId: string, sharedId: string): Promise<Records> {
  const on = { as: nasrin, params: { customerId } }
  // One that the product brought: the vocabulary is everybody's, and a new word in it is heard by all.
  const [tag] = (await site.call(contract.tags.list, { as: nasrin })).body.tags
  const tagId = tag?.id ?? ''
  await site.call(contract.behaviour.tag, { ...on, body: { tagId } })
  const noted = await site.call(contract.behaviour.addNote, { ...on, body: { text: note } })
  const relation = await newRelation(site, nasrin, customerId, sharedId, 'relative')
  const banked = await site.call(contract.business.addAccount, { ...on, body: { ...account, kind: 'sheba', value: sheba } })
  return {
    tagId,
    noteId: noted.body.notes[0]?.id ?? '',
    relationId: relation.id,
    accountId: banked.body.accounts[0]?.id ?? '',
  }
}

async function fillFile({ nasrin, units }: World, customerId: string): Promise<World['strange']> {
  const request = await newRequest(site, nasrin, customerId, { unitId: units.other })
  const interaction = await logByDoor(site, nasrin, customerId, { startedAt: '2026-01-05T08:00:00Z' })
  const document = await upload(site, { as: nasrin, customerId, content: 'سندی از واحد دیگر' })
  expect([interaction.status, document.status]).toEqual([200, 200])
  return {
    customerId,
    requestId: request.id,
    number: request.number,
    interactionId: interaction.body.id,
    documentId: document.body.id,
    entryId: newId(),
  }
}

const note = 'یادداشت'
const call = {
  kind: 'call',
  direction: 'in',
  channel: 'phone',
  personId: null,
  startedAt: '2026-01-05T08:00:00Z',
  minutes: 3,
  subject: '',
  body: '',
}

/** How each route that names a record is visited. A route that is not here fails the first test below. */
function visitsIn(
  { strange, records, sara, otherView, otherBulk, otherSegment, removed }: World,
  otherToken: string,
): Partial<Record<RouteName, Visit>> {
  const { customerId, requestId, interactionId, documentId, number, entryId } = strange
  const [file, request, document] = [{ customerId }, { customerId, requestId }, { customerId, documentId }]
  const entry = { customerId, entryId }
  const act = (body: unknown): Visit => ({ body, hidden: request })
  const unlimited = (body?: unknown): Visit => ({ body, hidden: null })
  const { test: _, reportedAt: _at, unitId: _unit, holderId: _holder, ...change } = requestBody()
  return {
    'customers.show': { hidden: file },
    'customers.change': { body: { ...personFile({ firstName: 'هما' }), version: 1 }, hidden: file },
    'customers.patch': { body: { district: note, version: 1 }, hidden: file },
    'customers.timeline': { hidden: file },
    ...peopleVisits({ ...strange, records }),
    'duplicates.show': { hidden: { customerId, otherId: removed } },
    'duplicates.decide': { body: { state: 'not-duplicates' }, hidden: { customerId, otherId: removed } },
    'duplicates.merge': { body: { otherId: removed, version: 1, otherVersion: 1, take: [] }, hidden: file },
    'duplicates.merges': { hidden: file },
    'duplicates.undoMerge': { hidden: { customerId, mergeId: removed } },
    'provenance.show': { hidden: file },
    'provenance.history': { hidden: { customerId, field: 'economicCode' } },
    'provenance.confirm': { body: { field: 'lastName' }, hidden: file },
    'provenance.doubt': { body: { field: 'lastName', note }, hidden: file },
    'provenance.restore': { body: { id: removed, version: 1 }, hidden: file },
    'consistency.settle': { body: { decision: 'dismiss', version: 1 }, hidden: { customerId, contradictionId: removed } },
    'consistency.trust': { hidden: file },
    'consistency.changeRule': unlimited({ active: true, version: 1 }),
    'consistency.removeRule': unlimited(),
    'testedRelations.judge': unlimited({ verdict: 'accepted', version: 1 }),
    'interactions.log': { body: call, hidden: file },
    'interactions.show': { hidden: { customerId, interactionId } },
    'documents.list': { hidden: file },
    'documents.add': { hidden: file, send: (as, params) => upload(site, { as, customerId: params['customerId'] ?? '', content: 'سند' }) },
    'documents.show': { hidden: document },
    'documents.content': { hidden: document },
    'requests.byNumber': { hidden: { number } },
    'requests.register': { body: requestBody(), hidden: file },
    'requests.change': act({ ...change, version: 1 }),
    'requests.patch': act({ priority: 'high', version: 1 }),
    'requests.undo': act({ version: 1 }),
    'requests.take': act({}),
    'requests.assign': act({ personId: sara.id, note }),
    'requests.refer': act({ unitId: sara.unitId, note }),
    'requests.answer': act({ body: note, channel: 'phone' }),
    'requests.wait': act({ on: 'customer', note }),
    'requests.resume': act({ note }),
    'requests.resolve': act({ outcome: 'solved', note }),
    'requests.reopen': act({ note }),
    'requests.close': act({ note }),
    'requests.merge': act({ intoNumber: number, note }),
    'requests.attach': act({ documentId }),
    'requests.logInteraction': act(call),
    'similarRequests.list': { hidden: request },
    'completeness.ofFile': { hidden: file },
    'completeness.answer': { body: { field: 'fatherName', value: 'x', seconds: 1 }, hidden: file },
    'completeness.putOff': { body: { field: 'fatherName', outcome: 'later', seconds: 1 }, hidden: file },
    'programmes.show': unlimited(),
    'programmes.change': unlimited({ ...programmeBody, closed: false, version: 1 }),
    'ledger.account': { hidden: file },
    'ledger.setLimit': { body: { creditLimit: 1000, version: 1 }, hidden: file },
    'ledger.list': { hidden: file },
    'ledger.export': { hidden: file },
    'ledger.add': { body: invoiceOf(1000), hidden: file },
    'ledger.show': { hidden: entry },
    'ledger.void': { body: { reason: note, version: 1 }, hidden: entry },
    'ledger.undo': { body: { version: 1 }, hidden: entry },
    'ledger.planInstalments': { body: { instalments: [], version: 1 }, hidden: entry },
    'cheques.move': { body: { state: 'deposited', day: '2026-01-05', version: 1 }, hidden: entry },
    'cheques.undo': { body: { version: 1 }, hidden: entry },
    'removals.weigh': { hidden: file },
    'removals.remove': { body: { version: 1, reason: note, despiteOpenWork: true }, hidden: file },
    'removals.restore': { hidden: { customerId: removed } },
    'erasures.ask': unlimited({ code: '1', basis: 'order', reference: note, atOnce: false }),
    'erasures.callOff': unlimited(),
    'erasures.show': unlimited(),
    'copies.download': { hidden: file },
    'bulk.show': { hidden: { bulkId: otherBulk } },
    'bulk.refusals': { hidden: { bulkId: otherBulk } },
    'bulk.stop': { hidden: { bulkId: otherBulk } },
    'bulk.goOn': { hidden: { bulkId: otherBulk } },
    'bulk.undo': { hidden: { bulkId: otherBulk } },
    'segments.show': { hidden: { segmentId: otherSegment } },
    'segments.change': { body: { name: note, version: 1 }, hidden: { segmentId: otherSegment } },
    'segments.remove': { hidden: { segmentId: otherSegment } },
    'segments.restore': { hidden: { segmentId: otherSegment } },
    'segments.size': { hidden: { segmentId: otherSegment } },
    'segments.history': { hidden: { segmentId: otherSegment } },
    'segments.add': { body: { which: { ids: [customerId] }, changeId: otherSegment }, hidden: { segmentId: otherSegment } },
    'segments.take': { body: { changeId: otherSegment }, hidden: { segmentId: otherSegment } },
    'views.change': { body: { name: note, version: 1 }, hidden: { viewId: otherView } },
    'views.remove': { hidden: { viewId: otherView } },
    'views.restore': { hidden: { viewId: otherView } },
    'views.setDefault': { body: { viewId: otherView }, hidden: { list: 'customers' } },
    'tokens.revoke': { hidden: { tokenId: otherToken } },
    'sessions.end': unlimited(),
    'people.access': unlimited(),
    'people.tryCustomer': unlimited(),
    'people.tryRequest': unlimited(),
    'people.sessions': unlimited(),
    'people.endSession': unlimited(),
    'people.endSessions': unlimited(),
    'people.resetSecondFactor': unlimited(),
    'people.show': unlimited(),
    'people.change': unlimited({ name: note, username: null, email: null, unitId: null, roleIds: [], active: true, version: 1 }),
    'people.setPassword': unlimited({ password: 'گذرواژه‌ای بلند ۱۲۳' }),
    'units.change': unlimited({ name: note, parentId: null, branchId: null, version: 1 }),
    'units.remove': unlimited(),
    'units.renameBranch': unlimited({ name: note }),
    'roles.change': unlimited({ name: note, grants: {}, fieldClasses: [], version: 1 }),
    'roles.remove': unlimited(),
    'customFields.change': unlimited({ ...ownField, version: 1 }),
    'customFields.use': unlimited(),
    'customFields.remove': unlimited(),
    'customFields.restore': unlimited(),
    'customFields.changeGroup': unlimited({ label: ownField.label, version: 1 }),
    'customFields.removeGroup': unlimited(),
    'customFields.applyStarterSet': unlimited(),
    'calendars.removeException': unlimited(),
    'calendars.removeLeave': unlimited(),
    'catalogue.changeProduct': unlimited({ name: note, code: null, active: true, version: 1 }),
    'catalogue.changeTopic': unlimited({ name: note, parentId: null, active: true, version: 1 }),
    'places.change': unlimited({ name: note, closed: false }),
    'places.merge': unlimited({ intoId: 2 }),
    'classification.change': unlimited({ ...scheme, version: 1 }),
    'classification.run': unlimited(),
    'classification.progress': unlimited(),
    'tags.change': unlimited({ name: note, nameEn: null, active: true, version: 1 }),
    'tags.merge': unlimited({ intoTagId: null, version: 1 }),
    'relationKinds.change': unlimited({ ...relationKind, version: 1 }),
    'kpi.show': unlimited(),
    'kpi.records': unlimited(),
    'kpi.exportRecords': unlimited(),
    'imports.show': unlimited(),
    'imports.preview': unlimited(),
    'imports.tryMapping': unlimited(importMapping),
    'imports.previewLedgers': unlimited(),
    'imports.tryLedgers': unlimited(ledgersMapping),
    'imports.startLedgers': unlimited({ mapping: ledgersMapping, saveAs: null, trial: false }),
    'imports.previewCustomers': unlimited(),
    'imports.tryCustomers': unlimited(customersMapping),
    'imports.startCustomers': unlimited({ mapping: customersMapping, saveAs: null, trial: false }),
    'imports.undoPreview': unlimited(),
    'imports.undo': unlimited(),
    'exports.show': unlimited(),
    'exports.content': unlimited(),
    'exports.discard': unlimited(),
    'imports.start': unlimited({ mapping: importMapping, saveAs: null }),
    'imports.pause': unlimited(),
    'imports.resume': unlimited(),
    'imports.discard': unlimited(),
    'imports.errors': unlimited(),
  }
}

const relationKind = { aFa: note, aEn: note, bFa: note, bEn: note, aKind: null, bKind: null, kinship: false, active: true }
const scheme = {
  name: note,
  nameEn: null,
  by: 'hand',
  accessClass: 'internal',
  active: true,
  protectedReason: null,
  classes: [{ id: null, name: note, nameEn: null, mark: 'star', active: true, condition: null }],
}
const unsaid = { role: null, startedOn: null, endedOn: null, note: null }
const account = { holder: null, note: null, primary: false, reason: null }

/** Visits to what is kept of a file beside its fields; records of another file are asked for within it. */
function peopleVisits({ customerId, records }: World['strange'] & { records: Records }): Partial<Record<RouteName, Visit>> {
  const file = { customerId }
  const { tagId, noteId, relationId, accountId } = records
  const [onNote, onRelation, onAccount] = [
    { customerId, noteId },
    { customerId, relationId },
    { customerId, accountId },
  ]
  return {
    'behaviour.show': { hidden: file },
    'behaviour.tag': { body: { tagId }, hidden: file },
    'behaviour.untag': { hidden: { customerId, tagId } },
    'behaviour.addNote': { body: { text: note }, hidden: file },
    'behaviour.changeNote': { body: { text: note, version: 1 }, hidden: onNote },
    'behaviour.removeNote': { hidden: onNote },
    'relations.list': { hidden: file },
    'relations.graph': { hidden: file },
    'relations.add': { body: { ...unsaid, otherId: newId(), kindId: newId(), side: 'a' }, hidden: file },
    'relations.change': { body: { ...unsaid, version: 1 }, hidden: onRelation },
    'relations.remove': { hidden: onRelation },
    'classification.ofFile': { hidden: file },
    'classification.classify': { body: { classId: null, reason: null }, hidden: { customerId, schemeId: newId() } },
    'business.show': { hidden: file },
    'business.change': { body: { marketerId: null, referrer: note, version: 0 }, hidden: file },
    'business.addAccount': { body: { ...account, kind: 'sheba', value: sheba }, hidden: file },
    'business.changeAccount': { body: { ...account, value: null, version: 1 }, hidden: onAccount },
    'business.removeAccount': { hidden: onAccount },
    'business.reveal': { hidden: onAccount },
  }
}

const programmeBody = {
  name: 'برنامه',
  fields: [{ key: 'birthDate', minutes: null }],
  segmentId: null,
  until: '2030-01-01',
  people: [],
  units: [],
}
const ledgersMapping = {
  kind: 'ledgers',
  source: 'دفتر',
  columns: { customerName: 'نام', date: 'تاریخ', debit: 'بدهکار' },
  moneyUnit: 'rial',
}
const customersMapping = { kind: 'customers', source: 'سامانهٔ پیشین', columns: [{ column: 'نام', to: 'lastName' }] }
const ownField = {
  label: { fa: 'ویژگی', en: null },
  help: { fa: null, en: null },
  groupId: '01900000-0000-7000-8000-000000000000',
  kinds: ['person'],
  accessClass: 'public',
  required: false,
  unique: false,
  searchable: false,
  filtered: false,
  choices: [],
  rules: { least: null, most: null, pattern: null },
  visibleWhen: null,
}
const importMapping = { kind: 'ticket-table', source: 'سامانهٔ پیشین', zone: 'Asia/Tehran', columns: { number: 'number' } }

/** Lists, counts, searches and exports that are limited to rows, each with a query that the sibling unit's rows would answer. */
const anybody = JSON.stringify({ field: 'code', is: 'filled' })
const period = { from: '2020-01-01', to: '2040-01-01' }
function readings({ shared }: World): Partial<Record<RouteName, CallOf<Route>[]>> {
  const onShared = { params: { customerId: shared.customerId } }
  return {
    'customerFields.show': [{}],
    'customFields.list': [{}],
    'customers.list': [{}, { query: { q: 'هما' } }, { query: { sort: 'name' } }, { query: { where: anybody } }],
    'customers.count': [{}, { query: { q: 'هما' } }, { query: { where: anybody } }],
    'segments.list': [{}],
    'customers.export': [{}, { query: { format: 'vcard4' } }],
    'exports.list': [{}],
    'exports.columns': [{}],
    'customers.search': [{ query: { q: 'هما' } }, { query: { q: 'دوردستی' } }],
    'customers.near': [{ query: { q: 'حوما' } }, { query: { q: 'دوردصتی' } }, { query: { q: '09121234576' } }],
    'customers.byCaller': [{ query: { number: '09121234567' } }],
    'customers.show': [onShared],
    'customers.timeline': [onShared],
    'provenance.show': [onShared],
    'provenance.history': [{ params: { customerId: shared.customerId, field: 'firstName' } }],
    'consistency.list': [{}, { query: { customerId: shared.customerId } }, { query: { state: 'settled' } }],
    'consistency.count': [{}],
    'consistency.rules': [{}],
    'consistency.trust': [onShared],
    'duplicates.list': [{}, { query: { state: 'not-duplicates' } }],
    'duplicates.merges': [onShared],
    'duplicates.scan': [{}],
    'duplicates.settings': [{}],
    'behaviour.show': [onShared],
    'relations.list': [onShared],
    'relations.graph': [onShared],
    'business.show': [onShared],
    'removals.list': [{}],
    'removals.weigh': [onShared],
    'classification.ofFile': [onShared],
    'interactions.list': [{}, { query: { customerId: shared.customerId } }],
    'interactions.export': [{}, { query: { customerId: shared.customerId } }],
    'documents.list': [onShared],
    'documents.search': [{ query: { q: 'سند' } }, { query: { q: 'قر' } }],
    'requests.list': [{}, { query: { customerId: shared.customerId } }, { query: { status: 'unfinished' } }],
    'requests.count': [{}, { query: { customerId: shared.customerId } }],
    'requests.export': [{}],
    'completeness.overview': [{}, { query: { by: 'owner' } }],
    'completeness.trend': [{}],
    'completeness.ofFile': [onShared],
    'programmes.list': [{}],
    'fieldCosts.list': [{ query: period }],
    'ledger.account': [onShared],
    'ledger.list': [onShared],
    'ledger.export': [onShared],
    'cheques.list': [{}, { query: { state: 'open' } }],
    'cheques.export': [{}],
    'supervision.show': [{}],
    'supervision.propose': [{}],
    'kpi.list': [{}],
    'kpi.show': indicatorKeys.map((indicator) => ({ params: { indicator }, query: period })),
    'kpi.records': indicatorKeys.map((indicator) => ({ params: { indicator }, query: period })),
    'kpi.exportRecords': indicatorKeys.map((indicator) => ({ params: { indicator }, query: period })),
  }
}

/** Routes that read one record by its id: what they say of hidden ones is asked below. */
const readsOne = new Set<RouteName>([
  'interactions.show',
  'documents.show',
  'documents.content',
  'requests.byNumber',
  'similarRequests.list',
  'duplicates.show',
  'ledger.show',
  'exports.show',
  'exports.content',
  // A copy for the customer is of everything, whoever keeps it: whoever may take one has been given that right over the file.
  'copies.download',
  'segments.show',
  'segments.size',
  'segments.history',
  'programmes.show',
])

describe('between two sibling units', () => {
  let world: World
  let before: Map<string, string>
  let heard: Promise<string>
  let otherToken: string

  beforeAll(async () => {
    world = await openWorld()
    before = await allThatSaraReads()
    const stream = await listen(world.sara)
    await fillOtherUnit(world)
    heard = stream.end()
    await heard
    otherToken = (await site.call(contract.tokens.list, { as: world.nasrin })).body.tokens[0]?.id ?? ''
  }, 60_000)

  async function allThatSaraReads(): Promise<Map<string, string>> {
    const said = new Map<string, string>()
    const inputs = readings(world)
    for (const [name, route] of routes) {
      for (const [index, input] of (inputs[name] ?? []).entries()) {
        const reply = await site.call(route, { ...input, as: world.sara })
        said.set(`${name} ${index + 1}`, `${reply.status} ${reply.text}`)
      }
    }
    return said
  }

  test('every route that reads rows is asked', () => {
    const reading = routes.filter(
      ([name, { method, permission }]) => method === 'GET' && guarded(permission) && permissions[permission].scoped && !readsOne.has(name),
    )
    expect(Object.keys(readings(world)).toSorted()).toEqual(reading.map(([name]) => name).toSorted())
  })

  test("the other's rows change nothing in any list, count, search or export", async () => {
    const after = await allThatSaraReads()
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before))
    for (const [name, text] of before) expect(text, name).toMatch(/^200 /u)
  })

  test("nothing of the other's rows is heard live", async () => {
    expect(await heard).toBe('')
  })

  test('every route that names a record is visited', () => {
    expect(Object.keys(visitsIn(world, otherToken)).toSorted()).toEqual(withRecord.map(([name]) => name).toSorted())
  })

  test.each(withRecord)('%s hides what is out of reach as if it were not there', async (name, route) => {
    const visit = visitsIn(world, otherToken)[name]
    if (!visit) return
    const missing = await ask(route, visit, randomFor(route))
    expect(missing).toMatchObject({ status: 404, body: failures['not-found'].fa })
    if (visit.hidden) expect(await ask(route, visit, visit.hidden)).toEqual(missing)
    // In a file that is in sight, too.
    const { customerId, ...within } = visitsIn({ ...world, strange: world.shared }, otherToken)[name]?.hidden ?? {}
    if (customerId === undefined || Object.keys(within).length === 0) return
    expect(await ask(route, visit, { customerId, ...within })).toEqual(missing)
    expect(await ask(route, visit, { ...randomFor(route), customerId })).toEqual(missing)
  })

  /** All of an answer that a caller can see, but for the moment of it. */
  async function ask(
    route: Route,
    visit: Visit,
    params: Params,
  ): Promise<{ status: number; body: string; text: string; headers: Record<string, unknown> }> {
    const reply = visit.send
      ? await visit.send(world.sara, params)
      : await site.call(route, { as: permittedFor(route), params, body: visit.body })
    const { date: _, 'x-ratelimit-remaining': _left, 'x-ratelimit-reset': _reset, ...headers } = reply.headers
    return { status: reply.status, body: titleOf(reply.text), text: reply.text, headers }
  }

  /** Sara asks, but for what takes a permission over everything: there all rows are in reach of those who hold it. */
  const permittedFor = ({ permission }: Route): TestPerson =>
    guarded(permission) && !permissions[permission].scoped ? world.nasrin : world.sara
})

const titleOf = (text: string): string => (text.startsWith('{') ? ((JSON.parse(text) as { title?: string }).title ?? text) : text)

const randomFor = (route: Route): Params => Object.fromEntries([...route.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => [name, newId()]))

/** Opens the live stream as a person; `end` gives the messages that came, without the pauses between them. */
async function listen(as: TestPerson): Promise<{ end: () => Promise<string> }> {
  const address = await site.app.http.listen({ port: 0, host: '127.0.0.1' })
  const abort = new AbortController()
  const reply = await fetch(`${address}${contract.system.live.path}`, {
    headers: { authorization: as.authorization },
    signal: abort.signal,
  })
  let text = ''
  const reading = (async () => {
    for await (const chunk of reply.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  return {
    end: async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      abort.abort()
      await reading
      return text
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .join('\n')
    },
  }
}
