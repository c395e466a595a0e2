import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { newId } from '../ids.ts'
import { openLog } from '../log.ts'
import { onEvent, react } from '../outbox/reactions.ts'
import { sweepOutbox } from '../outbox/sweep-outbox.ts'
import { sweepSignIn } from '../../modules/identity/index.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp({ withJobs: true })
})
afterAll(() => site.close())

const tools = () => ({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal })
const count = async (table: string) => (await site.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n as number
const dayMs = 86_400_000

test('a reaction that fails leaves nothing behind and is done once when it is tried again; a killed one likewise', async () => {
  await site.app.runAsSystem((context) => context.publish('identity.access-changed', { personId: null }))
  const { id } = (await site.owner.query('select id from platform.outbox_event order by id desc limit 1')).rows[0] as { id: string }
  let tries = 0
  const reaction = onEvent('identity.access-changed', 'test.write-a-branch', async ({ tx, now }) => {
    tries += 1
    const insert = (
      tx as never as { insertInto: (t: string) => { values: (v: object) => { execute: () => Promise<unknown> } } }
    ).insertInto('identity.branch')
    await insert.values({ id: newId(now), name: `شعبهٔ ${tries}` }).execute()
    if (tries === 1) throw new Error('broken in the middle')
  })
  await expect(react(tools(), [reaction], [id])).rejects.toThrow('broken in the middle')
  expect(await count('identity.branch')).toBe(0)
  await Promise.all([react(tools(), [reaction], [id]), react(tools(), [reaction], [id])])
  await react(tools(), [reaction], [id])
  expect([tries, await count('identity.branch')]).toEqual([2, 1])
})

test('what is done by the clock is known to the queue, once for all processes', async () => {
  await expect
    .poll(async () => (await site.owner.query('select identifier from graphile_worker._private_known_crontabs order by identifier')).rows)
    .toEqual(
      [
        'carry-out-erasures',
        'classify-files',
        'compare-changed-files',
        'keep-sheets',
        'measure-files',
        'measure-segments',
        'refresh-trust',
        'remind-of-slow',
        'sweep-blobs',
        'sweep-bulks',
        'sweep-due',
        'sweep-exports',
        'sweep-fields',
        'sweep-notifications',
        'sweep-once',
        'sweep-outbox',
        'sweep-sign-in',
        'test-relations',
      ].map((identifier) => ({
        identifier,
      })),
    )
})

test('what is long over is forgotten at night, and nothing else', async () => {
  await site.call(contract.session.setUp, {
    body: { organisationName: 'شرکت آزمون', personName: 'مهتاب', username: 'mahtab', password: 'گذرواژهٔ بلند ۱' },
  })
  await site.call(contract.session.signIn, { body: { login: 'mahtab', password: 'نادرست' } })
  await expect.poll(() => count('graphile_worker._private_jobs')).toBe(0)
  const [events, reactions] = [await count('platform.outbox_event'), await count('platform.reaction_done')]
  const old = newId(new Date(Date.now() - 100 * dayMs))
  await site.owner.query(
    `insert into platform.outbox_event values ($1, 'identity.access-changed', '{}', now()), ($2, 'identity.access-changed', '{}', now())`,
    [old, newId(new Date(Date.now() - 80 * dayMs))],
  )
  await site.owner.query(`insert into platform.reaction_done select $1, 'test.' || n, now() from generate_series(1, 6000) n`, [old])
  await sweepOutbox(tools())
  expect([await count('platform.outbox_event'), await count('platform.reaction_done')]).toEqual([events + 1, reactions])
  await site.app.runAsSystem(sweepSignIn)
  expect([await count('auth.session'), await count('identity.sign_in_failure')]).toEqual([1, 2])
  site.clock.now = new Date(Date.now() + 15 * dayMs)
  await site.app.runAsSystem(sweepSignIn)
  expect([await count('auth.session'), await count('identity.sign_in_failure')]).toEqual([0, 0])
})
