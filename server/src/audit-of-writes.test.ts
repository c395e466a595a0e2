import { contract, permissionKeys } from '@parvandeh/contract'
import type { CallOf, Route } from '@parvandeh/contract'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { cityNamed } from './modules/customers/index.ts'
import { newId } from './platform/ids.ts'
import { accessPoint, newCustomer, personFile } from './testing/customers-builders.ts'
import { upload } from './testing/documents-builders.ts'
import { smallHeader, smallLog, upload as uploadTable } from './testing/import-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { newTag, sheba } from './testing/people-builders.ts'
import { codeAt } from './testing/second-factor-builders.ts'
import { chequeOf, invoiceOf, newEntry } from './testing/sales-builders.ts'
import { newRequest, of, requestBody } from './testing/service-builders.ts'

let site: TestApp
let nasrin: TestPerson
let unitId: string
beforeAll(async () => {
  site = await openTestApp()
  unitId = await site.addUnit('پذیرش')
  nasrin = await site.addPerson('نسرین همه‌بین', { unitId, grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
})
afterAll(() => site.close())

type Done = { status: number; text: string }
type Nouns = typeof contract
type RouteName = { [N in keyof Nouns & string]: `${N}.${keyof Nouns[N] & string}` }[keyof Nouns & string]

/** Writes that change nothing which lasts: what is asked by POST because it is long, the way to the demo, and which of one's own notifications one has read. */
const lastless = new Set<RouteName>([
  'customers.check',
  'segments.measure',
  'customerBulk.preview',
  'requestBulk.preview',
  'imports.tryMapping',
  'imports.tryCustomers',
  'imports.tryLedgers',
  'demo.enter',
  'demo.leave',
  'notifications.mark',
  'notifications.markAll',
  'notifications.unmarkAll',
])

const password = 'گذرواژهٔ بلند ۱'
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
} as const
const everyDay = Array.from({ length: 7 }, () => [{ from: '08:00', to: '16:00' }])

/** A file of customers, and taking it back. */
async function* writesOfCustomersImport(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { exports, imports } = contract
  const uploaded = await uploadTable(site, nasrin, 'مشتریان.csv', 'نام خانوادگی\nواردشده\n', 'customers')
  const params = { importId: uploaded.body.id }
  const { suggestion: mapping } = (await site.call(imports.previewCustomers, { as: nasrin, params })).body
  const book = await uploadTable(site, nasrin, 'گردش.csv', 'مشتری,تاریخ,بدهکار\nهما,۱۴۰۴/۱/۱۰,۱۰۰\n', 'ledgers')
  const columns = { customerName: 'مشتری', date: 'تاریخ', debit: 'بدهکار' }
  const ledgers = { kind: 'ledgers' as const, source: 'دفتر', columns, moneyUnit: 'rial' as const }
  const begun = { as: nasrin, params: { importId: book.body.id }, body: { mapping: ledgers, saveAs: null, trial: false } }
  yield ['imports.startLedgers', () => site.call(imports.startLedgers, begun)]
  yield [
    'imports.startCustomers',
    () => site.call(imports.startCustomers, { as: nasrin, params, body: { mapping, saveAs: null, trial: false } }),
  ]
  await site.settle()
  yield [
    'exports.start',
    () => site.call(exports.start, { as: nasrin, body: { list: 'customers', filters: { sort: 'name' }, format: 'csv', columns: [] } }),
  ]
  const mine = (await site.call(exports.list, { as: nasrin, query: {} })).body.rows[0]?.id ?? ''
  yield ['exports.discard', () => site.call(exports.discard, { as: nasrin, params: { exportId: mine } })]
  yield ['imports.undo', () => site.call(imports.undo, { as: nasrin, params })]
}

/** Signing in more safely, and being signed out by others. */
async function* writesOfSecondFactor(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { people, secondFactor, sessions } = contract
  const secret = `${password}۲`
  const sitDown = () => site.signIn('mahtab', secret)
  const cookieOf = (reply: { headers: Record<string, unknown> }) => String(reply.headers['set-cookie']).split(';')[0] ?? ''
  const sessionOf = async (as: TestPerson) =>
    (await site.call(sessions.list, { as })).body.sessions.find(({ current }) => current)?.id ?? ''
  const turnOn = async (as: TestPerson) => {
    const made = await site.call(secondFactor.begin, { as, body: { password: secret } })
    return site.call(secondFactor.confirm, { as, body: { code: codeAt(made.body.secret) } })
  }

  const mahtab = await sitDown()
  const { id: personId } = mahtab
  yield ['sessions.endOthers', () => site.call(sessions.endOthers, { as: mahtab })]
  const sessionId = await sessionOf(await sitDown())
  yield ['sessions.end', () => site.call(sessions.end, { as: mahtab, params: { sessionId } })]
  yield ['secondFactor.begin', () => site.call(secondFactor.begin, { as: mahtab, body: { password: secret } })]
  const confirmed = await turnOn(mahtab)
  const as = { ...mahtab, cookie: cookieOf(confirmed) }
  const withCode = (code = '') => ({ as, body: { password: secret, code } })
  let codes = confirmed.body.backupCodes
  const renew = async () => {
    const reply = await site.call(secondFactor.renewBackupCodes, withCode(codes[0]))
    codes = reply.body.backupCodes
    return reply
  }
  yield ['secondFactor.renewBackupCodes', renew]
  yield ['secondFactor.turnOff', () => site.call(secondFactor.turnOff, withCode(codes[0]))]
  const again = await sitDown()
  yield ['secondFactor.confirm', () => turnOn(again)]
  yield ['people.resetSecondFactor', () => site.call(people.resetSecondFactor, { as: nasrin, params: { personId } })]
  const last = await sessionOf(await sitDown())
  yield ['people.endSession', () => site.call(people.endSession, { as: nasrin, params: { personId, sessionId: last } })]
  yield ['people.endSessions', () => site.call(people.endSessions, { as: nasrin, params: { personId } })]
  yield ['secondFactor.setPolicy', () => site.call(secondFactor.setPolicy, { as: nasrin, body: { policy: 'optional' } })]
}

/** What counts, what is asked, and what an hour costs. */
async function* writesOfCompleteness(customerId: string): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { completeness, programmes } = contract
  const as = nasrin
  yield ['completeness.setWeights', () => site.call(completeness.setWeights, { as, body: { weights: [], version: 1 } })]
  yield ['completeness.setHourCosts', () => site.call(completeness.setHourCosts, { as, body: { costs: [] } })]
  const on = { as, params: { customerId } }
  yield [
    'completeness.putOff',
    () => site.call(completeness.putOff, { ...on, body: { field: 'fatherName', outcome: 'later', seconds: 3 } }),
  ]
  yield ['completeness.answer', () => site.call(completeness.answer, { ...on, body: { field: 'fatherName', value: 'هوشنگ', seconds: 3 } })]
  const body = { name: note, fields: [{ key: 'birthDate', minutes: null }], segmentId: null, until: '2090-01-01', people: [], units: [] }
  yield ['programmes.create', () => site.call(programmes.create, { as, body })]
  const programmeId = (await site.call(programmes.create, { as, body })).body.id
  const change = { ...body, closed: true, version: 1 }
  yield ['programmes.change', () => site.call(programmes.change, { as, params: { programmeId }, body: change })]
}

