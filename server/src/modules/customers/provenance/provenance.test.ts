import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { loadFiles } from '../index.ts'

const { show, history, confirm, doubt, restore } = contract.provenance
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'interactions.read': 'all', 'interactions.write': 'all' } as const
const all = ['public', 'internal', 'sensitive', 'financial']
const tehran = { provinceId: 8, countyId: null, cityId: null }

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('مهتاب شریفی', { grants, fieldClasses: all })
})
afterAll(() => site.close())

const open = (given: Parameters<typeof personFile>[0] = {}) =>
  newCustomer(
    site,
    clerk,
    personFile({
      firstName: 'بهرام',
      lastName: 'نیک‌رفتار',
      district: 'ولنجک',
      source: { kind: 'form', id: null, confidence: null },
      ...given,
    }),
  )

const originsOf = async (customerId: string, as = clerk) => {
  const { body } = await site.call(show, { as, params: { customerId } })
  return new Map(body.values.map((value) => [value.field, value]))
}

const past = async (customerId: string, field: string, as = clerk) =>
  (await site.call(history, { as, params: { customerId, field } })).body.values

const patch = async (customerId: string, version: number, body: object) => {
  const reply = await site.call(contract.customers.patch, { as: clerk, params: { customerId }, body: { version, ...body } })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body
}

const recordsOf = async (customerId: string) =>
  (await site.owner.query('select field from customers.provenance where customer_id = $1', [customerId])).rowCount

test('C3: every value of a new file comes from the file’s own source, without a record of its own', async () => {
  const { customerId } = await open({ accessPoints: [accessPoint('mobile', '09121110001')] })
  const origins = await originsOf(customerId)
  expect([...origins.keys()].filter((field) => !field.includes('.')).toSorted()).toEqual(['district', 'firstName', 'kind', 'lastName'])
  expect(origins.get('district')).toMatchObject({
    kind: 'form',
    confidence: 0.8,
    recordedBy: clerk.id,
    confirmed: null,
    doubted: null,
    older: 0,
  })
  expect([...origins.keys()].some((field) => field.startsWith('accessPoints.'))).toBe(true)
  expect(await recordsOf(customerId)).toBe(0)
})

test('C3: an imported value comes from its import and row; a million of them cost no record', async () => {
  const importId = '01900000-0000-7000-8000-00000000aaaa'
  const { body: blank } = await site.call(contract.customers.show, { as: clerk, params: { customerId: (await open()).customerId } })
  const fields = { ...personFile(), ...blank, fatherName: null } as never
  const [customerId = ''] = await site.app.runAsSystem((context) =>
    loadFiles(context, 'آزمون', [
      {
        fields,
        accessPoints: [],
        unitId: null,
        ownerId: null,
        acceptedProblems: {},
        createdAt: site.clock.now,
        createdBy: null,
        from: { kind: 'import', id: importId, row: 17 },
      },
    ]),
  )
  const origins = await originsOf(customerId)
  expect(origins.get('lastName')).toMatchObject({ kind: 'import', importId, row: 17, confidence: 0.6, recordedBy: null })
  expect(await recordsOf(customerId)).toBe(0)
})

test('C3: a changed value keeps what was before it, with both sources, and who wrote each', async () => {
  const file = await open()
  const call = await site.call(contract.interactions.log, {
    as: clerk,
    params: { customerId: file.customerId },
    body: {
      kind: 'call',
      direction: 'in',
      channel: 'phone',
      personId: null,
      startedAt: site.clock.now.toISOString(),
      minutes: 4,
      subject: 'نشانی تازه',
      body: '',
    },
  })
  await site.settle()
  site.clock.now = new Date(site.clock.now.getTime() + 60_000)
  await patch(file.customerId, file.version, { district: 'نیاوران', source: { kind: 'call', id: call.body.id, confidence: 0.95 } })
  const origin = (await originsOf(file.customerId)).get('district')
  expect(origin).toMatchObject({
    kind: 'call',
    contact: { id: call.body.id, kind: 'call', personId: clerk.id },
    confidence: 0.95,
    older: 1,
  })
  expect(await past(file.customerId, 'district')).toMatchObject([
    { value: 'نیاوران', kind: 'call', until: null },
    { value: 'ولنجک', kind: 'form', recordedBy: clerk.id, until: site.clock.now.toISOString() },
  ])
  // Who may not see the call is told that it was a call, and not which.
  const deaf = await site.addPerson('بی‌تماس', { grants: { 'customers.read': 'all' }, fieldClasses: all })
  expect((await originsOf(file.customerId, deaf)).get('district')).toMatchObject({ kind: 'call', contact: null })
})

