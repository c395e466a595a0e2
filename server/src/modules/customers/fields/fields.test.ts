import { contract } from '@parvandeh/contract'
import type { Condition } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { fieldBody, newField } from '../../../testing/fields-builders.ts'
import { newId } from '../../../platform/ids.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { create, change, patch, check, show, list, search } = contract.customers
const { add, change: changeField, remove, restore, use, list: listFields } = contract.customFields
const all = {
  'customers.read': 'all',
  'customers.write': 'all',
  'customers.export': 'all',
  'customers.fields': 'all',
  'identity.audit': 'all',
} as const

let site: TestApp
let keeper: TestPerson
let outsider: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  keeper = await site.addPerson('فرزانه ویژه‌کار', { grants: all })
  outsider = await site.addPerson('بهرام عمومی', { grants: all, fieldClasses: ['public', 'internal'] })
})
afterAll(() => site.close())

const c = (label: string) => ({ label: { fa: label, en: null } })
const opened = (custom: Record<string, never> | object, given = {}) =>
  site.call(create, { as: keeper, body: personFile({ lastName: 'نمونه', custom: custom as Record<string, string>, ...given }) })
const refused = async (custom: object, given = {}) => (await opened(custom, given)).body as unknown
const found = async (where: Condition, as = keeper) => {
  const reply = await site.call(list, { as, query: { where: JSON.stringify(where), sort: 'name' } })
  return reply.status === 200 ? reply.body.rows.map(({ displayName }) => displayName) : reply.status
}
const searched = async (q: string, as = keeper) =>
  (await site.call(search, { as, query: { q } })).body.rows.map(({ displayName }) => displayName)

test('C5: each type keeps its values tidied as the built-in ones are', async () => {
  const colleague = await site.addPerson('همکار نمونه')
  const friend = await newCustomer(site, keeper, personFile({ lastName: 'معرف' }))
  const fields = [
    { key: 'plain', type: 'text' },
    { key: 'story', type: 'long-text' },
    { key: 'floor', type: 'number' },
    { key: 'price', type: 'money' },
    { key: 'since', type: 'date' },
    { key: 'grade', type: 'choice', choices: [c('طلایی'), c('نقره‌ای')] },
    { key: 'owns', type: 'choices', choices: [c('یخچال'), c('اجاق گاز'), c('کولر')] },
    { key: 'lift', type: 'yes-no' },
    { key: 'expert', type: 'person' },
    { key: 'friend', type: 'customer' },
    { key: 'tel', type: 'phone' },
    { key: 'mail', type: 'email' },
    { key: 'pick_up', type: 'address' },
  ] as const
  for (const field of fields) await newField(site, keeper, { ...field, choices: 'choices' in field ? [...field.choices] : [] })
  const { body, text, status } = await opened({
    plain: ' كتاب ',
    story: 'خط یک\r\nخط دو',
    floor: '۲',
    price: '۱۲۳٬۴۵۶',
    since: '2026-03-21',
    grade: 'نقره‌ای',
    owns: ['c3', 'c1'],
    lift: 'بله',
    expert: colleague.id,
    friend: friend.customerId,
    tel: '۰۹۱۲ ۳۴۵ ۶۷۸۹',
    mail: 'a@example.com',
    pick_up: 'تهران، خیابان آزادی',
  })
  expect(status, text).toBe(200)
  expect(body.custom).toEqual({
    plain: 'کتاب',
    story: 'خط یک\nخط دو',
    floor: 2,
    price: 123456,
    since: '2026-03-21',
    grade: 'c2',
    owns: ['c1', 'c3'],
    lift: true,
    expert: colleague.id,
    friend: friend.customerId,
    tel: '+989123456789',
    mail: 'a@example.com',
    pick_up: 'تهران، خیابان آزادی',
  })
  expect(body.customNames).toEqual({ [friend.customerId]: 'معرف' })
  for (const [key, wrong] of Object.entries({
    floor: 'دو',
    price: 1.5,
    since: '2026-13-01',
    grade: 'برنزی',
    owns: ['c9'],
    lift: 'شاید',
    expert: friend.customerId,
    friend: colleague.id,
    plain: 7,
  }))
    expect(await refused({ [key]: wrong }), key).toMatchObject({ code: 'invalid-input', problems: [{ field: `custom.${key}` }] })
})

