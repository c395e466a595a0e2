import { contract, permissionKeys } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../testing/open-test-app.ts'
import { buildDemo } from './build-demo.ts'

let site: TestApp
let visitor: TestPerson
const progress: number[] = []
let longestPause = 0

beforeAll(async () => {
  site = await openTestApp()
  const stop = watchPauses((milliseconds) => (longestPause = Math.max(longestPause, milliseconds)))
  await buildDemo(site.app, { withTruths: true, scale: 0.03, onProgress: (share) => progress.push(share) })
  stop()
  visitor = await site.addPerson('بازدیدکنندهٔ آزمونی', { grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
})
afterAll(() => site.close())

/** Tells of every stretch in which the process had no breath. */
function watchPauses(tell: (milliseconds: number) => void): () => void {
  let last = performance.now()
  const timer = setInterval(() => {
    tell(performance.now() - last - 5)
    last = performance.now()
  }, 5)
  return () => clearInterval(timer)
}

test('the organisation says that it is a demo, and offers its three accounts, which exist', async () => {
  const { body } = await site.call(contract.session.show)
  expect(body).toMatchObject({ setUp: true, demo: true, organisation: { name: 'بازرگانی سپیدرود (ساختگی)' } })
  expect(body.tryAccounts.map(({ username }) => username)).toEqual(['modir', 'sarparast', 'karshenas'])
  for (const { username, password, name } of body.tryAccounts) {
    const reply = await site.call(contract.session.signIn, { body: { login: username, password } })
    expect(reply, reply.text).toMatchObject({ status: 200, body: { person: { name } } })
  }
})

test('customers, requests, interactions and documents are met by the front door', async () => {
  const customers = await site.call(contract.customers.count, { as: visitor })
  expect(customers.body.count).toBeGreaterThan(40)
  const requests = await site.call(contract.requests.count, { as: visitor })
  expect(requests.body.count).toBeGreaterThan(120)
  const interactions = await site.call(contract.interactions.list, { as: visitor })
  expect(interactions.body.rows.length).toBeGreaterThan(10)
})

test('a customer is found by name, was last met when the timeline says, and the timeline begins with the file', async () => {
  const { body } = await site.call(contract.customers.list, { as: visitor, query: { sort: '-contact' } })
  const first = body.rows.find((one) => !one.provisional)
  const lines = (
    await site.call(contract.customers.timeline, { as: visitor, params: { customerId: first?.customerId ?? '' }, query: { limit: 100 } })
  ).body.rows
  const met = lines.filter(({ kind }) => kind === 'call' || kind === 'visit' || kind === 'message')
  expect(first?.lastContactAt).toBe(met[0]?.at)
  expect(lines.at(-1)?.kind).toBe('customer.created')
  const found = await site.call(contract.customers.search, { as: visitor, query: { q: first?.displayName ?? '' } })
  expect(JSON.stringify(found.body)).toContain(first?.customerId)
})

test('some customers have a second file, which is found; a son who shares the telephone of his father is not taken for him', async () => {
  const { rows } = (await site.call(contract.duplicates.list, { as: visitor })).body
  expect(rows.length).toBeGreaterThanOrEqual(4)
  expect(rows.flatMap(({ files }) => files.map(({ displayName }) => displayName.split(' ')[0]))).not.toContain('پویا')
})

test('progress goes from nothing to one and never back, and the process can breathe meanwhile', () => {
  expect(progress.at(-1)).toBe(1)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  // On an idle machine it is some tens; the test shares its machine.
  expect(longestPause).toBeLessThan(1500)
})