/** What is entered in a ledger, and what becomes of it. */
async function* writesOfAccounts(customerId: string): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { ledger, cheques } = contract
  const on = { as: nasrin, params: { customerId } }
  yield ['ledger.setLimit', () => site.call(ledger.setLimit, { ...on, body: { creditLimit: 50_000_000, version: 0 } })]
  yield ['ledger.add', () => site.call(ledger.add, { ...on, body: invoiceOf(12_000_000) })]
  const { entry } = await newEntry(site, nasrin, customerId, invoiceOf(12_000_000))
  const at = (entryId: string) => ({ as: nasrin, params: { customerId, entryId } })
  const plan = { instalments: [{ dueDay: entry.day, amount: 6_000_000 }], version: 1 }
  yield ['ledger.planInstalments', () => site.call(ledger.planInstalments, { ...at(entry.id), body: plan })]
  yield ['ledger.void', () => site.call(ledger.void, { ...at(entry.id), body: { reason: note, version: 2 } })]
  const slip = (await newEntry(site, nasrin, customerId, invoiceOf(12_000_000))).entry
  yield ['ledger.undo', () => site.call(ledger.undo, { ...at(slip.id), body: { version: 1 } })]
  const cheque = (await newEntry(site, nasrin, customerId, chequeOf(5_000_000))).entry
  const deposit = { state: 'deposited' as const, day: cheque.day, version: 1 }
  yield ['cheques.move', () => site.call(cheques.move, { ...at(cheque.id), body: deposit })]
  yield ['cheques.undo', () => site.call(cheques.undo, { ...at(cheque.id), body: { version: 2 } })]
}