test('C3: a value that was emptied, and one that was filled, are told as such', async () => {
  const file = await open({ district: null })
  const filled = await patch(file.customerId, file.version, { district: 'تجریش' })
  expect(await past(file.customerId, 'district')).toMatchObject([{ value: 'تجریش' }])
  await patch(file.customerId, filled.version, { district: null })
  expect((await originsOf(file.customerId)).get('district')).toBeUndefined()
  expect((await past(file.customerId, 'district')).map(({ value }) => value)).toEqual([null, 'تجریش'])
})

test('C3: a number is its own value: its hours may change, it is recorded when the number does', async () => {
  const file = await open({ accessPoints: [accessPoint('mobile', '09121110002')] })
  const [point] = file.accessPoints
  const calmer = await patch(file.customerId, file.version, { accessPoints: [{ ...point, preferredHours: 'عصرها' }] })
  expect(await recordsOf(file.customerId)).toBe(0)
  await patch(file.customerId, calmer.version, { accessPoints: [{ ...point, value: '09121110003' }] })
  const field = `accessPoints.${point?.id}`
  expect((await past(file.customerId, field)).map(({ value }) => (value as { value: string }).value)).toEqual([
    '+989121110003',
    '+989121110002',
  ])
})

test('C3: a value is confirmed with one call, doubted with a reason, and both can be taken back', async () => {
  const { customerId } = await open()
  const say = async (route: typeof confirm | typeof doubt, body: object) => {
    const reply = await site.call(route as typeof confirm, { as: clerk, params: { customerId }, body: body as never })
    expect(reply, reply.text).toMatchObject({ status: 200 })
    return reply.body
  }
  expect(await say(confirm, { field: 'district' })).toMatchObject({ kind: 'form', confirmed: { by: clerk.id }, doubted: null })
  expect(await say(doubt, { field: 'district', note: 'می‌گوید جابه‌جا شده است' })).toMatchObject({
    confirmed: null,
    doubted: { by: clerk.id, note: 'می‌گوید جابه‌جا شده است' },
  })
  expect(await say(doubt, { field: 'district', note: null })).toMatchObject({ confirmed: null, doubted: null })
  await say(confirm, { field: 'district' })
  expect(await say(confirm, { field: 'district', confirmed: false })).toMatchObject({ confirmed: null })
  expect(await recordsOf(customerId)).toBe(1)
  const trail = await site.owner.query(
    `select action from identity.audit_entry where subject_id = $1 and action like 'value.%' order by at`,
    [customerId],
  )
  expect(trail.rows.map(({ action }) => action)).toContain('value.confirmed')
})

test('C3: a confirmation is of one value: the next value of the field is not confirmed by it', async () => {
  const file = await open()
  await site.call(confirm, { as: clerk, params: { customerId: file.customerId }, body: { field: 'district' } })
  await patch(file.customerId, file.version, { district: 'جماران' })
  expect((await originsOf(file.customerId)).get('district')).toMatchObject({ confirmed: null })
  expect(await past(file.customerId, 'district')).toMatchObject([{ confirmed: null }, { confirmed: { by: clerk.id } }])
})

test('C3: an older value is put back with the source that it had, and that is undone like any change', async () => {
  const file = await open({ ...tehran })
  const moved = await patch(file.customerId, file.version, { district: 'پونک', source: { kind: 'message' } })
  const older = (await past(file.customerId, 'district')).find(({ until }) => until !== null)
  const back = await site.call(restore, {
    as: clerk,
    params: { customerId: file.customerId },
    body: { id: older?.id ?? '', version: moved.version },
  })
  expect(back, back.text).toMatchObject({ status: 200, body: { district: 'ولنجک' } })
  expect((await originsOf(file.customerId)).get('district')).toMatchObject({ kind: 'form', older: 2 })
  const undone = await patch(file.customerId, back.body.version, { district: 'پونک' })
  expect(undone.district).toBe('پونک')
  const late = await site.call(restore, {
    as: clerk,
    params: { customerId: file.customerId },
    body: { id: older?.id ?? '', version: moved.version },
  })
  expect(late).toMatchObject({ status: 409 })
})

