import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { openLog } from '../log.ts'
import { joinQueue } from './join-queue.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp({ withJobs: false })
})
afterAll(() => site.close())

const join = () => joinQueue(site.databaseUrl, openLog('silent'))
const held = async () =>
  (await site.owner.query<{ locked_by: string | null }>('select locked_by from graphile_worker.jobs')).rows.map((row) => row.locked_by)

test('jobs that a killed process had begun are free again for the next that comes, but not while another still works', async () => {
  await site.owner.query(`select graphile_worker.add_job('begun')`)
  const begin = (by: string) => site.owner.query('update graphile_worker._private_jobs set locked_by = $1, locked_at = now()', [by])
  await begin('killed')
  const [first, meanwhile] = [await join(), await join()]
  expect(await held()).toEqual([null])
  await begin('alive')
  const third = await join()
  expect(await held()).toEqual(['alive'])
  await Promise.all([first.close(), meanwhile.close(), third.close()])
  await expect
    .poll(async () => {
      const last = await join()
      await last.close()
      return held()
    })
    .toEqual([null])
})