/** A segment, and who is put into it. */
async function* writesOfSegments(customerId: string): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { segments } = contract
  const body = { name: note, description: '', audience: 'all' as const, condition: null }
  const segment = (await site.call(segments.create, { as: nasrin, body })).body
  const on = { as: nasrin, params: { segmentId: segment.id } }
  const which = { ids: [customerId] }
  yield ['segments.create', () => site.call(segments.create, { as: nasrin, body: { ...body, name: 'دیگری' } })]
  yield ['segments.change', () => site.call(segments.change, { ...on, body: { version: 1, name: 'نام تازه' } })]
  yield ['segments.add', () => site.call(segments.add, { ...on, body: { which, changeId: newId() } })]
  yield ['segments.take', () => site.call(segments.take, { ...on, body: { which } })]
  yield ['segments.remove', () => site.call(segments.remove, on)]
  yield ['segments.restore', () => site.call(segments.restore, on)]
}

/** What somebody keeps of a list. */
async function* writesOfViews(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { views } = contract
  const body = { list: 'customers' as const, name: note, audience: 'all' as const, search: {}, columns: [], group: null }
  const view = (await site.call(views.create, { as: nasrin, body })).body
  const on = { as: nasrin, params: { viewId: view.id } }
  yield ['views.create', () => site.call(views.create, { as: nasrin, body: { ...body, name: 'دیگری' } })]
  yield ['views.change', () => site.call(views.change, { ...on, body: { version: 1, name: 'نام تازه' } })]
  const asFirst = { as: nasrin, params: { list: body.list }, body: { viewId: view.id } }
  yield ['views.setDefault', () => site.call(views.setDefault, asFirst)]
  yield ['views.remove', () => site.call(views.remove, on)]
  yield ['views.restore', () => site.call(views.restore, on)]
}

/** Changes of many rows. */
async function* writesOfMany(customerId: string, requestId: string): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { customerBulk, requestBulk, bulk } = contract
  const id = newId()
  const files = { id, which: { ids: [customerId] }, change: { district: 'اوین' } }
  yield ['customerBulk.apply', () => site.call(customerBulk.apply, { as: nasrin, body: files })]
  const requests = { id: newId(), which: { ids: [{ customerId, requestId }] }, change: { act: 'edit' as const, priority: 'low' as const } }
  yield ['requestBulk.apply', () => site.call(requestBulk.apply, { as: nasrin, body: requests })]
  yield ['bulk.stop', () => site.call(bulk.stop, { as: nasrin, params: { bulkId: id } })]
  yield ['bulk.goOn', () => site.call(bulk.goOn, { as: nasrin, params: { bulkId: id } })]
  yield ['bulk.undo', () => site.call(bulk.undo, { as: nasrin, params: { bulkId: id } })]
}

