import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openLog } from '../../../platform/log.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp } from '../../../testing/open-test-app.ts'
import { sweepBulks } from './sweep-bulks.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

/** A change that was asked for so many days ago, with so many rows. */
async function past(days: number, rows: number): Promise<string> {
  const [id, at] = [newId(), new Date(site.clock.now.getTime() - days * 86_400_000)]
  await site.owner.query(
    `insert into identity.bulk (id, person_id, actor_kind, locale, noun, change, state, started_at, undo_until)
     values ($1, $1, 'person', 'fa', 'customers', '{}', 'done', $2, $2)`,
    [id, at],
  )
  await site.owner.query(
    `insert into identity.bulk_row (id, bulk_id, customer_id, row_id, label, outcome, version)
     select gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), n::text, 'changed', 2 from generate_series(1, $2) n`,
    [id, rows],
  )
  await site.owner.query(`insert into identity.bulk_tally values ($1, 'change', 'changed', '', $2)`, [id, rows])
  return id
}

test('changes of more than a week ago are forgotten with their rows and counts, a few thousand rows at a time', async () => {
  await past(8, 5200)
  await past(9, 0)
  const recent = await past(6, 3)
  let steps = 0
  const runAsSystem: typeof site.app.runAsSystem = (command) => {
    steps += 1
    return site.app.runAsSystem(command)
  }
  await sweepBulks({ runAsSystem, log: openLog('fatal'), signal: new AbortController().signal })
  const left = async (table: string, column: string) =>
    (await site.owner.query(`select ${column} as id, count(*)::int as n from ${table} group by 1`)).rows
  expect(await left('identity.bulk', 'id')).toEqual([{ id: recent, n: 1 }])
  expect(await left('identity.bulk_row', 'bulk_id')).toEqual([{ id: recent, n: 3 }])
  expect(await left('identity.bulk_tally', 'bulk_id')).toEqual([{ id: recent, n: 1 }])
  expect(steps).toBe(4)
})
