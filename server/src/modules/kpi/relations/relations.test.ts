import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import type { CustomerFacts } from './relations.types.ts'
import { adjustAll, hasChanged, testOne } from './test-relations.ts'

const { list, run, judge, guard } = contract.testedRelations
const grants = { 'kpi.read': 'all', 'kpi.relations': 'all' } as const
const all = ['public', 'internal', 'sensitive', 'financial']

let site: TestApp
let analyst: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  analyst = await site.addPerson('آرمان تحلیل‌گر', { grants, fieldClasses: all })
  // Organisations call often, persons seldom; whoever has an email is as others are. Women call more than men.
  await site.owner.query(`
    insert into customers.customer (customer_id, code, kind, last_name, organisation_name, gender, display_name, sort_name, name_joined, provisional,
      accepted_problems, last_contact_at, version, created_at, updated_at)
    select ('01900000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'r' || g, case when g % 3 = 0 then 'organisation' else 'person' end,
      'آزمون', null, case when g % 2 = 0 then 'female' else 'male' end, 'آزمون', 'a', 'a', false, '{}', '-infinity', 1,
      now() - interval '2 years', now() from generate_series(1, 180) g`)
  await site.owner.query(`
    insert into customers.access_point (customer_id, id, position, kind, value, is_primary, verified, consents)
    select customer_id, customer_id, 0, 'email', 'a@example.com', false, false, '{}' from customers.customer
    where substr(code, 2)::int % 5 in (0, 1)`)
  await site.owner.query(`
    insert into interactions.interaction (customer_id, id, kind, direction, channel, started_at, answered, subject, body, source, recorded_at)
    select c.customer_id, gen_random_uuid(), 'call', 'in', 'phone', now() - interval '10 days' * n, true, '', '', 'hand', now()
    from customers.customer c cross join generate_series(1, 12) n
    where n <= (case when kind = 'organisation' then 8 else 2 end) + (case when gender = 'female' then 1 else 0 end) + substr(code, 2)::int % 2`)
})
afterAll(() => site.close())

const found = async (as = analyst, query: { verdict?: 'open' | 'accepted' | 'rejected'; all?: 'true' } = {}) => {
  const reply = await site.call(list, { as, query })
  expect(reply, reply.text).toMatchObject({ status: 200 })
  return reply.body
}
const runTests = async () => {
  expect(await site.call(run, { as: analyst })).toMatchObject({ status: 200, body: { state: 'waiting' } })
  await site.settle()
}

