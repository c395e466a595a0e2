import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { isWorthRetrying } from './failure-names.ts'
import { openPool } from './pools.ts'

let site: TestApp
let pool: pg.Pool
let client: pg.PoolClient
beforeAll(async () => {
  site = await openTestApp()
  await site.owner.query('create table public.kept (customer_id uuid, name text); grant all on public.kept to public')
  pool = openPool(site.databaseUrl, { max: 1, onError: () => undefined })
  client = await pool.connect()
})
afterAll(async () => {
  client.release()
  await pool.end()
  await site.close()
})

const keyed = 'select * from public.kept where customer_id = $1'
const often = async (text: string, values: unknown[]) => {
  for (let time = 0; time < 4; time += 1) await client.query(text, values)
}
const prepared = async () => (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows

test('what comes again and again for one file is prepared; what is rare, a list or a search of words is not', async () => {
  await often(keyed, [newId()])
  await often('select * from public.kept where name = $1', ['الف'])
  await often('select * from public.kept where customer_id = $1 and name like $2', [newId(), '%الف%'])
  await client.query('select name from public.kept where customer_id = $1', [newId()])
  expect(await prepared()).toEqual([{ statement: keyed }])
})

test('a table that changes under a prepared statement is read as it is now', async () => {
  const customerId = newId()
  await client.query('insert into public.kept values ($1, $2)', [customerId, 'الف'])
  await often(keyed, [customerId])
  await site.owner.query('alter table public.kept add column note text')
  expect((await client.query(keyed, [customerId])).rows).toEqual([{ customer_id: customerId, name: 'الف', note: null }])
})

test('within a transaction such a change is a reason to try the whole again', async () => {
  await often(keyed, [newId()])
  await client.query('begin')
  await site.owner.query('alter table public.kept add column more text')
  const refusal: unknown = await client.query(keyed, [newId()]).catch((error: unknown) => error)
  await client.query('rollback')
  expect(isWorthRetrying(refusal)).toBe(true)
  expect((await client.query(keyed, [newId()])).rows).toEqual([])
})
