import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import type { AnyTables } from '../context.ts'
import { insertRows } from './insert-rows.ts'
import { openKysely, openPool } from './pools.ts'

interface Row {
  id: number
  name: string | null
  words: string[] | null
  facts: string
  seen_at: Date | null
  good: boolean
}

let site: TestApp
let tx: Kysely<AnyTables>
beforeAll(async () => {
  site = await openTestApp()
  await site.owner
    .query(`create table public.many (id int primary key, name text, words text[], facts jsonb not null, seen_at timestamptz, good boolean,
    constraint many_named check (name <> 'ناممکن'))`)
  await site.owner.query('grant all on public.many to public')
  tx = openKysely(openPool(site.databaseUrl, { max: 1, onError: () => undefined }))
})
beforeEach(() => site.owner.query('truncate public.many'))
afterAll(async () => {
  await tx.destroy()
  await site.close()
})

const rowsOf = (names: readonly (string | null)[]): Row[] =>
  names.map((name, id) => ({
    id,
    name,
    words: name === null ? null : [name, ''],
    facts: JSON.stringify({ name, list: [name] }),
    seen_at: id % 2 === 0 ? new Date(id * 1000) : null,
    good: id % 3 === 0,
  }))

const kept = async () => (await sql<Row & { facts: object }>`select * from public.many order by id`.execute(tx)).rows

test('many rows hold what few rows would hold, whatever is written in them', async () => {
  const text = fc.string({
    unit: fc.constantFrom('\\', '\t', '\n', '\r', '"', "'", '{', '}', ',', 'N', '.', ' ', 'ی', '😀', '\u200c', 'null'),
  })
  const names = fc.array(fc.oneof(text, fc.constant(null)), { minLength: 60, maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(names, async (given) => {
      await site.owner.query('truncate public.many')
      const rows = rowsOf(given)
      await insertRows({ tx }, 'public.many', rows, ['facts'])
      const copied = await kept()
      expect(copied).toEqual(rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as object })))
      await site.owner.query('truncate public.many')
      for (const row of rows) await insertRows({ tx }, 'public.many', [row], ['facts'])
      expect(await kept()).toEqual(copied)
    }),
    { numRuns: 15 },
  )
})

test('half a letter, as a cut leaves it, is written as a mark for what cannot be read', async () => {
  await insertRows({ tx }, 'public.many', rowsOf(Array.from({ length: 60 }, () => '\ud83d')), ['facts'])
  expect((await kept()).map(({ name }) => name)).toEqual(Array.from({ length: 60 }, () => '\ufffd'))
})

test('what the table does not take is refused as a whole by the name of its rule, and the connection lives on', async () => {
  const rows = rowsOf(Array.from({ length: 60 }, (_, at) => (at === 59 ? 'ناممکن' : 'سارا')))
  await expect(insertRows({ tx }, 'public.many', rows, ['facts'])).rejects.toMatchObject({ code: '23514', constraint: 'many_named' })
  expect(await kept()).toEqual([])
})