test('C5: bounds, shapes and the field that must be filled are told beside the field, in the language of the reader', async () => {
  await newField(site, keeper, { key: 'seats', type: 'number', rules: { least: 1, most: 500, pattern: null } })
  await newField(site, keeper, { key: 'plate', rules: { least: null, most: null, pattern: '99آ999' } })
  expect(await refused({ seats: 0, plate: '12ب34' })).toMatchObject({
    problems: [
      { field: 'custom.seats', code: 'too-small', message: 'نمی‌تواند کمتر از ۱ باشد.' },
      { field: 'custom.plate', code: 'pattern' },
    ],
  })
  expect((await opened({ seats: 500, plate: '۱۲ب۳۴۵' })).body.custom).toEqual({ seats: 500, plate: '12ب345' })
  const must = await newField(site, keeper, { key: 'must', required: true })
  expect(await refused({})).toMatchObject({ problems: [{ field: 'custom.must', code: 'required', message: 'این ویژگی را باید پر کنید.' }] })
  // A caller of whom nothing is known yet, and a change of something else, are not held up by it.
  expect((await opened({}, { lastName: null, provisional: true, acceptedProblems: { lastName: 'تماس' } })).status).toBe(200)
  const { customerId } = (await opened({ must: 'هست' })).body
  const changed = await site.call(patch, { as: keeper, params: { customerId }, body: { version: 1, district: 'شمال' } })
  expect(changed.body).toMatchObject({ district: 'شمال', custom: { must: 'هست' } })
  expect(await site.call(patch, { as: keeper, params: { customerId }, body: { version: 2, custom: { must: null } } })).toMatchObject({
    status: 422,
    body: { problems: [{ field: 'custom.must' }] },
  })
  await site.call(remove, { as: keeper, params: { fieldId: must.id } })
})

test('C5: a field asked for only when something else holds is required only then, and only of its kind of customer', async () => {
  await newField(site, keeper, { key: 'has_card', type: 'yes-no' })
  const visibleWhen: Condition = { field: 'x.has_card', is: 'equals', value: true }
  const field = await newField(site, keeper, { key: 'card_no', required: true, kinds: ['person'], visibleWhen })
  expect((await opened({})).status).toBe(200)
  expect((await opened({ has_card: false })).status).toBe(200)
  expect(await refused({ has_card: true })).toMatchObject({ problems: [{ field: 'custom.card_no', code: 'required' }] })
  const company = organisationFile('شرکت کارتی', { custom: { has_card: true } })
  expect((await site.call(create, { as: keeper, body: company })).status).toBe(200)
  await site.call(remove, { as: keeper, params: { fieldId: field.id } })
})

test('C5: no two files hold the same value of a unique field, however it is spelt, until one lets it go', async () => {
  await newField(site, keeper, { key: 'contract_no', unique: true })
  const first = (await opened({ contract_no: 'ق-۱۲' })).body
  expect(await refused({ contract_no: ' ق-۱۲ ' })).toMatchObject({ problems: [{ field: 'custom.contract_no', code: 'not-unique' }] })
  const [one, two] = await Promise.all([opened({ contract_no: 'ق-۱۳' }), opened({ contract_no: 'ق-۱۳' })])
  expect([one.status, two.status].toSorted()).toEqual([200, 422])
  await site.call(patch, { as: keeper, params: { customerId: first.customerId }, body: { version: 1, custom: { contract_no: null } } })
  expect((await opened({ contract_no: 'ق-۱۲' })).status).toBe(200)
})

test('C5: a doubtful number is asked about like any other, and kept with a reason', async () => {
  const given = { tel: '۸۸۷۷' }
  expect(await refused(given)).toMatchObject({ problems: [{ field: 'custom.tel', code: 'too-short' }] })
  const kept = await opened(given, { acceptedProblems: { 'custom.tel': 'داخلی شرکت' } })
  expect(kept.body).toMatchObject({ problems: [{ field: 'custom.tel', reason: 'داخلی شرکت' }] })
  const { problems } = (await site.call(check, { as: keeper, body: { kind: 'person', custom: { tel: '۱', floor: 'x' } } })).body
  expect(problems.map(({ field }) => field)).toEqual(['custom.floor', 'custom.tel'])
})