test('C3: a number that was removed can be put back', async () => {
  const file = await open({ accessPoints: [accessPoint('mobile', '09121110004')] })
  const bare = await patch(file.customerId, file.version, { accessPoints: [] })
  const field = `accessPoints.${file.accessPoints[0]?.id}`
  const older = (await past(file.customerId, field)).find(({ value }) => value !== null)
  const back = await site.call(restore, {
    as: clerk,
    params: { customerId: file.customerId },
    body: { id: older?.id ?? '', version: bare.version },
  })
  expect(back, back.text).toMatchObject({ status: 200 })
  expect(back.body.accessPoints).toMatchObject([{ value: '+989121110004', kind: 'mobile' }])
})

test('C3: what cannot be is refused: a field that is empty or unknown, a record of another file, confidence out of its bounds', async () => {
  const file = await open({ district: null })
  const params = { customerId: file.customerId }
  for (const field of ['district', 'nothing', 'accessPoints.nobody', '__proto__'])
    expect((await site.call(confirm, { as: clerk, params, body: { field } })).status, field).toBe(field === '__proto__' ? 422 : 404)
  expect((await site.call(restore, { as: clerk, params, body: { id: file.customerId, version: file.version } })).status).toBe(404)
  const source = { kind: 'call' as const, confidence: 2 }
  expect((await site.call(contract.customers.patch, { as: clerk, params, body: { version: file.version, source } })).status).toBe(422)
  expect((await site.call(doubt, { as: clerk, params, body: { field: 'lastName', note: ' ' } })).status).toBe(422)
})

test('C3, C81: neither a delicate field nor a file out of reach shows by its provenance', async () => {
  const file = await open({ birthDate: '1980-04-01' })
  await patch(file.customerId, file.version, { birthDate: '1981-04-01' })
  const plain = await site.addPerson('بی‌محرمانه', { grants, fieldClasses: ['public', 'internal'] })
  expect((await originsOf(file.customerId)).has('birthDate')).toBe(true)
  expect((await originsOf(file.customerId, plain)).has('birthDate')).toBe(false)
  const [veiled, unknown] = await Promise.all(
    ['birthDate', 'nothing'].map((field) => site.call(history, { as: plain, params: { customerId: file.customerId, field } })),
  )
  expect(veiled).toMatchObject({ status: 404 })
  expect(veiled?.text).toBe(unknown?.text)
  const [record] = await past(file.customerId, 'birthDate')
  const params = { customerId: file.customerId }
  expect((await site.call(confirm, { as: plain, params, body: { field: 'birthDate' } })).status).toBe(404)
  expect((await site.call(restore, { as: plain, params, body: { id: record?.id ?? '', version: 2 } })).status).toBe(404)
  const stranger = await site.addPerson('بیگانه', {
    unitId: await site.addUnit('دور'),
    grants: { 'customers.read': 'team', 'customers.write': 'team' },
  })
  const missing = '01900000-0000-7000-8000-000000000000'
  for (const route of [show, history] as const) {
    const replies = [file.customerId, missing].map((customerId) =>
      site.call(route as typeof history, { as: stranger, params: { customerId, field: 'district' } }),
    )
    const [hidden, absent] = await Promise.all(replies)
    expect(hidden?.text).toBe(absent?.text)
    expect(hidden?.status).toBe(404)
  }
  const reader = await site.addPerson('خواننده', { grants: { 'customers.read': 'all', 'customers.write': 'own' }, fieldClasses: all })
  expect((await site.call(confirm, { as: reader, params, body: { field: 'lastName' } })).status).toBe(403)
})

test('C3: reading what a delicate field has held is put on record', async () => {
  const file = await open({ fatherName: 'یوسف' })
  await past(file.customerId, 'fatherName')
  const trail = await site.owner.query(`select 1 from identity.audit_entry where subject_id = $1 and action = 'field.read'`, [
    file.customerId,
  ])
  expect(trail.rowCount).toBeGreaterThan(0)
})
