import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserless, postmasterOf, startProduct } from './support/product.ts'
import type { Product } from './support/product.ts'

let dataDir: string
let product: Product
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'parvandeh-survival-'))
  product = await startProduct({ dataDir })
})
afterAll(async () => {
  await product.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const account = { username: 'modir', password: 'گذرواژهٔ بلند ۱' }

async function signedIn() {
  const browser = openBrowserless(product.url)
  const session = (await (await browser.get('/api/session')).json()) as { setUp: boolean }
  const reply = session.setUp
    ? await browser.post('/api/session', { login: account.username, password: account.password })
    : await browser.post('/api/setup', { ...account, organisationName: 'شرکت پایدار', personName: 'مدیر آزمونی' })
  expect(reply.status).toBe(200)
  return browser
}

/** Adds branches from four hands at once, until told to stop or the product is gone; gives the names that were acknowledged. */
async function writeUntilStopped(prefix: string, until: { stopped: boolean }, goesOn: boolean): Promise<string[]> {
  const browser = await signedIn()
  const acknowledged: string[] = []
  const hand = async (which: number) => {
    for (let i = 0; !until.stopped; i += 1) {
      const name = `${prefix} ${which}.${i}`
      const reply = await browser.post('/api/branches', { name }).catch(() => undefined)
      if (reply?.status === 200) acknowledged.push(name)
      else if (!goesOn) return
      else await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await Promise.all([0, 1, 2, 3].map(hand))
  return acknowledged
}

async function branches(): Promise<Set<string>> {
  const browser = await signedIn()
  const reply = (await (await browser.get('/api/units')).json()) as { branches: { name: string }[] }
  return new Set(reply.branches.map((branch) => branch.name))
}

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('killed in the middle of writes, the product starts again by itself and has all that it acknowledged', async () => {
  const writing = writeUntilStopped('پیش از کشتن برنامه', { stopped: false }, false)
  await soon(700)
  product.process.kill('SIGKILL')
  await once(product.process, 'exit')
  const acknowledged = await writing
  expect(acknowledged.length).toBeGreaterThan(5)
  product = await startProduct({ dataDir })
  const there = await branches()
  expect(acknowledged.filter((name) => !there.has(name))).toEqual([])
})

test('when PostgreSQL is killed under it, the product brings it back, goes on, and has all that it acknowledged', async () => {
  const until = { stopped: false }
  const writing = writeUntilStopped('پیش از کشتن پایگاه داده', until, true)
  await soon(500)
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await expect.poll(async () => (await fetch(`${product.url}/api/ready`)).status, { timeout: 15_000 }).toBe(200)
  await soon(500)
  until.stopped = true
  const acknowledged = await writing
  expect(acknowledged.length).toBeGreaterThan(5)
  const there = await branches()
  expect(acknowledged.filter((name) => !there.has(name))).toEqual([])
})

test('a second start on the same data is refused in words that name the first', async () => {
  const second = startProduct({ dataDir })
  await expect(second).rejects.toThrow(new RegExp(`ended with 1.*${product.process.pid}`, 'su'))
  expect((await fetch(`${product.url}/api/health`)).status).toBe(200)
})

test('Ctrl-C stops the product and its database, and the next start is at once', async () => {
  const postmaster = postmasterOf(dataDir)
  expect(await product.stop()).toBe(0)
  await expect.poll(() => isAlive(postmaster), { timeout: 10_000 }).toBe(false)
  product = await startProduct({ dataDir })
  expect((await fetch(`${product.url}/api/ready`)).status).toBe(200)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
