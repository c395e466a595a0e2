import { contract } from '@parvandeh/contract'
import type { LiveMessage } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../testing/customers-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'

let site: TestApp
let address: string
let unitId: string
beforeAll(async () => {
  site = await openTestApp()
  address = await site.app.http.listen({ port: 0, host: '127.0.0.1' })
  unitId = await site.addUnit('پذیرش')
})
afterAll(() => site.close())

const grants = { 'customers.read': 'team', 'customers.write': 'team', 'identity.directory': 'all' } as const
const addClerk = (name: string) => site.addPerson(name, { unitId, grants })

/** A live stream that is open: what came of it, and whether it has ended. */
async function listen(as: TestPerson) {
  const abort = new AbortController()
  const reply = await fetch(`${address}${contract.system.live.path}`, {
    headers: { authorization: as.authorization },
    signal: abort.signal,
  })
  const stream = { heard: [] as LiveMessage[], ended: false, status: reply.status, leave: () => abort.abort() }
  void (async () => {
    for await (const chunk of reply.body ?? []) {
      for (const line of Buffer.from(chunk).toString().split('\n')) {
        if (line.startsWith('data: ')) stream.heard.push(JSON.parse(line.slice(6)) as LiveMessage)
      }
    }
  })()
    .catch(() => undefined)
    .then(() => (stream.ended = true))
  return stream
}

test('whoever may see a file hears that it is there, by its id alone', async () => {
  const clerk = await addClerk('شنوندهٔ یکم')
  const stream = await listen(clerk)
  const { customerId } = await newCustomer(site, clerk, personFile({ firstName: 'هما', lastName: 'کوهستانی', unitId }))
  await expect.poll(() => stream.heard).toContainEqual({ event: 'customers.customer-created', customerId, id: customerId })
  stream.leave()
})

test('when rights change every stream ends, and what was remembered of rights is forgotten', async () => {
  const clerk = await addClerk('شنوندهٔ دوم')
  const stream = await listen(clerk)
  expect((await site.call(contract.people.directory, { as: clerk })).status).toBe(200)
  await site.owner.query('delete from identity.person_role where person_id = $1', [clerk.id])
  await site.app.runAsSystem((context) => context.publish('identity.access-changed', { personId: clerk.id }))
  await expect.poll(() => stream.ended).toBe(true)
  await expect.poll(async () => (await site.call(contract.people.directory, { as: clerk })).status).toBe(403)
})

test('rights that changed while the listening connection was lost are known as soon as it is back', async () => {
  const clerk = await addClerk('شنوندهٔ سوم')
  const stream = await listen(clerk)
  expect((await site.call(contract.people.directory, { as: clerk })).status).toBe(200)
  await site.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  )
  await site.owner.query('delete from identity.person_role where person_id = $1', [clerk.id])
  await expect.poll(() => stream.ended, { timeout: 5000 }).toBe(true)
  expect((await site.call(contract.people.directory, { as: clerk })).status).toBe(403)
  const again = await listen(await addClerk('شنوندهٔ چهارم'))
  const { customerId } = await newCustomer(site, await addClerk('نویسندهٔ آزمونی'), personFile({ firstName: 'هما', unitId }))
  await expect.poll(() => again.heard.map(({ id }) => id)).toContain(customerId)
  again.leave()
})

test('one person keeps no more streams than windows they could work in: the oldest ends', async () => {
  const clerk = await addClerk('شنوندهٔ پنجم')
  const streams: Awaited<ReturnType<typeof listen>>[] = []
  for (let n = 0; n < 21; n += 1) streams.push(await listen(clerk))
  await expect.poll(() => streams.map(({ ended }) => ended)).toEqual([true, ...Array.from({ length: 20 }, () => false)])
  for (const { leave } of streams) leave()
})
