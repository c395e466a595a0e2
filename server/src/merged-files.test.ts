import { contract, permissionKeys } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from './platform/ids.ts'
import { accessPoint, newCustomer, personFile } from './testing/customers-builders.ts'
import { upload } from './testing/documents-builders.ts'
import { differences, everyRow } from './testing/every-row.ts'
import { logByDoor } from './testing/interactions-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { newRequest, of, serviceGrants } from './testing/service-builders.ts'

const { show, patch, list, search, byCaller, timeline } = contract.customers
const { merge, merges, undoMerge, show: compare } = contract.duplicates
type File = Awaited<ReturnType<typeof newCustomer>>

let site: TestApp
let clerk: TestPerson
let units: { here: string; there: string }
beforeAll(async () => {
  site = await openTestApp()
  units = { here: await site.addUnit('این‌جا'), there: await site.addUnit('آن‌جا') }
  clerk = await site.addPerson('هما یکی‌کن', { grants: serviceGrants('all') })
})
afterAll(() => site.close())

let made = 0
const mobile = () => `0912${String((made += 1)).padStart(7, '0')}`
/** Two files of one customer: the second knows another number, a city and the code. */
async function twoFiles(given: { unitId?: string; otherUnitId?: string } = {}): Promise<[File, File]> {
  const [first, second] = [mobile(), mobile()]
  const one = await newCustomer(
    site,
    clerk,
    personFile({
      firstName: 'تورج',
      lastName: `دوپرونده${made}`,
      unitId: given.unitId ?? null,
      accessPoints: [accessPoint('mobile', first, { primary: true })],
    }),
  )
  const other = await newCustomer(
    site,
    clerk,
    personFile({
      firstName: 'ایرج',
      lastName: `دوپرونده${made}`,
      nationalCode: '0012345679',
      district: 'ونک',
      unitId: given.otherUnitId ?? null,
      acceptedProblems: { nationalCode: 'کد ملی درست است' },
      accessPoints: [accessPoint('mobile', first), accessPoint('phone', second, { primary: true })],
    }),
  )
  await site.settle()
  return [one, other]
}

const mergeAs = (as: TestPerson, one: File, other: File, more: object = {}) =>
  site.call(merge, {
    as,
    params: { customerId: one.customerId },
    body: { otherId: other.customerId, version: one.version, otherVersion: other.version, take: ['nationalCode', 'district'], ...more },
  })
const merged = async (one: File, other: File, more: object = {}) => {
  const reply = await mergeAs(clerk, one, other, more)
  expect(reply.status, reply.text).toBe(200)
  await site.settle()
  return reply.body
}
const fileOf = async (customerId: string, as = clerk) => (await site.call(show, { as, params: { customerId } })).body
const mergesOf = async (customerId: string, as = clerk) => (await site.call(merges, { as, params: { customerId } })).body.rows
async function undo(customerId: string) {
  const [last] = await mergesOf(customerId)
  const reply = await site.call(undoMerge, { as: clerk, params: { customerId, mergeId: last!.id } })
  expect(reply.status, reply.text).toBe(200)
  await site.settle()
  return reply.body
}
const linesOf = async (customerId: string) => (await site.call(timeline, { as: clerk, params: { customerId } })).body.rows

/**
 * What may differ although nothing does: how often a row was written, ids of what finds a file, and the places of
 * what is reckoned or remembered of every write (the trail, events, jobs, earlier values).
 */
const passing = {
  'customers.customer': ['version', 'updated_at', 'trust', 'completeness'],
  'customers.search_row': ['id'],
  'customers.timeline_entry': ['subject_version'],
}
const remembered = /^(identity\.audit_entry|platform\.|customers\.(provenance|duplicate_|contradiction|trust))/u
const rowsNow = () => everyRow(site.owner, passing)
const changedSince = async (before: Awaited<ReturnType<typeof rowsNow>>) =>
  Object.fromEntries(Object.entries(differences(before, await rowsNow())).filter(([table]) => !remembered.test(table)))

