import { contract } from '@parvandeh/contract'
import type { CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { cityNamed } from '../places/places.ts'

const { list, count, settle, rules, addRule, changeRule, removeRule, trust } = contract.consistency
const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'interactions.read': 'all',
  'interactions.write': 'all',
  'customers.consistency': 'all',
} as const
const all = ['public', 'internal', 'sensitive', 'financial']
const [tabriz, shiraz] = [cityNamed('تبریز'), cityNamed('شیراز')]

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('پگاه راست‌گو', { grants, fieldClasses: all })
})
afterAll(() => site.close())

const open = (given: Parameters<typeof personFile>[0] = {}) =>
  newCustomer(site, clerk, personFile({ firstName: 'داوود', lastName: 'کوچنده', ...given }))

const contradictionsOf = async (customerId: string, as = clerk, state: 'open' | 'settled' = 'open') => {
  const reply = await site.call(list, { as, query: { customerId, state } })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body.rows
}

async function log(customerId: string, given: Partial<CallOf<typeof contract.interactions.log>['body']>, as = clerk) {
  const body = {
    kind: 'visit' as const,
    direction: 'out' as const,
    channel: 'in-person' as const,
    personId: null,
    startedAt: site.clock.now.toISOString(),
    minutes: null,
    subject: '',
    body: '',
    ...given,
  }
  const reply = await site.call(contract.interactions.log, { as, params: { customerId }, body })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  await site.settle()
  return reply.body
}

const visit = (customerId: string, place = shiraz, as = clerk) => log(customerId, { cityId: place?.cityId ?? null }, as)
const trustOf = async (customerId: string, as = clerk) => (await site.call(trust, { as, params: { customerId } })).body
const say = (customerId: string, id: string, body: CallOf<typeof settle>['body'], as = clerk) =>
  site.call(settle, { as, params: { customerId, contradictionId: id }, body })

describe('C4: the fixed city against visits and parcels', () => {
  test('is asked about when three visits and parcels are elsewhere, once, with both sides and what is behind', async () => {
    const { customerId } = await open({ ...tabriz })
    await visit(customerId)
    await visit(customerId)
    expect(await contradictionsOf(customerId)).toEqual([])
    const parcel = await log(customerId, { kind: 'parcel', channel: 'other', cityId: shiraz?.cityId ?? null })
    const [found, ...others] = await contradictionsOf(customerId)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      rule: { builtIn: 'city-of-visits' },
      field: 'cityId',
      stated: { as: 'city', value: tabriz?.cityId },
      observed: { as: 'city', value: shiraz?.cityId, count: 3, of: 3 },
      state: 'open',
      can: { settle: true, correct: true },
    })
    expect(found?.evidence.map(({ kind }) => kind).toSorted()).toEqual(['parcel', 'visit', 'visit'])
    expect(found?.evidence.map(({ id }) => id)).toContain(parcel.id)
    await visit(customerId)
    expect(await contradictionsOf(customerId)).toMatchObject([{ id: found?.id, observed: { count: 4 } }])
  })

  test('goes by itself when the file is corrected, and raises the trust that it had lowered', async () => {
    const file = await open({ ...tabriz })
    const before = (await trustOf(file.customerId)).trust ?? 0
    for (let times = 0; times < 3; times += 1) await visit(file.customerId)
    const lowered = (await trustOf(file.customerId)).trust ?? 0
    expect(lowered).toBeLessThan(before)
    await site.call(contract.customers.patch, {
      as: clerk,
      params: { customerId: file.customerId },
      body: { ...shiraz, version: file.version },
    })
    expect(await contradictionsOf(file.customerId)).toEqual([])
    expect(await contradictionsOf(file.customerId, clerk, 'settled')).toMatchObject([{ state: 'gone' }])
    const after = await trustOf(file.customerId)
    expect(after.trust).toBeGreaterThan(before)
    expect(after.reasons).toContainEqual({ key: 'agreements', weight: expect.any(Number), count: 1, of: null })
  })

  test('is corrected with one key: the city that was seen, its county and province are written, with a source', async () => {
    const { customerId } = await open({ ...tabriz })
    for (let times = 0; times < 3; times += 1) await visit(customerId)
    const [found] = await contradictionsOf(customerId)
    const reply = await say(customerId, found?.id ?? '', { decision: 'correct', version: found?.version ?? 0 })
    expect(reply, reply.text).toMatchObject({ status: 200, body: { state: 'corrected', closedBy: clerk.id } })
    const file = await site.call(contract.customers.show, { as: clerk, params: { customerId } })
    expect(file.body).toMatchObject({ ...shiraz })
    expect(await contradictionsOf(customerId)).toEqual([])
  })

  test('what somebody keeps with a reason is not asked again by more of the same, and is by another city', async () => {
    const { customerId } = await open({ ...tabriz })
    for (let times = 0; times < 3; times += 1) await visit(customerId)
    const [found] = await contradictionsOf(customerId)
    const version = found?.version ?? 0
    expect(await say(customerId, found?.id ?? '', { decision: 'keep', version })).toMatchObject({ status: 422 })
    const kept = await say(customerId, found?.id ?? '', { decision: 'keep', reason: 'تابستان‌ها شیراز است', version })
    expect(kept.body).toMatchObject({ state: 'kept', reason: 'تابستان‌ها شیراز است' })
    await visit(customerId)
    expect(await contradictionsOf(customerId)).toEqual([])
    const again = await say(customerId, found?.id ?? '', { decision: 'reopen', version: kept.body.version })
    expect(again.body.state).toBe('open')
    expect(await say(customerId, found?.id ?? '', { decision: 'dismiss', version })).toMatchObject({ status: 409 })
  })

  test('neither few visits, nor visits all over, nor old ones are held against the city', async () => {
    const { customerId } = await open({ ...tabriz })
    for (const name of ['شیراز', 'اهواز', 'رشت', 'قم']) await visit(customerId, cityNamed(name))
    expect(await contradictionsOf(customerId)).toEqual([])
    const old = await open({ ...tabriz })
    const startedAt = new Date(site.clock.now.getTime() - 400 * 86_400_000).toISOString()
    for (let times = 0; times < 3; times += 1) await log(old.customerId, { cityId: shiraz?.cityId ?? null, startedAt })
    expect(await contradictionsOf(old.customerId)).toEqual([])
  })

  test('a city that is not there is refused', async () => {
    const { customerId } = await open()
    const body = {
      kind: 'visit' as const,
      direction: 'out' as const,
      channel: 'in-person' as const,
      personId: null,
      startedAt: site.clock.now.toISOString(),
      minutes: null,
      subject: '',
      body: '',
      cityId: 999_999,
    }
    expect(await site.call(contract.interactions.log, { as: clerk, params: { customerId }, body })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'cityId' }] },
    })
  })
})