test('C5: what the form does not name stays, and the trail tells each value before and after', async () => {
  const file = (await opened({ plain: 'یک', floor: 3 })).body
  const { custom: _custom, customNames: _names, ...form } = personFile({ lastName: 'نمونه' }) as never as Record<string, never>
  const body = { ...form, version: 1, custom: { plain: 'دو', floor: null } } as never
  const changed = await site.call(change, { as: keeper, params: { customerId: file.customerId }, body })
  expect(changed.body, changed.text).toMatchObject({ version: 2, custom: { plain: 'دو' } })
  expect(changed.body.custom).not.toHaveProperty('floor')
  const trail = await site.call(contract.audit.list, { as: keeper, query: { subjectId: file.customerId, action: 'customer.changed' } })
  expect(trail.body.rows).toMatchObject([
    { before: { 'custom.plain': 'یک', 'custom.floor': 3 }, after: { 'custom.plain': 'دو', 'custom.floor': null } },
  ])
})

test.each<[string, Condition, string[]]>([
  ['a text', { field: 'x.town', is: 'contains', value: 'ری' }, ['دو', 'یک']],
  ['a number above', { field: 'x.size', is: 'above', value: 10 }, ['دو']],
  ['numbers between', { field: 'x.size', is: 'between', value: [1, 10] }, ['یک']],
  ['a choice', { field: 'x.tier', is: 'one-of', value: ['c1'] }, ['یک']],
  ['one of many choices', { field: 'x.tools', is: 'one-of', value: ['c2'] }, ['دو', 'یک']],
  ['all of many choices', { field: 'x.tools', is: 'all-of', value: ['c1', 'c2'] }, ['یک']],
  ['a day before', { field: 'x.until', is: 'before', value: '2026-01-01' }, ['یک']],
  ['yes', { field: 'x.vip', is: 'equals', value: true }, ['دو']],
  ['a number as it is dialled', { field: 'x.hotline', is: 'begins', value: '0912' }, ['دو']],
  [
    'nothing in it',
    {
      all: [
        { field: 'x.size', is: 'filled' },
        { field: 'x.vip', is: 'empty' },
      ],
    },
    ['یک'],
  ],
])('C5: files are chosen by %s of an own field, before and after it is made ready for filters', async (_name, where, names) => {
  await prepareFiltered()
  for (const filtered of [false, true]) {
    await setFiltered(filtered)
    expect((await found({ all: [where, { field: 'x.size', is: 'filled' }] })) as string[]).toEqual(names.toSorted())
  }
})

let prepared: Promise<void> | undefined
const prepareFiltered = () =>
  (prepared ??= (async () => {
    const fields = [
      { key: 'town' },
      { key: 'size', type: 'number' },
      { key: 'tier', type: 'choice', choices: [c('الف'), c('ب')] },
      { key: 'tools', type: 'choices', choices: [c('الف'), c('ب')] },
      { key: 'until', type: 'date' },
      { key: 'vip', type: 'yes-no' },
      { key: 'hotline', type: 'phone' },
    ] as const
    for (const field of fields) await newField(site, keeper, { ...field, choices: 'choices' in field ? [...field.choices] : [] })
    await opened({ town: 'شهرری', size: 5, tier: 'c1', tools: ['c1', 'c2'], until: '2025-06-01' }, { lastName: 'یک' })
    await opened(
      { town: 'ساری', size: 50, tier: 'c2', tools: ['c2'], until: '2026-06-01', vip: true, hotline: '09121112233' },
      { lastName: 'دو' },
    )
  })())
async function setFiltered(filtered: boolean): Promise<void> {
  const { fields } = (await site.call(listFields, { as: keeper })).body
  const mine = fields.filter(({ key }) => ['town', 'size', 'tier', 'tools', 'until', 'vip', 'hotline'].includes(key) && true)
  for (const { id, key: _key, type: _type, updatedAt: _at, work: _work, ...definition } of mine.filter(
    (field) => field.filtered !== filtered,
  )) {
    const reply = await site.call(changeField, { as: keeper, params: { fieldId: id }, body: { ...definition, filtered } as never })
    expect(reply.body, reply.text).toMatchObject({ filtered, work: { done: 0 } })
  }
  await site.settle()
  const after = (await site.call(listFields, { as: keeper })).body.fields
  expect(after.filter(({ work }) => work !== null)).toEqual([])
}