/** What is kept of a file beside its fields, and the vocabularies of it. */
async function* writesOfPeople(customerId: string): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { tags, behaviour, relationKinds, relations, business, places } = contract
  const ask = <R extends Route>(route: R, input: CallOf<R>) => site.call(route, { as: nasrin, ...input })
  const params = { customerId }
  yield ['tags.add', () => ask(tags.add, { body: { name: 'تازه', group: 'general' } })]
  const [tag, into] = [await newTag(site, nasrin, 'یکم'), await newTag(site, nasrin, 'دوم')]
  const changed = { name: 'یکمین', nameEn: null, active: true, version: 1 }
  yield ['tags.change', () => ask(tags.change, { params: { tagId: tag.id }, body: changed })]
  yield ['behaviour.tag', () => ask(behaviour.tag, { params, body: { tagId: tag.id } })]
  yield ['behaviour.untag', () => ask(behaviour.untag, { params: { customerId, tagId: tag.id } })]
  yield ['tags.merge', () => ask(tags.merge, { params: { tagId: tag.id }, body: { intoTagId: into.id, version: 2 } })]
  yield ['behaviour.addNote', () => ask(behaviour.addNote, { params, body: { text: note } })]
  const [written] = (await ask(behaviour.show, { params })).body.notes
  const onNote = { params: { customerId, noteId: written?.id ?? '' } }
  yield ['behaviour.changeNote', () => ask(behaviour.changeNote, { ...onNote, body: { text: 'یادداشتی دیگر', version: 1 } })]
  yield ['behaviour.removeNote', () => ask(behaviour.removeNote, onNote)]
  const kind = { aFa: 'ضامن', aEn: 'Guarantor', bFa: 'ضمانت‌شده', bEn: 'Guaranteed', aKind: null, bKind: null, kinship: false, active: true }
  yield ['relationKinds.add', () => ask(relationKinds.add, { body: kind })]
  const { id: kindId } = (await ask(relationKinds.add, { body: kind })).body
  yield ['relationKinds.change', () => ask(relationKinds.change, { params: { kindId }, body: { ...kind, kinship: true, version: 1 } })]
  const other = await newCustomer(site, nasrin, personFile({ firstName: 'سها', unitId }))
  const unsaid = { role: null, startedOn: null, endedOn: null, note: null }
  yield ['relations.add', () => ask(relations.add, { params, body: { ...unsaid, otherId: other.customerId, kindId, side: 'a' } })]
  const [relation] = (await ask(relations.list, { params })).body.relations
  const onRelation = { params: { customerId, relationId: relation?.id ?? '' } }
  yield ['relations.change', () => ask(relations.change, { ...onRelation, body: { ...unsaid, note, version: 1 } })]
  yield ['relations.remove', () => ask(relations.remove, onRelation)]
  yield ['business.change', () => ask(business.change, { params, body: { marketerId: nasrin.id, referrer: null, version: 0 } })]
  const account = { holder: null, note: null, primary: false, reason: null }
  yield ['business.addAccount', () => ask(business.addAccount, { params, body: { ...account, kind: 'sheba', value: sheba } })]
  const [kept] = (await ask(business.show, { params })).body.accounts
  const onAccount = { params: { customerId, accountId: kept?.id ?? '' } }
  yield ['business.reveal', () => ask(business.reveal, onAccount)]
  yield ['business.changeAccount', () => ask(business.changeAccount, { ...onAccount, body: { ...account, value: null, note, version: 1 } })]
  yield ['business.removeAccount', () => ask(business.removeAccount, onAccount)]
  const { classification } = contract
  const condition = { field: 'lastName', is: 'filled' as const }
  const byRule = { nameEn: null, by: 'rule' as const, accessClass: 'internal' as const, active: true, protectedReason: null }
  const scheme = {
    ...byRule,
    name: 'طرح',
    classes: [{ id: null, name: 'رده', nameEn: null, mark: 'star' as const, active: true, condition }],
  }
  yield ['classification.add', () => ask(classification.add, { body: scheme })]
  const { id: schemeId } = (await ask(classification.add, { body: { ...scheme, name: 'طرح دوم' } })).body
  yield ['classification.run', () => ask(classification.run, { params: { schemeId } })]
  const byHand = { ...scheme, name: 'دستی', by: 'hand' as const, version: 1 }
  yield ['classification.change', () => ask(classification.change, { params: { schemeId }, body: byHand })]
  const known = (await ask(classification.list, {})).body.schemes.find(({ id }) => id === schemeId)
  const put = { classId: known?.classes.find(({ active }) => active)?.id ?? null, reason: note }
  yield ['classification.classify', () => ask(classification.classify, { params: { customerId, schemeId }, body: put })]
  const { cities } = (await ask(contract.customers.places, {})).body
  const [city, near] = cities.filter(({ countyId }) => countyId === cities[0]?.countyId)
  yield ['places.add', () => ask(places.add, { body: { level: 'province', name: 'استان آزمون', parentId: null } })]
  const onCity = { params: { level: 'city' as const, placeId: String(city?.id) } }
  yield ['places.change', () => ask(places.change, { ...onCity, body: { name: 'شهر آزمون', closed: false } })]
  yield ['places.merge', () => ask(places.merge, { ...onCity, body: { intoId: near?.id ?? 0 } })]
}