describe('C4: other rules that come with the product', () => {
  test('a landline of another province', async () => {
    const { customerId } = await open({
      ...tabriz,
      accessPoints: [accessPoint('phone', '071-32345678'), accessPoint('mobile', '09171112233')],
    })
    expect(await contradictionsOf(customerId)).toMatchObject([
      {
        rule: { builtIn: 'area-code' },
        stated: { as: 'province', value: tabriz?.provinceId },
        observed: { as: 'phone', value: '+987132345678' },
      },
    ])
  })

  test('a number by which somebody else answered', async () => {
    const file = await open({ accessPoints: [accessPoint('mobile', '09171112244')] })
    await log(file.customerId, { kind: 'call', channel: 'phone', wrongNumber: '۰۹۱۷۱۱۱۲۲۴۴' })
    expect(await contradictionsOf(file.customerId)).toMatchObject([
      {
        rule: { builtIn: 'wrong-number' },
        severity: 'high',
        field: `accessPoints.${file.accessPoints[0]?.id}`,
        evidence: [{ kind: 'call' }],
      },
    ])
  })

  test('a value that somebody doubts, until it is confirmed', async () => {
    const { customerId } = await open({ ...tabriz })
    const params = { customerId }
    await site.call(contract.provenance.doubt, { as: clerk, params, body: { field: 'cityId', note: 'همسایه گفت رفته است' } })
    expect(await contradictionsOf(customerId)).toMatchObject([
      { rule: { builtIn: 'doubted-value' }, field: 'cityId', observed: { as: 'note', value: 'همسایه گفت رفته است' } },
    ])
    await site.call(contract.provenance.confirm, { as: clerk, params, body: { field: 'cityId' } })
    expect(await contradictionsOf(customerId)).toEqual([])
  })

  test('a person who is called like an organisation', async () => {
    const { customerId } = await open({ firstName: null, lastName: 'شرکت پارس‌یاران' })
    expect(await contradictionsOf(customerId)).toMatchObject([{ rule: { builtIn: 'kind-by-name' } }])
  })
})

