import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { askBulk, beginBulk, named, newChief, onceDone, workBulkOff } from '../../../testing/bulk-builders.ts'
import type { BulkAsked } from '../../../testing/bulk-builders.ts'
import { manyCustomers } from '../../../testing/many-customers.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newTag } from '../../../testing/people-builders.ts'

const { customerBulk, bulk, customers } = contract

let site: TestApp
let support: string
let repair: string
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  support = await site.addUnit('پشتیبانی')
  repair = await site.addUnit('تعمیرگاه')
  chief = await newChief(site, support)
})
afterAll(() => site.close())

const preview = (body: BulkAsked, as = chief) => site.call(customerBulk.preview, { as, body })
const linesOf = async (lastName: string) =>
  (
    await site.owner.query(
      `select count(*)::int as n, count(distinct a.customer_id)::int as files from identity.audit_entry a
       join customers.customer c on c.customer_id = a.customer_id where a.action = 'customer.changed' and c.last_name = $1`,
      [lastName],
    )
  ).rows[0]

test('more than ten thousand files that fit filters are tagged in small steps, and all of it is put back, once', async () => {
  const ids = await manyCustomers(site, 10_300, { lastName: 'پرشمار', unitId: support })
  const tag = await newTag(site, chief, 'خبرنامه')
  const tagged = async () =>
    (await site.owner.query('select count(*)::int as n from customers.file_tag where tag_id = $1', [tag.id])).rows[0].n
  // All but the last three hundred have it already.
  await site.call(contract.behaviour.tag, { as: chief, params: { customerId: ids[0] ?? '' }, body: { tagId: tag.id } })
  await site.owner.query(
    `insert into customers.file_tag select (jsonb_populate_record(t, jsonb_build_object('customer_id', one))).*
     from customers.file_tag t, unnest($2::uuid[]) one where t.tag_id = $1`,
    [tag.id, ids.slice(1, 10_000)],
  )
  const asked = named('پرشمار', { act: 'tag', tagId: tag.id, on: true })
  const { body: foreseen } = await preview(asked)
  expect(foreseen).toMatchObject({ more: false, total: 10_300 })
  expect(foreseen.judged).toBeLessThan(foreseen.total)
  expect(foreseen.changes + foreseen.same).toBeGreaterThan(10_100)
  expect(foreseen.changes).toBeLessThan(3000)

  const started = await beginBulk(site, chief, asked)
  expect(started).toMatchObject({ state: 'working', total: 10_300, isExact: false, can: { stop: true, undo: true, goOn: false } })
  await workBulkOff(site, started)
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({
    state: 'done',
    total: 10_300,
    isExact: true,
    done: 10_300,
    changed: 300,
    same: 10_000,
  })
  expect(await tagged()).toBe(10_300)
  const kept = await site.owner.query(
    'select selection, count(r.id)::int as n from identity.bulk b join identity.bulk_row r on r.bulk_id = b.id where b.id = $1 group by 1',
    [started.id],
  )
  expect(kept.rows).toEqual([{ selection: null, n: 300 }])

  await askBulk(site, chief, bulk.undo, started)
  await workBulkOff(site, started)
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({
    state: 'undone',
    putBack: 300,
    notPutBack: [],
    can: { undo: false },
  })
  expect(await tagged()).toBe(10_000)
  // Undone twice is undone once: what somebody did since stays.
  await site.call(contract.behaviour.tag, { as: chief, params: { customerId: ids.at(-1) ?? '' }, body: { tagId: tag.id } })
  expect(await askBulk(site, chief, bulk.undo, started)).toMatchObject({ state: 'undone', putBack: 300 })
  await workBulkOff(site, started)
  expect([await tagged(), await askBulk(site, chief, bulk.goOn, started)]).toEqual([
    10_001,
    expect.objectContaining({ code: 'changed-meanwhile' }),
  ])
}, 60_000)

test('each file comes up once although it no longer fits when it was changed; one that came later was not asked about', async () => {
  await manyCustomers(site, 620, { lastName: 'ناتمام', unitId: support, provisional: true })
  const started = await beginBulk(site, chief, { which: { filters: { q: 'ناتمام', provisional: 'true' } }, change: { provisional: false } })
  site.clock.now = new Date(site.clock.now.getTime() + 1000)
  await manyCustomers(site, 3, { lastName: 'ناتمام', unitId: support, provisional: true })
  await workBulkOff(site, started)
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({ state: 'done', total: 620, changed: 620, same: 0, refused: [] })
  expect(await linesOf('ناتمام')).toEqual({ n: 620, files: 620 })
})