test('C5: a file written while a field is kept for filters is found by its new value and no more by the old', async () => {
  await newField(site, keeper, { key: 'shelf', filtered: true })
  const file = (await opened({ shelf: 'بالا' }, { lastName: 'قفسه' })).body
  expect(await found({ field: 'x.shelf', is: 'equals', value: 'بالا' })).toEqual(['قفسه'])
  await site.call(patch, { as: keeper, params: { customerId: file.customerId }, body: { version: 1, custom: { shelf: 'پایین' } } })
  expect(await found({ field: 'x.shelf', is: 'equals', value: 'بالا' })).toEqual([])
  expect(await found({ field: 'x.shelf', is: 'begins', value: 'پایی' })).toEqual(['قفسه'])
})

test('C5: a searchable field finds its file at once, those written before it too, and no reader of another class', async () => {
  await newField(site, keeper, { key: 'nick', searchable: true, accessClass: 'sensitive' })
  await opened({ nick: 'ستاره‌سهیل' }, { lastName: 'آسمانی' })
  expect(await searched('ستاره سهیل')).toEqual(['آسمانی'])
  expect(await searched('ستاره سهیل', outsider)).toEqual([])
  const late = await newField(site, keeper, { key: 'late', accessClass: 'public' })
  await opened({ late: 'دیررسیده' }, { lastName: 'دیرآمده' })
  expect(await searched('دیررسیده')).toEqual([])
  const { id, key: _key, type: _type, updatedAt: _at, work: _work, ...definition } = late
  const searchable = await site.call(changeField, {
    as: keeper,
    params: { fieldId: id },
    body: { ...definition, searchable: true } as never,
  })
  await site.settle()
  expect(await searched('دیررسیده', outsider)).toEqual(['دیرآمده'])
  // Made secret, it is found by nobody who may not read it from that moment.
  await site.call(changeField, {
    as: keeper,
    params: { fieldId: id },
    body: { ...definition, searchable: true, accessClass: 'financial', version: searchable.body.version } as never,
  })
  expect(await searched('دیررسیده', outsider)).toEqual([])
  expect(await searched('دیررسیده')).toEqual(['دیرآمده'])
})

test('C81: the class of a field holds in the file, the list, filters, the count, the export, the catalogue, and for writing', async () => {
  const secret = await newField(site, keeper, { key: 'secret', accessClass: 'sensitive', required: true })
  const { customerId } = (await opened({ secret: 'رازآلود', plain: 'آشکار' }, { lastName: 'رازدار' })).body
  const shown = await site.call(show, { as: outsider, params: { customerId } })
  expect(shown.text).not.toContain('رازآلود')
  expect(shown.body).toMatchObject({ custom: { plain: 'آشکار' }, withheld: expect.arrayContaining(['custom.secret']) })
  expect((await site.call(list, { as: outsider, query: { fields: 'x.secret,x.plain' } })).text).not.toContain('رازآلود')
  expect((await site.call(list, { as: keeper, query: { fields: 'x.secret' } })).text).toContain('رازآلود')
  for (const route of [list, contract.customers.count, contract.customers.export])
    expect((await site.call(route, { as: outsider, query: { where: JSON.stringify({ field: 'x.secret', is: 'filled' }) } })).status).toBe(
      422,
    )
  for (const columns of ['name,x.secret', undefined]) {
    const { text } = await site.call(contract.customers.export, { as: outsider, query: { columns } as never })
    expect(text).toContain('رازدار')
    expect(text).not.toContain('رازآلود')
  }
  expect((await site.call(contract.customers.export, { as: keeper, query: {} as never })).text).toContain('رازآلود')
  expect((await site.call(contract.customerFields.show, { as: outsider })).text).not.toContain('x.secret')
  const written = (custom: object, version = 1) =>
    site.call(patch, { as: outsider, params: { customerId }, body: { version, custom: custom as Record<string, string> } })
  const unknown = (await written({ no_such: '۱' })).text.replaceAll('no_such', 'secret')
  expect((await written({ secret: '۱' })).text).toBe(unknown)
  // Whoever may not read it is not asked for it, and leaves it as it is.
  expect((await site.call(create, { as: outsider, body: personFile({ lastName: 'بی‌راز' }) })).status).toBe(200)
  expect((await written({ plain: 'دیگر' })).status).toBe(200)
  expect((await site.call(show, { as: keeper, params: { customerId } })).body.custom).toMatchObject({ secret: 'رازآلود', plain: 'دیگر' })
  const reads = await site.owner.query(`select after from identity.audit_entry where action = 'field.read' and customer_id = $1`, [
    customerId,
  ])
  expect(reads.rows).toEqual([{ after: { fields: ['custom.secret'] } }])
  await site.call(remove, { as: keeper, params: { fieldId: secret.id } })
})

