// Plain JavaScript, as the other scripts. Makes the pictures of docs/images from the demo organisation:
// `npm run screenshots`, or `DATA_DIR=... npm run screenshots` where a demo has been built already.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '../e2e/support/browser.ts'
import { startProduct } from '../e2e/support/product.ts'
import { root } from './runtime.mjs'

const looks = [
  { suffix: '', language: 'fa', theme: 'light', width: 1280 },
  { suffix: '-dark', language: 'fa', theme: 'dark', width: 1280 },
  { suffix: '-en', language: 'en', theme: 'light', width: 1280 },
  { suffix: '-phone', language: 'fa', theme: 'light', width: 390 },
]
const images = join(root, 'docs/images')
const given = process.env.DATA_DIR
const dataDir = given ?? mkdtempSync(join(tmpdir(), 'parvandeh-pictures-'))

buildDemo()
const product = await startProduct({ dataDir })
const browser = await openBrowser()
try {
  mkdirSync(images, { recursive: true })
  const office = await signedIn()
  const pages = {
    desk: '/',
    requests: '/requests?status=any',
    kpi: '/kpi',
    'customer-file': `/customers/${await richestFile(office.request)}`,
  }
  const cookies = await office.cookies()
  for (const look of looks) await picture(look, pages, cookies)
} finally {
  await browser.close()
  await product.stop()
  if (given === undefined) rmSync(dataDir, { recursive: true, force: true })
}

/** Builds the demo unless the data folder has one; only that refusal is passed over. */
function buildDemo() {
  const built = spawnSync(process.execPath, [join(root, 'server/src/cli/main.ts'), 'demo', 'build'], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  if (built.status !== 0 && !/demo remove/u.test(built.stdout + built.stderr)) throw new Error(built.stderr || built.stdout)
}

async function signedIn() {
  const context = await browser.newContext({ baseURL: product.url })
  await context.addCookies([{ name: 'parvandeh_demo_visit', value: '1', url: product.url }])
  const headers = { 'x-parvandeh': '1' }
  const reply = await context.request.post('/api/session', { headers, data: { login: 'modir', password: 'namayesh-1405' } })
  if (!reply.ok()) throw new Error(await reply.text())
  return context
}

/** The customer, of those last spoken with, whose timeline holds the most kinds of things, then the most things. */
async function richestFile(request) {
  const read = async (address) => {
    const reply = await request.get(address)
    if (!reply.ok()) throw new Error(`${address}: ${await reply.text()}`)
    return (await reply.json()).rows
  }
  const rows = await read('/api/customers?sort=-contact')
  const files = await Promise.all(
    rows.map(async ({ customerId }) => {
      const lines = await read(`/api/customers/${customerId}/timeline`)
      return { customerId, richness: new Set(lines.map(({ kind }) => kind)).size * 100 + lines.length }
    }),
  )
  return files.toSorted((one, other) => other.richness - one.richness)[0].customerId
}

async function picture({ suffix, language, theme, width }, pages, cookies) {
  const context = await browser.newContext({
    baseURL: product.url,
    viewport: { width, height: 800 },
    timezoneId: 'Asia/Tehran',
    reducedMotion: 'reduce',
    colorScheme: theme,
  })
  await context.addCookies(cookies)
  await context.addInitScript((chosen) => localStorage.setItem('parvandeh.preferences', JSON.stringify(chosen)), { language, theme })
  const page = await context.newPage()
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(images, `${name}${suffix}.png`) })
    console.log(`docs/images/${name}${suffix}.png`)
  }
  await context.close()
}
