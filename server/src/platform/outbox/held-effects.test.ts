import { slipSeconds } from '@parvandeh/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { newId } from '../ids.ts'
import { openLog } from '../log.ts'
import { writeEvent } from './events.ts'
import { withdrawEffects } from './held-effects.ts'
import { letOut, onEvent, onEventOutward, react } from './reactions.ts'
import type { LongTools } from './reactions.ts'

let site: TestApp
let tools: LongTools
let [inside, sent]: [string[], string[]] = [[], []]
const reactions = [
  onEvent('identity.access-changed', 'test.inside', async (_context, { personId }) => void inside.push(String(personId))),
  onEventOutward('identity.access-changed', 'test.outside', async (_context, { personId }) => void sent.push(String(personId))),
]
beforeAll(async () => {
  site = await openTestApp()
  tools = { runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal }
})
afterAll(() => site.close())
beforeEach(() => ([inside, sent] = [[], []]))

/** Publishes, and gives the id of the event. */
async function publish(personId: string, hold?: { until: Date; by: string }): Promise<string> {
  await site.app.runAsSystem((context) => writeEvent(context, 'identity.access-changed', { personId }, hold))
  return (await site.owner.query<{ id: string }>('select id from platform.outbox_event order by id desc limit 1')).rows[0]?.id ?? ''
}
const timeOf = async (eventId: string) =>
  (await site.owner.query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [`let-out ${eventId}`])).rows[0]
    ?.run_at

test('what leaves the house waits until a slip is past mending; what follows inside does not', async () => {
  const person = newId()
  const event = await publish(person)
  await react(tools, reactions, [event])
  expect([inside, sent]).toEqual([[person], []])
  expect(await timeOf(event)).toEqual(new Date(site.clock.now.getTime() + slipSeconds * 1000))
  await Promise.all([letOut(tools, reactions, event), letOut(tools, reactions, event)])
  await react(tools, reactions, [event])
  await letOut(tools, reactions, event)
  expect([inside, sent]).toEqual([[person], [person]])
})

test('what can be undone for longer holds its effects until then, and undoing keeps them in, those of nothing else', async () => {
  const until = new Date(site.clock.now.getTime() + 600_000)
  const [undone, kept] = [newId(), newId()]
  const events = [await publish(undone, { until, by: undone }), await publish(kept, { until, by: kept })]
  for (const event of events) {
    await react(tools, reactions, [event])
    expect(await timeOf(event)).toEqual(until)
  }
  await site.app.runAsSystem((context) => withdrawEffects(context, [undone]))
  for (const event of events) await letOut(tools, reactions, event)
  expect([inside, sent]).toEqual([[undone, kept], [kept]])
})

test('an event to which nothing outward belongs leaves no job behind', async () => {
  const event = await publish(newId())
  await react(tools, reactions.slice(0, 1), [event])
  expect(await timeOf(event)).toBeUndefined()
})