describe('two files that were merged', () => {
  test('are one to read: fields as chosen, ways of access united, and the id of the other opens the one that is left', async () => {
    const [one, other] = await twoFiles()
    const file = await merged(one, other)
    expect(file).toMatchObject({ customerId: one.customerId, firstName: 'تورج', nationalCode: '0012345679', district: 'ونک' })
    expect(file.accessPoints.map(({ kind, primary }) => [kind, primary])).toEqual([
      ['mobile', true],
      ['phone', true],
    ])
    expect(await fileOf(other.customerId)).toMatchObject({ customerId: one.customerId, mergedFrom: other.customerId, mergedCount: 1 })
    expect(await fileOf(one.customerId)).toMatchObject({ mergedFrom: null, mergedCount: 1 })
    expect(await mergesOf(other.customerId)).toMatchObject([
      { customerId: other.customerId, code: other.code, fields: ['nationalCode', 'district'], accessPoints: 1, can: { undo: true } },
    ])
    expect((await linesOf(one.customerId))[0]).toMatchObject({ kind: 'customer.merged', facts: { code: other.code } })
  })

  test('are one in lists, and found by name, code and number of either', async () => {
    const [one, other] = await twoFiles()
    await merged(one, other)
    const rows = (await site.call(list, { as: clerk, query: { limit: 200 } })).body.rows.map(({ customerId }) => customerId)
    expect([rows.includes(one.customerId), rows.includes(other.customerId)]).toEqual([true, false])
    for (const q of [other.code, `ایرج ${other.lastName}`, other.accessPoints[1]!.value, one.code, `تورج ${one.lastName}`]) {
      const found = (await site.call(search, { as: clerk, query: { q } })).body.rows.map(({ customerId }) => customerId)
      expect(found, q).toContain(one.customerId)
      expect(found, q).not.toContain(other.customerId)
    }
    const caller = await site.call(byCaller, { as: clerk, query: { number: other.accessPoints[1]!.value } })
    expect(caller.body.rows.map(({ customerId }) => customerId)).toEqual([one.customerId])
  })

  test('show what came by either id, and new things go to the file that is left', async () => {
    const [one, other] = await twoFiles()
    await logByDoor(site, clerk, other.customerId, { subject: 'پیش از یکی‌شدن' })
    const request = await newRequest(site, clerk, other.customerId)
    const document = (await upload(site, { as: clerk, customerId: other.customerId, content: 'متن' })).body
    await merged(one, other)
    const [call, later] = [await logByDoor(site, clerk, other.customerId), await newRequest(site, clerk, other.customerId)]
    const added = (await upload(site, { as: clerk, customerId: other.customerId, content: 'متن دیگر' })).body
    await site.settle()
    expect([call.body.customerId, later.customerId, added.customerId]).toEqual([one.customerId, one.customerId, one.customerId])
    for (const customerId of [one.customerId, other.customerId]) {
      const kinds = (await linesOf(customerId)).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'call' || kind === 'document').toSorted()).toEqual(['call', 'call', 'document', 'document'])
      const requests = await site.call(contract.requests.list, { as: clerk, query: { customerId } })
      expect(requests.body.rows.map(({ id }) => id).toSorted()).toEqual([request.id, later.id].toSorted())
      expect(requests.body.rows.every(({ customerName }) => customerName === one.displayName)).toBe(true)
      const documents = await site.call(contract.documents.list, { as: clerk, params: { customerId } })
      expect(documents.body.rows.map(({ id }) => id)).toEqual([added.id, document.id])
      const talks = await site.call(contract.interactions.list, { as: clerk, query: { customerId } })
      expect(talks.body.rows).toHaveLength(2)
      expect((await site.call(contract.documents.show, { as: clerk, params: { customerId, documentId: document.id } })).status).toBe(200)
    }
    const attached = await site.call(contract.requests.attach, { as: clerk, params: of(request), body: { documentId: added.id } })
    expect(attached.status, attached.text).toBe(200)
    expect(attached.body.documentIds).toEqual([added.id])
    const withDocument = { ...(await logByDoor(site, clerk, one.customerId, { documentIds: [document.id] })) }
    expect(withDocument.body.documentIds, withDocument.text).toEqual([document.id])
    const answered = await site.call(contract.requests.answer, {
      as: clerk,
      params: of(request),
      body: { body: 'فردا می‌آییم.', channel: 'phone' },
    })
    expect(answered.body.conversation, answered.text).toMatchObject([{ customerId: other.customerId, body: 'فردا می‌آییم.' }])
    await site.settle()
    expect((await linesOf(one.customerId)).filter(({ kind }) => kind === 'message')).toHaveLength(1)
    const found = await site.call(contract.requests.list, { as: clerk, query: { q: one.displayName } })
    expect(found.body.rows.map(({ id }) => id)).toContain(request.id)
  })

  test('and the pages of their timeline are walked through newest first, each line once', async () => {
    const [one, other] = await twoFiles()
    for (let minute = 0; minute < 9; minute += 1) {
      const startedAt = new Date(site.clock.now.getTime() - minute * 60_000).toISOString()
      await logByDoor(site, clerk, [one, other][minute % 2]!.customerId, { startedAt, subject: String(minute) })
    }
    await merged(one, other)
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await site.call(timeline, {
        as: clerk,
        params: { customerId: one.customerId },
        query: { limit: 2, after, kinds: 'call' },
      })
      seen.push(...body.rows.map(({ facts }) => String(facts.subject)))
      after = body.next
    } while (after !== undefined)
    expect(seen).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8'])
  })

  test('cannot be written by the id of the other, merged again, or merged with themselves', async () => {
    const [one, other] = await twoFiles()
    const file = await merged(one, other)
    const edit = await site.call(patch, {
      as: clerk,
      params: { customerId: other.customerId },
      body: { version: other.version, district: 'ری' },
    })
    expect(edit.status).toBe(404)
    for (const [a, b] of [
      [file, other],
      [other, file],
      [file, file],
    ] as const) {
      expect((await mergeAs(clerk, a as File, b as File)).status).toBe(404)
    }
  })
})

