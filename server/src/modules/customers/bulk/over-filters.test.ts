import { contract } from '@parvandeh/contract'
import type { BulkView, CallOf } from '@parvandeh/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../../../platform/log.ts'
import type { CommandRunner } from '../../../platform/run-command.ts'
import { newId } from '../../../platform/ids.ts'
import { manyCustomers } from '../../../testing/many-customers.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newTag } from '../../../testing/people-builders.ts'

const { customerBulk, bulk, customers } = contract
type Asked = NonNullable<CallOf<typeof customerBulk.preview>['body']>

let site: TestApp
let support: string
let repair: string
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  support = await site.addUnit('پشتیبانی')
  repair = await site.addUnit('تعمیرگاه')
  chief = await newChief()
})
afterAll(() => site.close())

const newChief = () =>
  site.addPerson('مهتاب گرداننده', {
    unitId: support,
    grants: { 'customers.read': 'all', 'customers.write': 'all', 'customers.manage': 'all' },
  })
const named = (q: string, change: Asked['change']): Asked => ({ which: { filters: { q } }, change })
const preview = (body: Asked, as = chief) => site.call(customerBulk.preview, { as, body })
async function apply(asked: Asked, as = chief): Promise<BulkView> {
  const { body, status, text } = await site.call(customerBulk.apply, { as, body: { id: newId(), ...asked } })
  expect(status, text).toBe(200)
  return body
}
const tell = async (route: typeof bulk.show, { id }: BulkView, as = chief) => (await site.call(route, { as, params: { bulkId: id } })).body
const show = (one: BulkView, as = chief) => tell(bulk.show, one, as)

/** Works one change off as the queue does, a transaction at a time; `around` stands for what may happen meanwhile. */
async function work({ id }: BulkView, around: (run: CommandRunner) => CommandRunner = (run) => run, signal = new AbortController().signal) {
  const reaction = site.app.reactions.find(({ name }) => name === 'identity.work-bulk')
  if (!reaction || !('work' in reaction)) throw new Error('nobody works changes of many rows off')
  const event = { id: newId(), name: 'identity.bulk-changed' as const, occurredAt: site.clock.now, heldUntil: null }
  const payload = { id, work: true, unitId: null, ownerId: null, notices: [] }
  await reaction.work({ runAsSystem: around(site.app.runAsSystem), log: openLog('fatal'), signal }, { ...event, payload } as never)
}

/** Once so many files have been dealt with, something happens, between two transactions. */
const onceDone =
  (one: BulkView, count: number, happen: () => Promise<unknown>) =>
  (run: CommandRunner): CommandRunner => {
    let isOver = false
    return async (command) => {
      const done = await run(command)
      if (!isOver && (await counted(one)) >= count) {
        isOver = true
        await happen()
      }
      return done
    }
  }
const counted = async ({ id }: BulkView) =>
  Number((await site.owner.query(`select sum(count) as n from identity.bulk_tally where bulk_id = $1 and step = 'change'`, [id])).rows[0].n)
const districts = async (lastName: string) =>
  (
    await site.owner.query(
      'select coalesce(district, $2) as district, version, count(*)::int as n from customers.customer where last_name = $1 group by 1, 2 order by 1, 2',
      [lastName, '-'],
    )
  ).rows.map(({ district, version, n }) => [district, version, n])
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
  const tagged = async () => (await site.owner.query('select count(*)::int as n from customers.file_tag where tag_id = $1', [tag.id])).rows[0].n
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

  const started = await apply(asked)
  expect(started).toMatchObject({ state: 'working', total: 10_300, isExact: false, can: { stop: true, undo: true, goOn: false } })
  await work(started)
  expect(await show(started)).toMatchObject({ state: 'done', total: 10_300, isExact: true, done: 10_300, changed: 300, same: 10_000 })
  expect(await tagged()).toBe(10_300)
  const kept = await site.owner.query('select selection, count(r.id)::int as n from identity.bulk b join identity.bulk_row r on r.bulk_id = b.id where b.id = $1 group by 1', [started.id])
  expect(kept.rows).toEqual([{ selection: null, n: 300 }])

  await tell(bulk.undo, started)
  await work(started)
  expect(await show(started)).toMatchObject({ state: 'undone', putBack: 300, notPutBack: [], can: { undo: false } })
  expect(await tagged()).toBe(10_000)
  // Undone twice is undone once: what somebody did since stays.
  await site.call(contract.behaviour.tag, { as: chief, params: { customerId: ids.at(-1) ?? '' }, body: { tagId: tag.id } })
  expect(await tell(bulk.undo, started)).toMatchObject({ state: 'undone', putBack: 300 })
  await work(started)
  expect([await tagged(), await tell(bulk.goOn, started)]).toEqual([10_001, expect.objectContaining({ code: 'changed-meanwhile' })])
}, 60_000)