/** Each kind of write, once and with success; every later one may build on what the earlier ones made. */
async function* everyWrite(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const ask = <R extends Route>(route: R, input: CallOf<R> = {}, as: TestPerson = nasrin) => site.call(route, { as, ...input })
  const made = async <T>(asked: Promise<{ status: number; text: string; body: T }>) => (await asked).body
  const { session, people, roles, units, tokens, calendars, catalogue, customers, requests, supervision, imports } = contract

  yield [
    'session.setUp',
    () => site.call(session.setUp, { body: { organisationName: 'شرکت آزمون', personName: 'مهتاب', username: 'mahtab', password } }),
  ]
  yield ['session.signIn', () => site.call(session.signIn, { body: { login: 'mahtab', password } })]
  const mahtab = await site.signIn('mahtab', password)
  yield ['tokens.add', () => ask(tokens.add, { body: { name: note, days: 1 } }, mahtab)]
  const token = (await made(ask(tokens.list, {}, mahtab))).tokens[0]
  yield ['tokens.revoke', () => ask(tokens.revoke, { params: { tokenId: token?.id ?? '' } }, mahtab)]
  yield ['session.changePassword', () => ask(session.changePassword, { body: { current: password, next: `${password}۲` } }, mahtab)]
  const again = await site.signIn('mahtab', `${password}۲`)
  yield ['session.signOut', () => ask(session.signOut, {}, again)]
  yield* writesOfSecondFactor()
  yield* writesOfViews()

  const wishes = { quiet: 'never', quietFrom: '20:00', quietTo: '08:00', pausedUntil: null } as const
  yield ['notifications.setSettings', () => ask(contract.notifications.setSettings, { body: { ...wishes, channels: {} } })]

  const branch = await made(ask(units.addBranch, { body: { name: 'ساری' } }))
  yield ['units.addBranch', () => ask(units.addBranch, { body: { name: 'گرگان' } })]
  yield ['units.renameBranch', () => ask(units.renameBranch, { params: { branchId: branch.id }, body: { name: 'بابل' } })]
  yield ['units.add', () => ask(units.add, { body: { name: 'انبار', parentId: unitId, branchId: null } })]
  const unit = await made(ask(units.add, { body: { name: 'باجه', parentId: unitId, branchId: null } }))
  yield [
    'units.change',
    () => ask(units.change, { params: { unitId: unit.id }, body: { name: 'باجهٔ یک', parentId: unitId, branchId: null, version: 1 } }),
  ]
  yield ['units.remove', () => ask(units.remove, { params: { unitId: unit.id } })]
  const role = await made(ask(roles.add, { body: { name: 'آزمایشی', grants: {}, fieldClasses: [] } }))
  yield ['roles.add', () => ask(roles.add, { body: { name: 'آزمایشی دوم', grants: {}, fieldClasses: [] } })]
  yield [
    'roles.change',
    () => ask(roles.change, { params: { roleId: role.id }, body: { name: 'آزموده', grants: {}, fieldClasses: [], version: 1 } }),
  ]
  yield ['roles.remove', () => ask(roles.remove, { params: { roleId: role.id } })]
  const someone = { name: 'بهنام نیک‌اندیش', username: 'behnam', email: null, unitId, roleIds: [] }
  yield ['people.add', () => ask(people.add, { body: { ...someone, password } })]
  const behnam = (await made(ask(people.list, { query: { q: 'بهنام' } }))).rows[0]?.id ?? ''
  yield [
    'people.change',
    () => ask(people.change, { params: { personId: behnam }, body: { ...someone, name: 'بهنام نیکو', active: true, version: 1 } }),
  ]
  yield ['people.setPassword', () => ask(people.setPassword, { params: { personId: behnam }, body: { password } })]

  const owner = { ownerKind: 'organisation', ownerId: null } as const
  yield [
    'calendars.setRules',
    () => ask(calendars.setRules, { body: { ...owner, rules: [{ validFrom: '2001-03-21', validTo: null, week: everyDay }] } }),
  ]
  const closure = { ...owner, day: '2026-01-05', kind: 'closure', name: 'برف', intervals: null } as const
  const exception = await made(ask(calendars.addException, { body: closure }))
  yield ['calendars.addException', () => ask(calendars.addException, { body: { ...closure, day: '2026-01-06' } })]
  yield ['calendars.removeException', () => ask(calendars.removeException, { params: { exceptionId: exception.id } })]
  const away = { personId: behnam, from: '2026-01-05T08:00:00Z', to: '2026-01-06T08:00:00Z', note }
  const leave = await made(ask(calendars.addLeave, { body: away }))
  yield ['calendars.addLeave', () => ask(calendars.addLeave, { body: away })]
  yield ['calendars.removeLeave', () => ask(calendars.removeLeave, { params: { leaveId: leave.id } })]
  const product = await made(ask(catalogue.addProduct, { body: { name: 'یخچال', code: null, active: true } }))
  yield ['catalogue.addProduct', () => ask(catalogue.addProduct, { body: { name: 'اجاق', code: null, active: true } })]
  yield [
    'catalogue.changeProduct',
    () =>
      ask(catalogue.changeProduct, { params: { productId: product.id }, body: { name: 'یخچال دو', code: null, active: true, version: 1 } }),
  ]
  const topic = await made(ask(catalogue.addTopic, { body: { name: 'نصب', parentId: null, active: true } }))
  yield ['catalogue.addTopic', () => ask(catalogue.addTopic, { body: { name: 'گارانتی', parentId: null, active: true } })]
  yield [
    'catalogue.changeTopic',
    () =>
      ask(catalogue.changeTopic, {
        params: { topicId: topic.id },
        body: { name: 'نصب و راه‌اندازی', parentId: null, active: true, version: 1 },
      }),
  ]

  yield ['customers.create', () => ask(customers.create, { body: personFile({ firstName: 'هما' }) })]
  const { customerId } = await newCustomer(site, nasrin, personFile({ firstName: 'هما', lastName: 'کوهستانی', unitId }))
  const params = { customerId }
  yield ['customers.change', () => ask(customers.change, { params, body: { ...personFile({ firstName: 'همای' }), version: 1 } })]
  yield ['customers.patch', () => ask(customers.patch, { params, body: { district: 'ونک', version: 2 } })]
  yield* writesOfPeople(customerId)
  yield* writesOfSegments(customerId)
  yield* writesOfDuplicates()
  yield* writesOfFields()
  yield* writesOfEvidence()
  yield ['interactions.log', () => ask(contract.interactions.log, { params, body: call })]
  yield ['documents.add', () => upload(site, { as: nasrin, customerId, content: 'سند' })]
  const document = (await made(ask(contract.documents.list, { params }))).rows[0]

  yield ['requests.register', () => ask(requests.register, { params, body: requestBody() })]
  const [request, other] = [await newRequest(site, nasrin, customerId), await newRequest(site, nasrin, customerId)]
  const on = { params: of(request) }
  const { reportedAt: _at, unitId: _unit, holderId: _holder, ...said } = requestBody({ subject: 'یخچال باز هم سرد نمی‌کند' })
  yield ['requests.change', () => ask(requests.change, { ...on, body: { ...said, version: 1 } })]
  yield ['requests.patch', () => ask(requests.patch, { ...on, body: { priority: 'high', version: 2 } })]
  yield ['requests.take', () => ask(requests.take, { ...on, body: {} })]
  yield ['requests.assign', () => ask(requests.assign, { ...on, body: { personId: behnam, note } })]
  const move = { customerId, requestId: request.id, fromPersonId: behnam, toPersonId: nasrin.id }
  const moved = await made(ask(supervision.move, { body: { moves: [move] } }))
  yield ['supervision.takeBack', () => ask(supervision.takeBack, { body: { moves: moved.moved } })]
  yield ['supervision.move', () => ask(supervision.move, { body: { moves: [move] } })]
  yield ['requests.refer', () => ask(requests.refer, { ...on, body: { unitId, note } })]
  yield ['requests.answer', () => ask(requests.answer, { ...on, body: { body: note, channel: 'sms' } })]
  yield ['requests.logInteraction', () => ask(requests.logInteraction, { ...on, body: call })]
  yield ['requests.attach', () => ask(requests.attach, { ...on, body: { documentId: document?.id ?? '' } })]
  yield ['requests.wait', () => ask(requests.wait, { ...on, body: { on: 'customer', note } })]
  yield ['requests.resume', () => ask(requests.resume, { ...on, body: { note } })]
  const { version } = await made(ask(requests.byNumber, { params: { number: request.number } }))
  yield ['requests.undo', () => ask(requests.undo, { ...on, body: { version } })]
  yield ['requests.resolve', () => ask(requests.resolve, { ...on, body: { outcome: 'solved', note } })]
  yield ['requests.reopen', () => ask(requests.reopen, { ...on, body: { note } })]
  yield ['requests.merge', () => ask(requests.merge, { params: of(other), body: { intoNumber: request.number, note } })]
  await ask(requests.resolve, { ...on, body: { outcome: 'solved', note } })
  yield ['requests.close', () => ask(requests.close, { ...on, body: { note } })]

  yield* writesOfCompleteness(customerId)
  yield* writesOfAccounts(customerId)
  yield* writesOfMany(customerId, request.id)
  yield* writesThatEnd()

  const table = `${smallHeader}\n۱,۱۴۰۴/۱/۱۰ ۰۹:۰۰,برداشت,سارا,هما\n`
  yield ['imports.upload', () => uploadTable(site, nasrin, 'دفتر.csv', table)]
  const one = (await made(ask(imports.list))).rows[0]?.id ?? ''
  yield ['imports.start', () => ask(imports.start, { params: { importId: one }, body: { mapping: smallLog, saveAs: null } })]
  yield ['imports.pause', () => ask(imports.pause, { params: { importId: one } })]
  yield ['imports.resume', () => ask(imports.resume, { params: { importId: one } })]
  yield ['imports.discard', () => ask(imports.discard, { params: { importId: one } })]
  yield* writesOfCustomersImport()
}

