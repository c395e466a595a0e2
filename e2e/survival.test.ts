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

/** Adds branches from four hands at once, until told to stop or the product is gone; `acknowledged` grows meanwhile. */
async function startWriting(
  prefix: string,
  until: { stopped: boolean },
  goesOn: boolean,
): Promise<{ acknowledged: string[]; done: Promise<unknown> }> {
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
  return { acknowledged, done: Promise.all([0, 1, 2, 3].map(hand)) }
}

async function branches(): Promise<Set<string>> {
  const browser = await signedIn()
  const reply = (await (await browser.get('/api/units')).json()) as { branches: { name: string }[] }
  return new Set(reply.branches.map((branch) => branch.name))
}

test('killed in the middle of writes, the product starts again by itself and has all that it acknowledged', async () => {
  const { acknowledged, done } = await startWriting('پیش از کشتن برنامه', { stopped: false }, false)
  await expect.poll(() => acknowledged.length).toBeGreaterThan(10)
  product.process.kill('SIGKILL')
  await once(product.process, 'exit')
  await done
  product = await startProduct({ dataDir })
  const there = await branches()
  expect(acknowledged.filter((name) => !there.has(name))).toEqual([])
})

test('when PostgreSQL is killed under it, the product brings it back, goes on, and has all that it acknowledged', async () => {
  const until = { stopped: false }
  const { acknowledged, done } = await startWriting('پیش از کشتن پایگاه داده', until, true)
  await expect.poll(() => acknowledged.length).toBeGreaterThan(10)
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length, { timeout: 40_000 }).toBeGreaterThan(before + 20)
  until.stopped = true
  await done
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