test('each file comes up once although it no longer fits when it was changed; one that came later was not asked about', async () => {
  await manyCustomers(site, 620, { lastName: 'ناتمام', unitId: support, provisional: true })
  const started = await apply({ which: { filters: { q: 'ناتمام', provisional: 'true' } }, change: { provisional: false } })
  site.clock.now = new Date(site.clock.now.getTime() + 1000)
  await manyCustomers(site, 3, { lastName: 'ناتمام', unitId: support, provisional: true })
  await work(started)
  expect(await show(started)).toMatchObject({ state: 'done', total: 620, changed: 620, same: 0, refused: [] })
  expect(await linesOf('ناتمام')).toEqual({ n: 620, files: 620 })
})

test('a change is stopped midway and gone on with; nothing is changed in between', async () => {
  await manyCustomers(site, 700, { lastName: 'ایستگاه', unitId: support })
  const started = await apply(named('ایستگاه', { district: 'ونک' }))
  await work(started, onceDone(started, 250, () => tell(bulk.stop, started)))
  const stopped = await show(started)
  expect(stopped).toMatchObject({ state: 'stopped', done: 250, changed: 250, stoppedBy: null, can: { stop: false, goOn: true, undo: true } })
  await work(started)
  expect(await districts('ایستگاه')).toEqual([
    ['-', 1, 450],
    ['ونک', 2, 250],
  ])
  expect((await site.call(bulk.list, { as: chief, query: { noun: 'customers', limit: 1 } })).body.rows).toEqual([stopped])
  expect(await tell(bulk.goOn, started)).toMatchObject({ state: 'working' })
  await work(started)
  expect(await show(started)).toMatchObject({ state: 'done', done: 700, changed: 700 })
  expect(await districts('ایستگاه')).toEqual([['ونک', 2, 700]])
  const trail = await site.owner.query('select action from identity.audit_entry where subject_id = $1 order by id', [started.id])
  expect(trail.rows.map(({ action }) => action)).toEqual(['bulk.started', 'bulk.stopped', 'bulk.gone-on'])
})

test('what was done until it stopped is put back, and then it cannot go on', async () => {
  await manyCustomers(site, 600, { lastName: 'بازگشته', unitId: support })
  const started = await apply(named('بازگشته', { district: 'ری' }))
  await work(started, onceDone(started, 250, () => tell(bulk.stop, started)))
  expect(await tell(bulk.undo, started)).toMatchObject({ state: 'undoing' })
  await work(started)
  expect(await show(started)).toMatchObject({ state: 'undone', total: 250, putBack: 250, can: { goOn: false, undo: false } })
  expect(await districts('بازگشته')).toEqual([
    ['-', 1, 350],
    ['-', 3, 250],
  ])
  const stranger = await newChief()
  for (const route of [bulk.stop, bulk.goOn, bulk.undo, bulk.show])
    expect((await site.call(route, { as: stranger, params: { bulkId: started.id } })).status).toBe(404)
})

test('after a crash within a step or between two it goes on, and no file is changed twice or forgotten', async () => {
  await manyCustomers(site, 800, { lastName: 'بازیافته', unitId: support })
  const started = await apply(named('بازیافته', { district: 'اوین' }))
  const power = new AbortController()
  /** The light goes out while a transaction holds everything and has not ended. */
  const dark =
    (run: CommandRunner): CommandRunner =>
    (command) =>
      run(async (context) => {
        const result = await command(context)
        const kept = await sql<{ n: number }>`select count(*)::int as n from identity.bulk_row where bulk_id = ${started.id}`.execute(context.tx)
        if ((kept.rows[0]?.n ?? 0) <= 250) return result
        power.abort(new Error('the light went out'))
        throw new Error('the light went out')
      })
  await expect(work(started, dark, power.signal)).rejects.toThrow('the light went out')
  expect(await show(started)).toMatchObject({ state: 'working', done: 250 })
  const ending = new AbortController()
  const between = onceDone(started, 500, async () => ending.abort(new Error('the process ends')))
  await expect(work(started, between, ending.signal)).rejects.toThrow('the process ends')
  expect(await show(started)).toMatchObject({ state: 'working', done: 500 })
  await work(started)
  expect(await show(started)).toMatchObject({ state: 'done', done: 800, changed: 800, refused: [] })
  expect([await districts('بازیافته'), await linesOf('بازیافته')]).toEqual([[['اوین', 2, 800]], { n: 800, files: 800 }])
})