describe('C4: relations between what is fixed and what customers do', () => {
  test('are tested in the background, and told with their groups, effect, interval and share of false findings', async () => {
    expect(await found()).toMatchObject({ relations: [], run: null })
    await runTests()
    const told = await found()
    expect(told.run).toMatchObject({ state: 'done', share: 1, files: 180, askedBy: analyst.id })
    const byKind = told.relations.find(({ attribute, behaviour }) => attribute === 'kind' && behaviour === 'contacts-per-month')
    expect(byKind).toMatchObject({ n: 180, effect: 'cliffs-delta', verdict: null, changed: false })
    expect(byKind?.groups.map(({ key, n }) => [key, n])).toEqual([
      ['organisation', 60],
      ['person', 120],
    ])
    expect(byKind?.value).toBeLessThan(-0.9)
    expect(byKind?.high).toBeLessThan(-0.5)
    expect(byKind?.q).toBeLessThan(0.001)
    // What chance explains is shown only when it is asked for.
    expect(told.relations.some(({ attribute }) => attribute === 'email')).toBe(false)
    expect((await found(analyst, { all: 'true' })).relations.some(({ attribute }) => attribute === 'email')).toBe(true)
  })

  test('are accepted or rejected by an expert with a note, which stays when the tests are made anew', async () => {
    const [first] = (await found()).relations
    const params = { relationId: first?.id ?? '' }
    const judged = await site.call(judge, {
      as: analyst,
      params,
      body: { verdict: 'accepted', note: 'سازمان‌ها بیشتر زنگ می‌زنند', version: 1 },
    })
    expect(judged, judged.text).toMatchObject({ status: 200, body: { verdict: 'accepted', judgedBy: analyst.id, version: 2 } })
    expect(await site.call(judge, { as: analyst, params, body: { verdict: 'rejected', version: 1 } })).toMatchObject({ status: 409 })
    await runTests()
    expect((await found(analyst, { verdict: 'accepted' })).relations).toMatchObject([
      { id: first?.id, note: 'سازمان‌ها بیشتر زنگ می‌زنند', changed: false },
    ])
    const back = await site.call(judge, { as: analyst, params, body: { verdict: null, version: 2 } })
    expect(back.body).toMatchObject({ verdict: null, judgedAt: null })
  })

  test('gender and age are not tested unless an administrator allows it for a reason, and are forgotten when that ends', async () => {
    const ofGender = async () => (await found(analyst, { all: 'true' })).relations.filter(({ attribute }) => attribute === 'gender')
    expect(await ofGender()).toEqual([])
    expect(await site.call(guard, { as: analyst, body: { attribute: 'gender', allowed: true } })).toMatchObject({ status: 422 })
    const body = { attribute: 'gender' as const, allowed: true, reason: 'بررسی برابری پاسخ‌گویی' }
    expect(await site.call(guard, { as: analyst, body })).toMatchObject({ status: 200, body: { allowed: true, by: analyst.id } })
    await runTests()
    expect((await ofGender()).length).toBeGreaterThan(0)
    const trail = await site.owner.query(`select after from identity.audit_entry where action = 'relation.guarded'`)
    expect(JSON.stringify(trail.rows)).toContain('برابری')
    const plain = await site.addPerson('بی‌محرمانه', { grants, fieldClasses: ['public', 'internal'] })
    expect((await found(plain, { all: 'true' })).relations.some(({ attribute }) => attribute === 'gender')).toBe(false)
    const [one] = await ofGender()
    expect(
      await site.call(judge, { as: plain, params: { relationId: one?.id ?? '' }, body: { verdict: 'accepted', version: 1 } }),
    ).toMatchObject({ status: 404 })
    await site.call(guard, { as: analyst, body: { attribute: 'gender', allowed: false } })
    expect(await ofGender()).toEqual([])
  })

  test('purchases are tested where invoices are kept, for those who may read what is financial; never against gender', async () => {
    const bought = async (as = analyst) =>
      (await found(as, { all: 'true' })).relations.filter(({ behaviour }) => behaviour.startsWith('purchase'))
    expect(await bought()).toEqual([])
    await site.owner.query(`
      insert into sales.account (customer_id, id, balance, arrears, open_cheques, entries, version, updated_at)
      select customer_id, customer_id, 0, 0, 0, 1, 1, now() from customers.customer where code like 'r%'`)
    await site.owner.query(`
      insert into sales.entry (customer_id, id, kind, number, day, description, amount, effect, reference, source, recorded_at, version)
      select customer_id, gen_random_uuid(), 'invoice', code || '-' || n, current_date - 10 * n, '', 1000000, 1000000, '', 'hand', now(), 1
      from customers.customer cross join generate_series(1, 6) n
      where code like 'r%' and n <= (case when kind = 'organisation' then 5 else 1 end) + substr(code, 2)::int % 2`)
    await site.call(guard, { as: analyst, body: { attribute: 'gender', allowed: true, reason: 'بررسی برابری' } })
    await runTests()
    const [count, amount] = ['purchases-per-year', 'purchased-per-month'].map(async (behaviour) =>
      (await bought()).find((one) => one.attribute === 'kind' && one.behaviour === behaviour),
    )
    expect(await count).toMatchObject({ n: 180, accessClass: 'financial' })
    expect((await count)?.value).toBeLessThan(-0.9)
    expect((await amount)?.groups.find(({ key }) => key === 'organisation')?.mean).toBeGreaterThan(400_000)
    expect((await bought()).some(({ attribute }) => attribute === 'gender')).toBe(false)
    const plain = await site.addPerson('بی‌مالی', { grants, fieldClasses: ['public', 'internal', 'sensitive'] })
    expect(await bought(plain)).toEqual([])
    await site.call(guard, { as: analyst, body: { attribute: 'gender', allowed: false } })
  })

  test('are for those who may test them, since they are over all files', async () => {
    const reader = await site.addPerson('شاخص‌خوان', { grants: { 'kpi.read': 'all' }, fieldClasses: all })
    for (const route of [list, run]) expect(await site.call(route as typeof list, { as: reader })).toMatchObject({ status: 403 })
  })
})

describe('the tests themselves', () => {
  const facts = (groups: Record<string, number[]>): CustomerFacts[] =>
    Object.entries(groups).flatMap(([key, values]) =>
      values.map((value) => ({ groups: { kind: key }, behaviours: { 'visits-per-year': value } as CustomerFacts['behaviours'] })),
    )
  const kind = { key: 'kind', name: null, accessClass: 'public' as const, names: new Map() }
  const times = (n: number, value: (index: number) => number) => Array.from({ length: n }, (_, index) => value(index))

  test('a group of fewer than thirty is not told of, and one group alone is no comparison', () => {
    const some = facts({ person: times(40, (at) => at % 3), organisation: times(29, (at) => at % 5) })
    expect(testOne(some, kind, 'visits-per-year')).toBeUndefined()
    const more = facts({ person: times(40, (at) => at % 3), organisation: times(30, (at) => at % 5), other: times(5, () => 9) })
    expect(testOne(more, kind, 'visits-per-year')).toMatchObject({ n: 70, groups: [{ key: 'organisation' }, { key: 'person' }] })
  })

  test('all tests of a run are adjusted together', () => {
    const one = testOne(facts({ a: times(40, (at) => at % 3), b: times(40, (at) => at % 4) }), kind, 'visits-per-year')
    const many = adjustAll(Array.from({ length: 20 }, (_, index) => ({ ...one!, p: index === 0 ? 0.01 : 0.5 })))
    expect(many[0]?.q).toBeCloseTo(0.2, 10)
  })

  test('a verdict no longer fits when the effect has left where it was, or chance explains it', () => {
    const judged = { verdict: 'accepted', judgedValue: 0.3, low: 0.2, high: 0.5, q: 0.01 }
    expect(hasChanged(judged)).toBe(false)
    expect(hasChanged({ ...judged, low: 0.35 })).toBe(true)
    expect(hasChanged({ ...judged, q: 0.4 })).toBe(true)
    expect(hasChanged({ ...judged, verdict: 'rejected', q: 0.4 })).toBe(false)
    expect(hasChanged({ ...judged, verdict: null, judgedValue: null })).toBe(false)
  })
})