describe('taking a merge back', () => {
  test('leaves the database as it was', async () => {
    const [one, other] = await twoFiles()
    await logByDoor(site, clerk, other.customerId)
    await newRequest(site, clerk, other.customerId)
    await site.settle()
    const before = await rowsNow()
    await merged(one, other)
    expect(Object.keys(await changedSince(before))).toContain('customers.merge')
    expect(await undo(one.customerId)).toEqual({
      customerId: other.customerId,
      restored: ['nationalCode', 'district', 'accessPoints'],
      kept: [],
    })
    expect(await changedSince(before)).toEqual({})
  })

  test('after work on the file, what came by an id stays with it and nothing else differs', async () => {
    const [one, other] = await twoFiles()
    const request = await newRequest(site, clerk, other.customerId)
    await site.settle()
    const before = await rowsNow()
    const file = await merged(one, other)
    await logByDoor(site, clerk, one.customerId)
    await newRequest(site, clerk, other.customerId)
    await upload(site, { as: clerk, customerId: one.customerId, content: 'سند پس از یکی‌شدن' })
    await site.call(contract.requests.take, { as: clerk, params: of(request) })
    const edited = { version: file.version, lastName: 'نام تازه', district: 'ری' }
    expect((await site.call(patch, { as: clerk, params: { customerId: one.customerId }, body: edited })).status).toBe(200)
    await site.settle()
    expect(await undo(one.customerId)).toMatchObject({ restored: ['nationalCode', 'accessPoints'], kept: ['district'] })

    expect(await fileOf(one.customerId)).toMatchObject({
      lastName: 'نام تازه',
      district: 'ری',
      nationalCode: null,
      accessPoints: [{ kind: 'mobile' }],
    })
    const { version: _v, updatedAt: _u, ...otherNow } = await fileOf(other.customerId)
    expect(otherNow).toEqual(Object.fromEntries(Object.entries(other).filter(([key]) => key !== 'version' && key !== 'updatedAt')))
    const changed = await changedSince(before)
    // Of the other file nothing but the request that was worked on differs, and what tells of it.
    const ofOther = Object.entries(changed).flatMap(([table, { added }]) =>
      added.filter((row) => row.includes(other.customerId) && !row.includes(request.id)).map((row) => [table, row]),
    )
    expect(ofOther).toEqual([])
    const gone = Object.entries(changed).flatMap(([table, rows]) =>
      rows.gone.map((row) => [table, row.includes(one.customerId) || row.includes(request.id)]),
    )
    expect(gone.filter(([, isOfThese]) => !isOfThese)).toEqual([])
    expect(changed).not.toHaveProperty('customers.merge')
    const kinds = (await linesOf(one.customerId)).map(({ kind }) => kind)
    expect(kinds).not.toContain('customer.merged')
    expect(kinds).toEqual(expect.arrayContaining(['call', 'document', 'customer.changed']))
    const found = (await site.call(search, { as: clerk, query: { q: other.code } })).body.rows
    expect(found.map(({ customerId }) => customerId)).toEqual([other.customerId])
  })

  test('goes link by link where files were merged one after another, the last first', async () => {
    const [one, other] = await twoFiles()
    const third = await newCustomer(
      site,
      clerk,
      personFile({ firstName: 'تورج', lastName: 'سوم', accessPoints: [accessPoint('mobile', mobile())] }),
    )
    await logByDoor(site, clerk, one.customerId)
    await site.settle()
    const before = await rowsNow()
    const first = await merged(other, one, { take: [] })
    await merged(third, first as File, { take: ['nationalCode'] })
    expect(await fileOf(one.customerId)).toMatchObject({ customerId: third.customerId, mergedCount: 2 })
    expect((await site.call(search, { as: clerk, query: { q: one.code } })).body.rows[0]?.customerId).toBe(third.customerId)
    expect((await linesOf(third.customerId)).map(({ kind }) => kind)).toContain('call')
    const [last, earlier] = await mergesOf(third.customerId)
    const early = await site.call(undoMerge, { as: clerk, params: { customerId: other.customerId, mergeId: earlier!.id } })
    expect(early.body).toMatchObject({ code: 'later-merge-first' })
    expect((await site.call(undoMerge, { as: clerk, params: { customerId: third.customerId, mergeId: last!.id } })).status).toBe(200)
    await site.settle()
    expect(await fileOf(one.customerId)).toMatchObject({ customerId: other.customerId })
    await undo(other.customerId)
    expect(await changedSince(before)).toEqual({})
  })

  test('is possible for ninety days, and only once', async () => {
    const [one, other] = await twoFiles()
    await merged(one, other)
    const [row] = await mergesOf(one.customerId)
    const asked = { as: clerk, params: { customerId: one.customerId, mergeId: row!.id } }
    const now = site.clock.now
    site.clock.now = new Date(now.getTime() + 91 * 86_400_000)
    expect((await mergesOf(one.customerId))[0]?.can.undo).toBe(false)
    expect((await site.call(undoMerge, asked)).body).toMatchObject({ code: 'undo-too-late' })
    site.clock.now = now
    expect((await site.call(undoMerge, asked)).status).toBe(200)
    expect((await site.call(undoMerge, asked)).status).toBe(404)
  })
})