test('rights are those of the time of each step: narrowed meanwhile, fewer files are chosen; lost, it stops and says why', async () => {
  await manyCustomers(site, 300, { lastName: 'کاسته', unitId: support })
  await manyCustomers(site, 300, { lastName: 'کاسته', unitId: repair })
  const person = await newChief()
  const give = (grants: object) =>
    site.owner.query('update identity.role r set grants = $2 from identity.person_role p where p.role_id = r.id and p.person_id = $1', [
      person.id,
      JSON.stringify(grants),
    ])
  const started = await apply(named('کاسته', { district: 'دربند' }), person)
  await work(started, onceDone(started, 250, () => give({ 'customers.read': 'team', 'customers.write': 'team' })))
  // Files of one unit came before those of the other: fifty of the person's own were left.
  expect(await show(started, person)).toMatchObject({ state: 'done', done: 300, changed: 300, refused: [] })
  const units = await site.owner.query(`select unit_id, count(*)::int as n from customers.customer where last_name = 'کاسته' and district is not null group by 1`)
  expect(units.rows).toEqual([{ unit_id: support, n: 300 }])

  await give({ 'customers.read': 'all', 'customers.write': 'all' })
  const second = await apply(named('کاسته', { district: 'لواسان' }), person)
  await work(second, onceDone(second, 250, () => give({ 'customers.read': 'all' })))
  expect(await show(second, person)).toMatchObject({ state: 'stopped', stoppedBy: 'not-permitted', changed: 250, can: { goOn: true } })
  await give({ 'customers.read': 'all', 'customers.write': 'all' })
  await tell(bulk.goOn, second, person)
  await work(second)
  expect(await show(second, person)).toMatchObject({ state: 'done', stoppedBy: null, changed: 600 })
})

test('a file that the database will not take is told, and hinders no other', async () => {
  const ids = await manyCustomers(site, 60, { lastName: 'سنگ‌راه', unitId: support })
  await site.owner.query(`create function public.refuse_one() returns trigger language plpgsql as $$ begin
    if new.customer_id = '${ids[20] ?? ''}'::uuid then raise exception 'not this one'; end if; return new; end $$;
    create trigger refuse_one before update on customers.customer for each row execute function public.refuse_one()`)
  const started = await apply(named('سنگ‌راه', { district: 'تجریش' }))
  await work(started)
  await site.owner.query('drop trigger refuse_one on customers.customer; drop function public.refuse_one')
  expect(await show(started)).toMatchObject({ state: 'done', done: 60, changed: 59, refused: [{ code: 'unexpected', count: 1 }] })
  const told = await site.call(bulk.refusals, { as: chief, params: { bulkId: started.id } })
  expect(told.body.rows.map(({ id, code }) => [id, code])).toEqual([[ids[20], 'unexpected']])
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
    { where: '{"all":[{"field":"code","op":"is","value":"1\'); drop table customers.customer; --"}],"x":1' },
    { where: JSON.stringify({ field: "code'; select 1; --", op: 'is', value: '1' }) },
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
  const secret = { where: JSON.stringify({ field: 'nationalCode', op: 'is', value: '0499370899' }) }
  const asked = await site.call(customerBulk.apply, { as: narrow, body: { id: newId(), which: { filters: secret }, change: { provisional: false } } })
  expect([403, 422]).toContain(asked.status)
  // Words are words: they fit nobody, and do nothing.
  const words = await apply(named("'); drop table customers.customer; --", { district: 'هیچ' }))
  await work(words)
  expect(await show(words)).toMatchObject({ state: 'done', done: 0 })
  const kept = await site.owner.query('select count(*)::int as n from identity.bulk where person_id = $1', [narrow.id])
  expect(kept.rows[0].n).toBe(0)
  expect((await site.call(customers.count, { as: chief, query: {} })).status).toBe(200)
})

test('a person has five changes under way at most', async () => {
  const busy = await newChief()
  for (let turn = 0; turn < 5; turn += 1) await apply(named(`هیچ‌کس ${turn}`, { district: 'ونک' }), busy)
  const sixth = await site.call(customerBulk.apply, { as: busy, body: { id: newId(), ...named('هیچ‌کس', { district: 'ونک' }) } })
  expect(sixth.body).toMatchObject({ code: 'too-many-bulks' })
})