describe('C4: rules of one’s own', () => {
  const named = { name: 'حقیقی بی‌جنسیت', question: 'جنسیت را بپرسید', severity: 'low' as const, active: true }
  const where = {
    all: [
      { field: 'lastName', is: 'equals' as const, value: 'شرطی‌نژاد' },
      { field: 'gender', is: 'empty' as const },
    ],
  }

  test('a condition that should never hold is looked for in all files, in those to come, and forgotten when the rule goes', async () => {
    const old = await open({ lastName: 'شرطی‌نژاد' })
    const made = await site.call(addRule, { as: clerk, body: { ...named, rule: { kind: 'condition', where } } })
    expect(made, made.text).toMatchObject({ status: 200, body: { looking: { files: 0 } } })
    await site.settle()
    expect(await contradictionsOf(old.customerId)).toMatchObject([{ rule: { id: made.body.id, question: 'جنسیت را بپرسید' } }])
    const young = await open({ lastName: 'شرطی‌نژاد' })
    expect(await contradictionsOf(young.customerId)).toHaveLength(1)
    const [rule] = (await site.call(rules, { as: clerk })).body.rules.filter(({ id }) => id === made.body.id)
    expect(rule?.looking).toBeNull()
    expect((await site.call(removeRule, { as: clerk, params: { ruleId: made.body.id } })).status).toBe(200)
    await site.settle()
    for (const { customerId } of [old, young]) expect(await contradictionsOf(customerId)).toEqual([])
  })

  test('a pair of a fixed field and what is seen, on any place', async () => {
    const made = await site.call(addRule, {
      as: clerk,
      body: {
        ...named,
        name: 'استان تماس',
        rule: { kind: 'observed', field: 'provinceId', observed: 'cityId', among: ['parcel'], least: 1, share: 1, days: 30 },
      },
    })
    expect(made, made.text).toMatchObject({ status: 200 })
    const { customerId } = await open({ provinceId: tabriz?.provinceId ?? null })
    await log(customerId, { kind: 'parcel', cityId: shiraz?.cityId ?? null })
    expect(await contradictionsOf(customerId)).toMatchObject([
      { rule: { id: made.body.id }, stated: { as: 'province' }, observed: { as: 'city', count: 1 } },
    ])
    await site.call(removeRule, { as: clerk, params: { ruleId: made.body.id } })
  })

  test('a rule of the product is switched off and on, and cannot be removed', async () => {
    const found = (await site.call(rules, { as: clerk })).body.rules.find(({ builtIn }) => builtIn === 'kind-by-name')
    const params = { ruleId: found?.id ?? '' }
    expect(await site.call(removeRule, { as: clerk, params })).toMatchObject({ status: 422 })
    const { customerId } = await open({ firstName: null, lastName: 'بانک آزمون' })
    expect(await contradictionsOf(customerId)).toHaveLength(1)
    const off = await site.call(changeRule, { as: clerk, params, body: { active: false, version: found?.version ?? 0 } })
    expect(off, off.text).toMatchObject({ status: 200, body: { active: false } })
    await site.settle()
    expect(await contradictionsOf(customerId)).toEqual([])
    await site.call(changeRule, { as: clerk, params, body: { active: true, version: off.body.version } })
    await site.settle()
    expect(await contradictionsOf(customerId)).toHaveLength(1)
  })

  test('what cannot be is refused: an unknown field, a field that is no place, a condition that makes no sense', async () => {
    const seen = { kind: 'observed' as const, observed: 'cityId' as const, among: ['visit' as const], least: 1, share: 1, days: 30 }
    for (const rule of [
      { ...seen, field: 'nothing' },
      { ...seen, field: 'lastName' },
      { kind: 'condition' as const, where: { field: 'nothing', is: 'filled' as const } },
    ])
      expect((await site.call(addRule, { as: clerk, body: { ...named, rule } })).status).toBe(422)
    const secretive = await site.addPerson('بی‌محرمانه', { grants, fieldClasses: ['public', 'internal'] })
    const rule = { kind: 'condition' as const, where: { field: 'gender', is: 'filled' as const } }
    expect((await site.call(addRule, { as: secretive, body: { ...named, rule } })).status).toBe(422)
  })
})

test('C4: whoever is responsible is told of a contradiction in their file, once', async () => {
  const owner = await site.addPerson('مسئول پرونده', { grants, fieldClasses: all })
  const { customerId, code } = await open({ ...tabriz, ownerId: owner.id })
  for (let times = 0; times < 4; times += 1) await visit(customerId)
  await site.settle()
  const bell = await site.call(contract.notifications.list, { as: owner })
  expect(bell.body.rows).toMatchObject([{ kind: 'contradiction-found', subject: { type: 'contradiction', label: code } }])
})

