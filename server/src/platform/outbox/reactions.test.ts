import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import type { Context } from '../context.ts'
import { newId } from '../ids.ts'
import { openLog } from '../log.ts'
import { writeEvents } from './events.ts'
import { onEvent, onEvents, react } from './reactions.ts'
import type { LongTools } from './reactions.ts'

let site: TestApp
let tools: LongTools
let [many, alone]: [(string | null)[][], (string | null)[]] = [[], []]
let broken: string | undefined
const reactions = [
  onEvents('identity.access-changed', 'test.many', async ({ tx }: Context, payloads) => {
    const people = payloads.map(({ personId }) => personId)
    many.push(people)
    if (broken !== undefined && people.includes(broken)) await sql`select 1 / 0`.execute(tx)
  }),
  onEvent('identity.access-changed', 'test.alone', async (_context, { personId }) => void alone.push(personId)),
]
beforeAll(async () => {
  site = await openTestApp()
  tools = { runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal }
})
afterAll(() => site.close())
beforeEach(() => {
  ;[many, alone] = [[], []]
  broken = undefined
})

/** Publishes together; gives the ids of the events by jobs. */
async function publish(people: readonly string[]): Promise<string[][]> {
  const told = people.map((personId) => ({ name: 'identity.access-changed', payload: { personId } }) as const)
  await site.owner.query('delete from graphile_worker._private_jobs')
  await site.app.runAsSystem((context) => writeEvents(context, told))
  const jobs = await site.owner.query<{ payload: { eventIds: string[] } }>('select payload from graphile_worker._private_jobs order by id')
  return jobs.rows.map(({ payload }) => payload.eventIds)
}

test('events published together are heard together, in their order, a hundred in a job, and once', async () => {
  const people = Array.from({ length: 150 }, () => newId())
  const jobs = await publish(people)
  expect(jobs.map((ids) => ids.length)).toEqual([100, 50])
  for (const ids of jobs) await Promise.all([react(tools, reactions, ids), react(tools, reactions, ids)])
  for (const ids of jobs) await react(tools, reactions, ids)
  expect(many).toEqual([people.slice(0, 100), people.slice(100)])
  expect(alone).toEqual(people)
})

test('one that fails stops none of the others, is heard by nobody further, and is heard whole when it is tried again', async () => {
  const people = Array.from({ length: 3 }, () => newId())
  broken = people[1]
  const [ids = []] = await publish(people)
  await expect(react(tools, reactions, ids)).rejects.toThrow('division by zero')
  expect(many.slice(1)).toEqual(people.map((one) => [one]))
  expect(alone).toEqual([people[0], people[2]])
  broken = undefined
  await react(tools, reactions, ids)
  expect(many.at(-1)).toEqual([people[1]])
  expect(alone).toEqual([people[0], people[2], people[1]])
})
