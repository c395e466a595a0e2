import { contract } from '@parvandeh/contract'
import type { CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRelation, newTag } from '../../../testing/people-builders.ts'

const { classification, customers } = contract
type Body = NonNullable<CallOf<typeof classification.add>['body']>
let site: TestApp
let root: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.export': 'all', 'customers.manage': 'all' } as const
  root = await site.addPerson('ریشه', { grants })
})
afterAll(() => site.close())

type Class = Body['classes'][number]
const klass = (name: string, condition: Class['condition'] = null): Class => ({
  id: null,
  name,
  nameEn: null,
  mark: 'star',
  active: true,
  condition,
})
const scheme = (name: string, given: Partial<Body>): Body => ({
  name,
  nameEn: null,
  by: 'rule',
  accessClass: 'internal',
  active: true,
  protectedReason: null,
  classes: [klass('یک'), klass('دو')],
  ...given,
})
const add = async (body: Body) => {
  const made = await site.call(classification.add, { as: root, body })
  expect(made, made.text).toMatchObject({ status: 200 })
  return made.body
}
const person = async (lastName: string, given = {}) =>
  (await newCustomer(site, root, personFile({ firstName: 'آزمون', lastName, ...given }))).customerId
const ofFile = async (customerId: string, as = root) => (await site.call(classification.ofFile, { as, params: { customerId } })).body
const classIn = async (customerId: string, schemeId: string, as = root) =>
  (await ofFile(customerId, as)).classes.find((one) => one.schemeId === schemeId)?.classId
const byName = (letter: string): Class['condition'] => ({ field: 'lastName', is: 'begins', value: letter })

test('C11: several schemes at once: a file is put into classes by hand, with who, when, why, and what it was before', async () => {
  const [credit, trade] = [await add(scheme('اعتبار', { by: 'hand' })), await add(scheme('شغل', { by: 'hand' }))]
  const customerId = await person('چندرده')
  const put = (schemeId: string, classId: string | null, reason: string | null = null) =>
    site.call(classification.classify, { as: root, params: { customerId, schemeId }, body: { classId, reason } })
  await put(credit.id, credit.classes[1]!.id, 'دو چک برگشتی')
  await put(trade.id, trade.classes[0]!.id)
  await put(credit.id, credit.classes[0]!.id, 'تسویه کرد')
  const { classes, history } = await ofFile(customerId)
  expect(classes.map(({ classId }) => classId).toSorted()).toEqual([credit.classes[0]!.id, trade.classes[0]!.id].toSorted())
  expect(history[0]).toMatchObject({
    fromClassId: credit.classes[1]!.id,
    toClassId: credit.classes[0]!.id,
    byRule: false,
    personId: root.id,
    reason: 'تسویه کرد',
  })
  await put(credit.id, null)
  expect(await classIn(customerId, credit.id)).toBeUndefined()
  expect((await put(trade.id, credit.classes[0]!.id)).status).toBe(422)
})

test('C11: rules put files into the first class that fits: all of them at once, and each again when it changes', async () => {
  const [one, two, none] = [await person('برزگر'), await person('بهاری'), await person('ستوده')]
  await site.settle()
  const letters = await add(scheme('حرف نخست', { classes: [klass('بر', byName('بر')), klass('ب', byName('ب'))] }))
  await site.settle()
  expect([await classIn(one, letters.id), await classIn(two, letters.id), await classIn(none, letters.id)]).toEqual([
    letters.classes[0]!.id,
    letters.classes[1]!.id,
    undefined,
  ])
  const run = await site.call(classification.progress, { as: root, params: { schemeId: letters.id } })
  expect(run.body).toMatchObject({ state: 'done', changed: 2 })
  await site.call(customers.patch, { as: root, params: { customerId: none }, body: { lastName: 'برومند', version: 1 } })
  await site.call(customers.patch, { as: root, params: { customerId: one }, body: { lastName: 'بهمنی', version: 1 } })
  await site.settle()
  expect([await classIn(none, letters.id), await classIn(one, letters.id)]).toEqual([letters.classes[0]!.id, letters.classes[1]!.id])
  expect((await ofFile(one)).history[0]).toMatchObject({ byRule: true, personId: null })
  const lines = await site.call(customers.timeline, { as: root, params: { customerId: one } })
  expect(lines.body.rows.map(({ kind }) => kind)).toContain('customer.classified')
  const hand = { as: root, params: { customerId: one, schemeId: letters.id }, body: { classId: null, reason: null } }
  expect((await site.call(classification.classify, hand)).body).toMatchObject({ code: 'scheme-not-by-hand' })
})

test('C11: a changed rule is run over all files anew, and a class taken out is of no file', async () => {
  const letters = await add(scheme('حرف دیگر', { classes: [klass('پ', byName('پ')), klass('ت', byName('ت'))] }))
  const [first, second] = [await person('پارسا'), await person('تهرانی')]
  await site.settle()
  const body = { ...scheme('حرف دیگر', { classes: [{ ...letters.classes[0]!, condition: byName('پارس') }] }), version: 1 }
  const changed = await site.call(classification.change, { as: root, params: { schemeId: letters.id }, body })
  expect(changed.body.classes).toMatchObject([{ id: letters.classes[0]!.id, active: true }, { active: false }])
  await site.settle()
  expect([await classIn(first, letters.id), await classIn(second, letters.id)]).toEqual([letters.classes[0]!.id, undefined])
  const stale = await site.call(classification.change, { as: root, params: { schemeId: letters.id }, body })
  expect(stale.body).toMatchObject({ code: 'changed-meanwhile' })
})