test('rights are those of the time of each step: narrowed meanwhile, fewer files are chosen; lost, it stops and says why', async () => {
  await manyCustomers(site, 300, { lastName: 'کاسته', unitId: support })
  await manyCustomers(site, 300, { lastName: 'کاسته', unitId: repair })
  const person = await newChief(site, support)
  const give = (grants: object) =>
    site.owner.query('update identity.role r set grants = $2 from identity.person_role p where p.role_id = r.id and p.person_id = $1', [
      person.id,
      JSON.stringify(grants),
    ])
  const started = await beginBulk(site, person, named('کاسته', { district: 'دربند' }))
  await workBulkOff(
    site,
    started,
    onceDone(site, started, 250, () => give({ 'customers.read': 'team', 'customers.write': 'team' })),
  )
  // Files of one unit came before those of the other: fifty of the person's own were left.
  expect(await askBulk(site, person, bulk.show, started)).toMatchObject({ state: 'done', done: 300, changed: 300, refused: [] })
  const units = await site.owner.query(
    `select unit_id, count(*)::int as n from customers.customer where last_name = 'کاسته' and district is not null group by 1`,
  )
  expect(units.rows).toEqual([{ unit_id: support, n: 300 }])

  await give({ 'customers.read': 'all', 'customers.write': 'all' })
  const second = await beginBulk(site, person, named('کاسته', { district: 'لواسان' }))
  await workBulkOff(
    site,
    second,
    onceDone(site, second, 250, () => give({ 'customers.read': 'all' })),
  )
  expect(await askBulk(site, person, bulk.show, second)).toMatchObject({
    state: 'stopped',
    stoppedBy: 'not-permitted',
    changed: 250,
    can: { goOn: true },
  })
  await give({ 'customers.read': 'all', 'customers.write': 'all' })
  await askBulk(site, person, bulk.goOn, second)
  await workBulkOff(site, second)
  expect(await askBulk(site, person, bulk.show, second)).toMatchObject({ state: 'done', stoppedBy: null, changed: 600 })
})

test('filters that are no filters, or ask what one may not read, are refused before anything is kept', async () => {
  const narrow = await site.addPerson('سارا تنگ‌نظر', {
    grants: { 'customers.read': 'all', 'customers.write': 'all' },
    fieldClasses: ['public'],
  })
  const change = { district: null, provisional: false }
  const deep = '{"all":['.repeat(400) + ']}'.repeat(400)
  const wrong: object[] = [
    { where: 'not json' },
    { where: '{"all":[{"field":"code","is":"equals","value":"1\'); drop table customers.customer; --"}],"x":1' },
    { where: JSON.stringify({ field: "code'; select 1; --", is: 'equals', value: '1' }) },
    { where: JSON.stringify({ field: 'noSuchField', is: 'equals', value: '1' }) },
    { where: deep },
    { where: `"${'x'.repeat(5000)}"` },
    { q: 'x'.repeat(200) },
    { unitId: "' or true" },
    { provinceId: '1 or 1=1' },
    { segmentId: '*' },
    { kind: { $ne: null } },
    { sort: 'name; drop' },
  ]
  for (const filters of wrong)
    for (const reply of [
      await preview({ which: { filters } as never, change }),
      await site.call(customerBulk.apply, { as: chief, body: { id: newId(), which: { filters } as never, change } }),
    ])
      expect(reply.status, JSON.stringify(filters).slice(0, 80)).toBe(422)
  const secret = { where: JSON.stringify({ field: 'nationalCode', is: 'equals', value: '0499370899' }) }
  const asked = await site.call(customerBulk.apply, {
    as: narrow,
    body: { id: newId(), which: { filters: secret }, change: { provisional: false } },
  })
  expect(asked.status).toBe(422)
  // Words are words: they fit nobody, and do nothing.
  const words = await beginBulk(site, chief, named("'); drop table customers.customer; --", { district: 'هیچ' }))
  await workBulkOff(site, words)
  expect(await askBulk(site, chief, bulk.show, words)).toMatchObject({ state: 'done', done: 0 })
  const kept = await site.owner.query('select count(*)::int as n from identity.bulk where person_id = $1', [narrow.id])
  expect(kept.rows[0].n).toBe(0)
  expect((await site.call(customers.count, { as: chief, query: {} })).status).toBe(200)
})

test('a person has five changes under way at most; to make room one is stopped, and waits for room to go on', async () => {
  const busy = await newChief(site, support)
  const some = []
  for (let turn = 0; turn < 5; turn += 1) some.push(await beginBulk(site, busy, named(`هیچ‌کس ${turn}`, { district: 'ونک' })))
  const sixth = () => site.call(customerBulk.apply, { as: busy, body: { id: newId(), ...named('هیچ‌کس', { district: 'ونک' }) } })
  expect((await sixth()).body).toMatchObject({ code: 'too-many-bulks' })
  const [first] = some
  if (!first) throw new Error('none began')
  await askBulk(site, busy, bulk.stop, first)
  expect((await sixth()).body).toMatchObject({ state: 'working' })
  expect(await askBulk(site, busy, bulk.goOn, first)).toMatchObject({ code: 'too-many-bulks' })
})