/** What is said of two files, their merge, and how all are looked through for such. */
async function* writesOfDuplicates(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { duplicates } = contract
  const [one, other] = [
    await newCustomer(site, nasrin, personFile({ lastName: 'یکم', unitId })),
    await newCustomer(site, nasrin, personFile({ lastName: 'دوم', unitId })),
  ]
  const two = { customerId: one.customerId, otherId: other.customerId }
  yield ['duplicates.decide', () => site.call(duplicates.decide, { as: nasrin, params: two, body: { state: 'not-duplicates' } })]
  const params = { customerId: one.customerId }
  const body = { otherId: other.customerId, version: 1, otherVersion: 1, take: [] }
  yield ['duplicates.merge', () => site.call(duplicates.merge, { as: nasrin, params, body })]
  const [merge] = (await site.call(duplicates.merges, { as: nasrin, params })).body.rows
  const undone = { ...params, mergeId: merge?.id ?? '' }
  yield ['duplicates.undoMerge', () => site.call(duplicates.undoMerge, { as: nasrin, params: undone })]
  yield ['duplicates.startScan', () => site.call(duplicates.startScan, { as: nasrin, body: { what: 'start' } })]
  const settings = { threshold: 0.9, automatic: false }
  yield ['duplicates.changeSettings', () => site.call(duplicates.changeSettings, { as: nasrin, body: settings })]
}

