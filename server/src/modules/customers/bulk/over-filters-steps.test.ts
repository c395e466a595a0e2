import { contract } from '@parvandeh/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandRunner } from '../../../platform/run-command.ts'
import { askBulk, beginBulk, named, newChief, onceDone, workBulkOff } from '../../../testing/bulk-builders.ts'
import { manyCustomers } from '../../../testing/many-customers.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { bulk } = contract

let site: TestApp
let support: string
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  support = await site.addUnit('پشتیبانی')
  chief = await newChief(site, support)
})
afterAll(() => site.close())

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

test('a change is stopped midway and gone on with; nothing is changed in between', async () => {
  await manyCustomers(site, 700, { lastName: 'ایستگاه', unitId: support })
  const started = await beginBulk(site, chief, named('ایستگاه', { district: 'ونک' }))
  await workBulkOff(
    site,
    started,
    onceDone(site, started, 250, () => askBulk(site, chief, bulk.stop, started)),
  )
  const stopped = await askBulk(site, chief, bulk.show, started)
  expect(stopped).toMatchObject({
    state: 'stopped',
    done: 250,
    changed: 250,
    stoppedBy: null,
    can: { stop: false, goOn: true, undo: true },
  })
  await workBulkOff(site, started)
  expect(await districts('ایستگاه')).toEqual([
    ['-', 1, 450],
    ['ونک', 2, 250],
  ])
  expect((await site.call(bulk.list, { as: chief, query: { noun: 'customers', limit: 1 } })).body.rows).toEqual([stopped])
  expect(await askBulk(site, chief, bulk.goOn, started)).toMatchObject({ state: 'working' })
  await workBulkOff(site, started)
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({ state: 'done', done: 700, changed: 700 })
  expect(await districts('ایستگاه')).toEqual([['ونک', 2, 700]])
  // Asked to stop when it has ended, it says so.
  expect(await askBulk(site, chief, bulk.stop, started)).toMatchObject({ state: 'done', done: 700 })
  const trail = await site.owner.query('select action from identity.audit_entry where subject_id = $1 order by id', [started.id])
  expect(trail.rows.map(({ action }) => action)).toEqual(['bulk.started', 'bulk.stopped', 'bulk.gone-on'])
})

test('what was done until it stopped is put back, and then it cannot go on', async () => {
  await manyCustomers(site, 600, { lastName: 'بازگشته', unitId: support })
  const started = await beginBulk(site, chief, named('بازگشته', { district: 'ری' }))
  await workBulkOff(
    site,
    started,
    onceDone(site, started, 250, () => askBulk(site, chief, bulk.stop, started)),
  )
  expect(await askBulk(site, chief, bulk.undo, started)).toMatchObject({ state: 'undoing' })
  await workBulkOff(site, started)
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({
    state: 'undone',
    total: 250,
    putBack: 250,
    can: { goOn: false, undo: false },
  })
  expect(await districts('بازگشته')).toEqual([
    ['-', 1, 350],
    ['-', 3, 250],
  ])
  const stranger = await newChief(site, support)
  for (const route of [bulk.stop, bulk.goOn, bulk.undo, bulk.show])
    expect((await site.call(route, { as: stranger, params: { bulkId: started.id } })).status).toBe(404)
})

test('after a crash within a step or between two it goes on, and no file is changed twice or forgotten', async () => {
  await manyCustomers(site, 800, { lastName: 'بازیافته', unitId: support })
  const started = await beginBulk(site, chief, named('بازیافته', { district: 'اوین' }))
  const power = new AbortController()
  /** The light goes out while a transaction holds everything and has not ended. */
  const dark =
    (run: CommandRunner): CommandRunner =>
    (command) =>
      run(async (context) => {
        const result = await command(context)
        const kept = await sql<{ n: number }>`select count(*)::int as n from identity.bulk_row where bulk_id = ${started.id}`.execute(
          context.tx,
        )
        if ((kept.rows[0]?.n ?? 0) <= 250) return result
        power.abort(new Error('the light went out'))
        throw new Error('the light went out')
      })
  await expect(workBulkOff(site, started, dark, power.signal)).rejects.toThrow('the light went out')
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({ state: 'working', done: 250 })
  const ending = new AbortController()
  const between = onceDone(site, started, 500, async () => ending.abort(new Error('the process ends')))
  await expect(workBulkOff(site, started, between, ending.signal)).rejects.toThrow('the process ends')
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({ state: 'working', done: 500 })
  await workBulkOff(site, started)
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({ state: 'done', done: 800, changed: 800, refused: [] })
  expect([await districts('بازیافته'), await linesOf('بازیافته')]).toEqual([[['اوین', 2, 800]], { n: 800, files: 800 }])
})

test('a file that the database will not take is told, and hinders no other', async () => {
  const ids = await manyCustomers(site, 60, { lastName: 'سنگ‌راه', unitId: support })
  await site.owner.query(`create function public.refuse_one() returns trigger language plpgsql as $$ begin
    if new.customer_id = '${ids[20] ?? ''}'::uuid then raise exception 'not this one'; end if; return new; end $$;
    create trigger refuse_one before update on customers.customer for each row execute function public.refuse_one()`)
  const started = await beginBulk(site, chief, named('سنگ‌راه', { district: 'تجریش' }))
  await workBulkOff(site, started)
  await site.owner.query('drop trigger refuse_one on customers.customer; drop function public.refuse_one')
  expect(await askBulk(site, chief, bulk.show, started)).toMatchObject({
    state: 'done',
    done: 60,
    changed: 59,
    refused: [{ code: 'unexpected', count: 1 }],
  })
  const told = await site.call(bulk.refusals, { as: chief, params: { bulkId: started.id } })
  expect(told.body.rows.map(({ id, code }) => [id, code])).toEqual([[ids[20], 'unexpected']])
})