describe('C4, C81: rights', () => {
  test('a contradiction of a hidden field, of a hidden file, or behind hidden visits is not there', async () => {
    const north = await site.addUnit('شمال')
    const visitor = await site.addPerson('بازدیدگر', { unitId: north, grants, fieldClasses: all })
    const { customerId } = await open({ ...tabriz, unitId: north })
    for (let times = 0; times < 3; times += 1) await visit(customerId, shiraz, visitor)
    await site.call(contract.provenance.doubt, { as: clerk, params: { customerId }, body: { field: 'lastName', note: 'نام همسر است' } })
    const seenBy = async (as: TestPerson) => (await contradictionsOf(customerId, as)).map(({ rule }) => rule.builtIn).toSorted()
    expect(await seenBy(clerk)).toEqual(['city-of-visits', 'doubted-value'])
    const reader = { 'customers.read': 'all', 'customers.write': 'all' } as const
    const deaf = await site.addPerson('بی‌بازدید', { grants: reader, fieldClasses: all })
    expect(await seenBy(deaf)).toEqual(['doubted-value'])
    const plain = await site.addPerson('عمومی', { grants, fieldClasses: ['public'] })
    expect(await seenBy(plain)).toEqual(['doubted-value'])
    const [hidden] = (await contradictionsOf(customerId)).filter(({ rule }) => rule.builtIn === 'city-of-visits')
    expect(await say(customerId, hidden?.id ?? '', { decision: 'dismiss', version: hidden?.version ?? 0 }, deaf)).toMatchObject({
      status: 404,
    })
    const south = await site.addPerson('جنوبی', {
      unitId: await site.addUnit('جنوب'),
      grants: { 'customers.read': 'team' },
      fieldClasses: all,
    })
    expect((await site.call(list, { as: south, query: {} })).body.rows).toEqual([])
    expect((await site.call(count, { as: south, query: {} })).body).toEqual({ count: 0, more: false })
    expect((await site.call(list, { as: south, query: { customerId } })).status).toBe(404)
    // The reasons tell no more than what may be seen.
    const reasons = async (as: TestPerson) => (await trustOf(customerId, as)).reasons.find(({ key }) => key === 'contradictions')?.count
    expect([await reasons(clerk), await reasons(deaf), await reasons(plain)]).toEqual([2, 1, 1])
  })

  test('only whoever may write the file settles, and only whoever defines rules changes them', async () => {
    const { customerId } = await open({ firstName: null, lastName: 'سازمان آزمون' })
    const [found] = await contradictionsOf(customerId)
    const reader = await site.addPerson('خواننده', { grants: { 'customers.read': 'all', 'customers.write': 'own' }, fieldClasses: all })
    expect(await contradictionsOf(customerId, reader)).toMatchObject([{ can: { settle: false, correct: false } }])
    expect(await say(customerId, found?.id ?? '', { decision: 'dismiss', version: 1 }, reader)).toMatchObject({ status: 403 })
    expect(await site.call(removeRule, { as: reader, params: { ruleId: found?.rule.id ?? '' } })).toMatchObject({ status: 403 })
  })
})

test('C4: the list is paged by key, and counted exactly to a thousand', async () => {
  const first = await site.call(list, { as: clerk, query: { limit: 2 } })
  const total = (await site.call(count, { as: clerk, query: {} })).body.count
  const ids: string[] = first.body.rows.map(({ id }) => id)
  for (let after = first.body.next; after !== undefined;) {
    const page = await site.call(list, { as: clerk, query: { limit: 2, after } })
    ids.push(...page.body.rows.map(({ id }) => id))
    after = page.body.next
  }
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(total)
})

test('C4: each night what was seen goes out of its span', async () => {
  const { customerId } = await open({ ...tabriz })
  for (let times = 0; times < 3; times += 1) await visit(customerId)
  expect(await contradictionsOf(customerId)).toHaveLength(1)
  site.clock.now = new Date(site.clock.now.getTime() + 370 * 86_400_000)
  const { refreshTrust } = await import('../trust/refresh-trust.ts')
  await refreshTrust({ runAsSystem: site.app.runAsSystem, signal: new AbortController().signal })
  expect(await contradictionsOf(customerId)).toEqual([])
})