test('C5: a removed field is out of sight everywhere, comes back with its values within ninety days, and is then gone for good', async () => {
  const field = await newField(site, keeper, { key: 'passing', searchable: true, filtered: true })
  const { customerId } = (await opened({ passing: 'گذرا' }, { lastName: 'ماندگار' })).body
  expect((await site.call(use, { as: keeper, params: { fieldId: field.id } })).body).toEqual({ count: 1, more: false })
  expect((await site.call(remove, { as: keeper, params: { fieldId: field.id } })).status).toBe(200)
  const held = async () => (await site.call(show, { as: keeper, params: { customerId } })).body.custom
  expect(await held()).toEqual({})
  expect(await searched('گذرا')).toEqual([])
  expect(await found({ field: 'x.passing', is: 'filled' })).toBe(422)
  await site.call(patch, { as: keeper, params: { customerId }, body: { version: 1, district: 'شمال' } })
  const removed = (await site.call(listFields, { as: keeper })).body.removed
  expect(removed.find(({ id }) => id === field.id)).toMatchObject({ key: 'passing' })
  expect((await site.call(restore, { as: keeper, params: { fieldId: field.id } })).status).toBe(200)
  await site.settle()
  expect(await held()).toEqual({ passing: 'گذرا' })
  expect(await searched('گذرا')).toEqual(['ماندگار'])
  expect(await found({ field: 'x.passing', is: 'equals', value: 'گذرا' })).toEqual(['ماندگار'])
  await site.call(remove, { as: keeper, params: { fieldId: field.id } })
  const before = site.clock.now
  site.clock.now = new Date(before.getTime() + 91 * 86_400_000)
  expect((await site.call(restore, { as: keeper, params: { fieldId: field.id } })).status).toBe(404)
  const { sweepFields } = await import('./sweep-fields.ts')
  const { openLog } = await import('../../../platform/log.ts')
  await sweepFields({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal })
  site.clock.now = before
  const left = await site.owner.query(`select custom ? 'passing' as held from customers.customer where customer_id = $1`, [customerId])
  expect(left.rows).toEqual([{ held: false }])
  expect((await site.call(listFields, { as: keeper })).text).not.toContain('passing')
})

test('C5: a definition is refused that makes no sense, and a change of an older version', async () => {
  const taken = await newField(site, keeper, { key: 'once' })
  const body = await fieldBody(site, keeper, {})
  const asked = (given: object) => site.call(add, { as: keeper, body: { ...body, ...given } })
  expect(await asked({ key: 'once' })).toMatchObject({ status: 422, body: { problems: [{ field: 'key' }] } })
  expect(await asked({ key: 'Bad Key' })).toMatchObject({ status: 422 })
  expect(await asked({ type: 'choice' })).toMatchObject({ status: 422, body: { problems: [{ field: 'choices' }] } })
  expect(await asked({ rules: { least: 5, most: 1, pattern: null } })).toMatchObject({ body: { problems: [{ field: 'rules.least' }] } })
  expect(await asked({ groupId: keeper.id })).toMatchObject({ body: { problems: [{ field: 'groupId' }] } })
  for (const visibleWhen of [
    { field: 'mobile', is: 'filled' },
    { field: 'x.nowhere', is: 'filled' },
    { field: 'ownerId', is: 'filled' },
  ])
    expect(await asked({ visibleWhen })).toMatchObject({ status: 422, body: { problems: [{ field: 'visibleWhen' }] } })
  const stale = { ...body, label: { fa: 'نو', en: null }, version: 9 }
  expect(await site.call(changeField, { as: keeper, params: { fieldId: taken.id }, body: stale })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  })
  const reader = await site.addPerson('فقط‌خوان', { grants: { 'customers.read': 'all' } })
  expect((await site.call(add, { as: reader, body })).status).toBe(403)
  expect((await site.call(listFields, { as: reader })).body).toMatchObject({ removed: [], can: { manage: false } })
})