describe('rights', () => {
  test('only whoever may write both files merges them, and a file out of sight is not there', async () => {
    const [one, other] = await twoFiles({ unitId: units.here, otherUnitId: units.there })
    const half = await site.addPerson('نیمه‌نویس', { unitId: units.here, grants: { 'customers.read': 'all', 'customers.write': 'team' } })
    const blind = await site.addPerson('نیمه‌بین', { unitId: units.here, grants: { 'customers.read': 'team', 'customers.write': 'team' } })
    expect((await mergeAs(half, one, other)).status).toBe(403)
    const hidden = await mergeAs(blind, one, other)
    const missing = await mergeAs(blind, one, { ...other, customerId: newId() })
    expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    expect((await site.call(compare, { as: half, params: { customerId: one.customerId, otherId: other.customerId } })).body.can).toEqual({
      merge: false,
    })
    await merged(one, other)
    const [row] = await mergesOf(one.customerId, half)
    expect(row?.can.undo).toBe(false)
    expect((await site.call(undoMerge, { as: half, params: { customerId: one.customerId, mergeId: row!.id } })).status).toBe(403)
    for (const customerId of [one.customerId, other.customerId]) {
      const there = await site.addPerson(`آن‌سو ${customerId}`, {
        unitId: units.there,
        grants: { 'customers.read': 'team', 'customers.write': 'team' },
      })
      expect((await site.call(show, { as: there, params: { customerId } })).status).toBe(404)
      expect((await site.call(merges, { as: there, params: { customerId } })).status).toBe(404)
    }
  })

  test('nobody takes a field that they may not read, yet it is not lost', async () => {
    const [one, other] = await twoFiles()
    const plain = await site.addPerson('اپراتور یکی‌کن', { grants: serviceGrants('all'), fieldClasses: ['public', 'internal'] })
    expect((await mergeAs(plain, one, other)).status).toBe(403)
    const reply = await mergeAs(plain, one, other, { take: ['district'] })
    expect(reply.body).not.toHaveProperty('nationalCode')
    expect(await fileOf(one.customerId)).toMatchObject({ nationalCode: '0012345679' })
  })

  test('a file that waits to be erased is not merged, nor another into it, until the erasure is called off', async () => {
    const [one, other] = await twoFiles()
    const officer = await site.addPerson('نگار امانت‌دار', { grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
    const asked = await site.call(contract.erasures.ask, {
      as: officer,
      params: { customerId: other.customerId },
      body: { code: other.code, basis: 'asked-by-person', reference: 'نامهٔ ۱۲/۴۵', atOnce: false },
    })
    expect(asked.status, asked.text).toBe(200)
    expect((await mergeAs(clerk, one, other)).body).toMatchObject({ code: 'erasure-waits' })
    expect((await mergeAs(clerk, other, one, { take: [] })).body).toMatchObject({ code: 'erasure-waits' })
    await site.call(contract.erasures.callOff, { as: officer, params: { erasureId: asked.body.id } })
    await merged(one, other)
  })

  test('a file that somebody changed meanwhile, or of another kind, is not merged', async () => {
    const [one, other] = await twoFiles()
    expect((await mergeAs(clerk, one, { ...other, version: 7 })).body).toMatchObject({ code: 'changed-meanwhile' })
    const firm = await newCustomer(site, clerk, { ...personFile(), kind: 'organisation', organisationName: 'شرکت دیگر' })
    expect((await mergeAs(clerk, one, firm, { take: [] })).body).toMatchObject({ code: 'files-merge-refused' })
    for (const body of [{ take: ['kind'] }, { take: ['displayName'] }, { leave: ['x'] }, { otherId: 'کسی' }]) {
      expect((await mergeAs(clerk, one, other, body)).status).toBe(422)
    }
  })
})