/** Fields of the organisation's own. */
async function* writesOfFields(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { customFields } = contract
  const as = nasrin
  const label = { fa: 'گروه آزمون', en: null }
  yield ['customFields.addGroup', () => site.call(customFields.addGroup, { as, body: { label } })]
  const group = (await site.call(customFields.addGroup, { as, body: { label: { fa: 'گروه دوم', en: null } } })).body
  const onGroup = { as, params: { groupId: group.id } }
  yield ['customFields.changeGroup', () => site.call(customFields.changeGroup, { ...onGroup, body: { label, version: group.version } })]
  const definition = {
    label: { fa: 'شمارهٔ اشتراک', en: null },
    help: { fa: null, en: null },
    groupId: group.id,
    kinds: ['person' as const],
    accessClass: 'internal' as const,
    required: false,
    unique: false,
    searchable: false,
    filtered: false,
    choices: [],
    rules: { least: null, most: null, pattern: null },
    visibleWhen: null,
  }
  yield ['customFields.add', () => site.call(customFields.add, { as, body: { ...definition, key: 'first', type: 'text' } })]
  const field = (await site.call(customFields.add, { as, body: { ...definition, key: 'second', type: 'text' } })).body
  const onField = { as, params: { fieldId: field.id } }
  const { version } = field
  yield ['customFields.change', () => site.call(customFields.change, { ...onField, body: { ...definition, searchable: true, version } })]
  const arranged = { groups: [{ id: group.id, fieldIds: [field.id] }] }
  yield ['customFields.arrange', () => site.call(customFields.arrange, { as, body: arranged })]
  yield ['customFields.remove', () => site.call(customFields.remove, onField)]
  yield ['customFields.restore', () => site.call(customFields.restore, onField)]
  const empty = (await site.call(customFields.addGroup, { as, body: { label: { fa: 'گروه تهی', en: null } } })).body
  yield ['customFields.removeGroup', () => site.call(customFields.removeGroup, { as, params: { groupId: empty.id } })]
  yield ['customFields.applyStarterSet', () => site.call(customFields.applyStarterSet, { as, params: { trade: 'clinic' } })]
}