test('C5: a choice that is left out of a new definition stays where it was chosen and is offered no more', async () => {
  const field = await newField(site, keeper, { key: 'colour', type: 'choice', choices: [c('سرخ'), c('سبز')] })
  const { customerId } = (await opened({ colour: 'c1' })).body
  const { id, key: _key, type: _type, updatedAt: _at, work: _work, ...definition } = field
  const choices = [{ ...c('سبز تیره'), key: 'c2' }, c('آبی')]
  const changed = await site.call(changeField, { as: keeper, params: { fieldId: id }, body: { ...definition, choices } as never })
  expect(changed.body.choices).toMatchObject([
    { key: 'c2', retired: false },
    { key: 'c3', label: { fa: 'آبی' } },
    { key: 'c1', retired: true },
  ])
  expect(await refused({ colour: 'c1' })).toMatchObject({ problems: [{ field: 'custom.colour' }] })
  const same = await site.call(patch, { as: keeper, params: { customerId }, body: { version: 1, custom: { colour: 'c1', plain: 'x' } } })
  expect(same.body, same.text).toMatchObject({ custom: { colour: 'c1' } })
})

test('C5: an own field is set on many files at once after a look at what would change, and put back', async () => {
  await newField(site, keeper, { key: 'wave', type: 'choice', choices: [c('نخست'), c('دوم')], filtered: true })
  const [one, two] = [(await opened({ wave: 'c1' })).body.customerId, (await opened({})).body.customerId]
  const asked = { which: { ids: [one, two] }, change: { custom: { wave: 'دوم' } } }
  const told = (await site.call(contract.customerBulk.preview, { as: keeper, body: asked })).body
  expect(told).toMatchObject({ changes: 2, refused: [] })
  expect(told.sample.map(({ before, after }) => [before, after])).toContainEqual([{ 'custom.wave': 'c1' }, { 'custom.wave': 'c2' }])
  const wrong = { ...asked, change: { custom: { wave: 'سوم' } } }
  expect(await site.call(contract.customerBulk.preview, { as: keeper, body: wrong })).toMatchObject({
    status: 422,
    body: { problems: [{ field: 'change.custom.wave' }] },
  })
  const id = newId()
  await site.call(contract.customerBulk.apply, { as: keeper, body: { ...asked, id } })
  await site.settle()
  const held = async () =>
    Promise.all([one, two].map(async (customerId) => (await site.call(show, { as: keeper, params: { customerId } })).body.custom))
  expect(await held()).toEqual([{ wave: 'c2' }, { wave: 'c2' }])
  expect(await found({ field: 'x.wave', is: 'equals', value: 'c2' })).toHaveLength(2)
  await site.call(contract.bulk.undo, { as: keeper, params: { bulkId: id } })
  await site.settle()
  expect(await held()).toEqual([{ wave: 'c1' }, {}])
})

test('C5: the set of a trade adds its fields once, each of them sound', async () => {
  const { starterSets, applyStarterSet } = contract.customFields
  const { sets } = (await site.call(starterSets, { as: keeper })).body
  expect(sets).toHaveLength(6)
  for (const { trade, fields } of sets) {
    const missing = fields.filter(({ present }) => !present).length
    expect((await site.call(applyStarterSet, { as: keeper, params: { trade } })).body).toEqual({ added: missing })
    expect((await site.call(applyStarterSet, { as: keeper, params: { trade } })).body).toEqual({ added: 0 })
  }
})