describe('C11: what a rule may not ask for', () => {
  const refused = async (body: Body) => (await site.call(classification.add, { as: root, body })).text
  test('gender, birthplace and kinship, unless an administrator says why', async () => {
    const byGender: Class['condition'] = { not: { field: 'gender', is: 'equals', value: 'female' } }
    const asked = scheme('جنسیت', { accessClass: 'sensitive', classes: [klass('یک', byGender)] })
    expect(await refused(asked)).toContain('protected-field')
    expect(await refused(scheme('خویش', { classes: [klass('یک', { field: 'kinship', is: 'filled' })] }))).toContain('protected-field')
    await add({ ...asked, protectedReason: 'پوشاک زنانه و مردانه' })
    const found = await site.owner.query(`select after from identity.audit_entry where action = 'scheme.added' order by id desc limit 1`)
    expect(JSON.stringify(found.rows)).toContain('پوشاک زنانه و مردانه')
  })

  test('what is more delicate than the scheme, other classes, and what is not there', async () => {
    const byBirth = scheme('سن', { classes: [klass('یک', { field: 'birthDate', is: 'before', value: '1980-01-01' })] })
    expect(await refused(byBirth)).toContain('more-delicate-than-scheme')
    const other = await add(scheme('پایه', { by: 'hand' }))
    const byClass = klass('یک', { field: `class.${other.id}`, is: 'filled' })
    expect(await refused(scheme('پیرو', { classes: [byClass] }))).toContain('asks-for-class')
    const segments = (await site.call(contract.customerFields.show, { as: root })).body.fields.find(({ type }) => type === 'segment')
    const bySegment = klass('یک', { field: segments?.key ?? 'segment', is: 'one-of', value: [other.id] })
    expect(await refused(scheme('بخش', { classes: [bySegment] }))).toContain('asks-for-class')
    expect(await refused(scheme('هیچ', { classes: [klass('یک', { field: 'nothing', is: 'filled' })] }))).toContain('unknown-field')
  })
})

test('C11: a class is a filter, a column of the list and of the export, as far as its scheme may be read', async () => {
  const delicate = await add(scheme('اعتبار پنهان', { by: 'hand', accessClass: 'financial' }))
  const customerId = await person('ردیف‌دار')
  const params = { customerId, schemeId: delicate.id }
  await site.call(classification.classify, { as: root, params, body: { classId: delicate.classes[0]!.id, reason: null } })
  const clerk = await site.addPerson('کارمند', {
    grants: { 'customers.read': 'all', 'customers.export': 'all' },
    fieldClasses: ['public', 'internal'],
  })
  const where = JSON.stringify({ field: `class.${delicate.id}`, is: 'one-of', value: [delicate.classes[0]!.id] })
  const found = await site.call(customers.list, { as: root, query: { where } })
  expect(found.body.rows).toMatchObject([{ customerId, classes: { [delicate.id]: delicate.classes[0]!.id } }])
  expect((await site.call(customers.list, { as: clerk, query: { where } })).status).toBe(422)
  const rows = (await site.call(customers.list, { as: clerk, query: {} })).text
  expect(rows).not.toContain(delicate.id)
  expect((await ofFile(customerId, clerk)).classes).toEqual([])
  expect((await ofFile(customerId, clerk)).history).toEqual([])
  expect((await site.call(classification.list, { as: clerk })).text).not.toContain('اعتبار پنهان')
  const file = async (as: TestPerson) => (await site.call(customers.export, { as, query: {} })).text
  expect(await file(root)).toContain('اعتبار پنهان')
  expect(await file(clerk)).not.toContain('اعتبار پنهان')
  await site.settle()
  const lines = async (as: TestPerson) => (await site.call(customers.timeline, { as, params: { customerId } })).text
  expect(await lines(root)).toContain('اعتبار پنهان')
  expect(await lines(clerk)).not.toContain('اعتبار پنهان')
})

test('C8: tags, relations and the marketer are filters; a relation to a file out of sight is none', async () => {
  const tag = await newTag(site, root, 'نشان‌دار')
  const [tagged, near, far] = [await person('پیدا'), await person('دم‌دست'), await person('دوردست', { unitId: await site.addUnit('دور') })]
  await site.call(contract.behaviour.tag, { as: root, params: { customerId: tagged }, body: { tagId: tag.id } })
  await newRelation(site, root, near, far, 'sibling')
  const list = async (condition: object, as = root) =>
    (await site.call(customers.list, { as, query: { where: JSON.stringify(condition) } })).body.rows.map((row) => row.customerId)
  expect(await list({ field: 'tags.general', is: 'one-of', value: [tag.id] })).toEqual([tagged])
  expect(
    await list({
      all: [
        { field: 'tags.general', is: 'all-of', value: [tag.id] },
        { field: 'lastName', is: 'equals', value: 'پیدا' },
      ],
    }),
  ).toEqual([tagged])
  expect(await list({ field: 'tags.general', is: 'one-of', value: ['not an id'] })).toEqual([])
  const kinship = {
    all: [
      { field: 'kinship', is: 'filled' },
      { field: 'lastName', is: 'equals', value: 'دم‌دست' },
    ],
  }
  expect(await list(kinship)).toEqual([near])
  const narrow = await site.addPerson('تنگ‌بین', { unitId: await site.addUnit('نزدیک'), grants: { 'customers.read': 'team' } })
  await site.owner.query('update customers.customer set unit_id = $1 where customer_id = $2', [narrow.unitId, near])
  expect(await list(kinship, narrow)).toEqual([])
})