/** Where values come from, what does not agree, and what goes together. */
async function* writesOfEvidence(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { consistency, customers, provenance, testedRelations } = contract
  const as = nasrin
  const landline = accessPoint('phone', '02188776655')
  const given = personFile({ lastName: 'سنجیده', unitId, ...cityNamed('تبریز'), accessPoints: [landline] })
  const { customerId } = await newCustomer(site, nasrin, given)
  const on = { as, params: { customerId } }
  yield ['provenance.confirm', () => site.call(provenance.confirm, { ...on, body: { field: 'lastName' } })]
  yield ['provenance.doubt', () => site.call(provenance.doubt, { ...on, body: { field: 'lastName', note } })]
  await site.call(customers.patch, { ...on, body: { lastName: 'سنجیده‌تر', version: 1 } })
  const { values } = (await site.call(provenance.history, { as, params: { customerId, field: 'lastName' } })).body
  const older = values.find(({ until }) => until !== null)?.id ?? ''
  yield ['provenance.restore', () => site.call(provenance.restore, { ...on, body: { id: older, version: 2 } })]

  await site.settle()
  const [open] = (await site.call(consistency.list, { as, query: { customerId } })).body.rows
  const settled = { as, params: { customerId, contradictionId: open?.id ?? '' } }
  const kept = { decision: 'keep' as const, reason: note, version: open?.version ?? 0 }
  yield ['consistency.settle', () => site.call(consistency.settle, { ...settled, body: kept })]
  const where = { field: 'firstName', is: 'empty' as const }
  const rule = { name: note, question: note, severity: 'low' as const, active: false, rule: { kind: 'condition' as const, where } }
  yield ['consistency.addRule', () => site.call(consistency.addRule, { as, body: rule })]
  const added = (await site.call(consistency.addRule, { as, body: { ...rule, name: 'دیگری' } })).body
  const onRule = { as, params: { ruleId: added.id } }
  const changed = { severity: 'high' as const, version: added.version }
  yield ['consistency.changeRule', () => site.call(consistency.changeRule, { ...onRule, body: changed })]
  yield ['consistency.removeRule', () => site.call(consistency.removeRule, onRule)]

  const allowed = { attribute: 'gender' as const, allowed: true, reason: note }
  yield ['testedRelations.guard', () => site.call(testedRelations.guard, { as, body: allowed })]
  yield ['testedRelations.run', () => site.call(testedRelations.run, { as })]
  const relationId = newId()
  // Thirty customers on either side would be needed for one of its own making.
  await site.owner.query(
    `insert into kpi.relation (id, attribute, behaviour, access_class, run_id, n, groups, effect, value, low, high, p, q, method, tested_at, version)
     select $1, 'kind', 'contacts-per-month', 'public', id, 60, '[]', 'cliffs-delta', 0.5, 0.4, 0.6, 0.001, 0.001, 'asymptotic', now(), 1 from kpi.relation_run limit 1`,
    [relationId],
  )
  const accepted = { verdict: 'accepted' as const, note, version: 1 }
  yield ['testedRelations.judge', () => site.call(testedRelations.judge, { as, params: { relationId }, body: accepted })]
}

/** By which files go and come back. */
async function* writesThatEnd(): AsyncGenerator<[RouteName, () => Promise<Done>]> {
  const { removals, erasures } = contract
  const { customerId, code } = await newCustomer(site, nasrin, personFile({ lastName: 'رفتنی', unitId }))
  const on = { as: nasrin, params: { customerId } }
  yield ['removals.remove', () => site.call(removals.remove, { ...on, body: { version: 1, reason: note } })]
  yield ['removals.restore', () => site.call(removals.restore, on)]
  const ask = () => site.call(erasures.ask, { ...on, body: { code, basis: 'order', reference: note, atOnce: false } })
  const asked = await ask()
  const callOff = (erasureId: string) => site.call(erasures.callOff, { as: nasrin, params: { erasureId } })
  yield ['erasures.callOff', () => callOff(asked.body.id)]
  yield ['erasures.ask', ask]
}

test('every write that succeeds is in the trail, under who did it', async () => {
  const count = async () =>
    (await site.owner.query('select count(*)::int as n from identity.audit_entry where actor_id is not null')).rows[0].n as number
  const silent: RouteName[] = []
  const written = new Set<RouteName>()
  for await (const [name, write] of everyWrite()) {
    const before = await count()
    const reply = await write()
    expect(reply, `${name}: ${reply.text}`).toMatchObject({ status: 200 })
    if ((await count()) === before) silent.push(name)
    written.add(name)
  }
  expect(silent).toEqual([])
  const writes = Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).flatMap(([verb, { method }]: [string, Route]) => (method === 'GET' ? [] : [`${noun}.${verb}` as RouteName])),
  )
  expect([...written].toSorted()).toEqual(writes.filter((name) => !lastless.has(name)).toSorted())
}, 60_000)
