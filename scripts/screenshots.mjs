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
/** The manager holds no requests; whoever does sees their desk full. */
const pagesOfClerk = { desk: '/', notifications: '/notifications' }
/** Small fictional files on their way in: nothing is loaded before their mapping is agreed to. */
const requestsToImport = {
  kind: 'requests',
  name: 'درخواست‌ها.csv',
  text: 'شماره;مشتری;زمان ثبت\nA-1;پارسا نیک‌نام;۱۴۰۳/۰۵/۱۲ ۰۸:۳۰\nA-2;هما کوهستانی;۱۴۰۳/۰۵/۱۳ ۱۰:۱۵\n',
}
const customersToImport = {
  kind: 'customers',
  name: 'مشتریان.csv',
  text: 'کد مشتری;نام;نام خانوادگی;کد ملی;موبایل;شهر;تاریخ تولد\n۱۱;پارسا;نیک‌نام;0012345679;09000001234;شیراز;۱۳۶۵/۰۲/۱۰\n۱۲;هما;کوهستانی;;09000005678;کرج;۱۳۷۰/۱۱/۰۳\n',
}
/** Pages named on the command line; without any, all. */
const wanted = process.argv.slice(2)
const images = join(root, 'docs/images')
const given = process.env.DATA_DIR
const dataDir = given ?? mkdtempSync(join(tmpdir(), 'parvandeh-pictures-'))

buildDemo()
const product = await startProduct({ dataDir })
const browser = await openBrowser()
try {
  mkdirSync(images, { recursive: true })
  const office = await signedIn()
  const pages = await everyPage(office.request)
  const cookies = await office.cookies()
  const clerk = await (await signedIn('karshenas')).cookies()
  for (const look of looks) {
    await picture(look, pages, cookies)
    await picture(look, pagesOfClerk, clerk)
  }
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

async function signedIn(login = 'modir') {
  const context = await browser.newContext({ baseURL: product.url })
  await context.addCookies([{ name: 'parvandeh_demo_visit', value: '1', url: product.url }])
  const headers = { 'x-parvandeh': '1' }
  const reply = await context.request.post('/api/session', { headers, data: { login, password: 'namayesh-1405' } })
  if (!reply.ok()) throw new Error(await reply.text())
  return context
}

/** Every page with something to see on it, by the name of its picture. */
async function everyPage(request) {
  const customer = await richestFile(request)
  const [{ number }] = await rowsAt(request, '/api/requests?status=open&sort=priority')
  const [, colleague] = await rowsAt(request, '/api/people')
  const [pair] = await rowsAt(request, '/api/duplicates')
  const { segments } = await answerAt(request, '/api/segments')
  const [segment] = segments
  const { programmes } = await answerAt(request, '/api/programmes')
  const [programme] = programmes
  const related = await relatedFile(request)
  return {
    customers: '/customers',
    'customer-file': `/customers/${customer}`,
    'customer-form': `/customers/${customer}/edit`,
    requests: '/requests?status=any',
    request: `/requests/${number}`,
    'request-form': '/requests/new',
    interactions: '/interactions',
    supervisor: '/supervisor',
    kpi: '/kpi',
    'kpi-indicator': '/kpi/wait-until-response',
    'kpi-records': '/kpi/wait-until-response/records',
    imports: '/imports',
    'import-mapping': `/imports/${await exampleImport(request, requestsToImport)}`,
    'import-customers': `/imports/${await exampleImport(request, customersToImport)}`,
    'notification-settings': '/settings/notifications',
    settings: '/settings',
    ledger: `/customers/${customer}/ledger`,
    relations: `/customers/${related}/relations`,
    cheques: '/cheques',
    contradictions: '/contradictions',
    duplicates: '/duplicates',
    merge: `/duplicates/${pair.files[0].customerId}/${pair.files[1].customerId}`,
    segments: '/segments',
    segment: `/segments/${segment.id}`,
    completeness: '/completeness',
    programmes: '/completeness?tab=programmes',
    programme: `/programmes/${programme.id}`,
    costs: '/completeness?tab=costs',
    erasures: '/customers/erasures',
    exports: '/exports',
    'removed-files': '/customers/removed',
    'tested-relations': '/kpi/relations',
    fields: '/settings/fields',
    'file-words': '/settings/file-words',
    classification: '/settings/classification',
    people: '/settings/people',
    'person-access': `/settings/people/${colleague.id}/access`,
    units: '/settings/units',
    roles: '/settings/roles',
    calendar: '/settings/calendar',
    catalogue: '/settings/catalogue',
    audit: '/settings/audit',
    security: '/settings/security',
    'my-account': '/settings/me',
  }
}

async function rowsAt(request, address) {
  return (await answerAt(request, address)).rows
}

async function answerAt(request, address) {
  const reply = await request.get(address)
  if (!reply.ok()) throw new Error(`${address}: ${await reply.text()}`)
  return reply.json()
}

/** A customer who has relations to others, of the oldest files. */
async function relatedFile(request) {
  const rows = await rowsAt(request, '/api/customers?sort=created&limit=100')
  for (const { customerId } of rows) {
    const { relations } = await answerAt(request, `/api/customers/${customerId}/relations`)
    if (relations.length > 1) return customerId
  }
  return rows[0].customerId
}

async function exampleImport(request, { kind, name, text }) {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  const reply = await request.post(`/api/imports?kind=${kind}`, { headers: { 'x-parvandeh': '1' }, multipart: { file } })
  if (!reply.ok()) throw new Error(await reply.text())
  return (await reply.json()).id
}

/** The customer, of those last spoken with, whose timeline holds the most kinds of things, then the most things. */
async function richestFile(request) {
  const rows = await rowsAt(request, '/api/customers?sort=-contact')
  const files = await Promise.all(
    rows.map(async ({ customerId }) => {
      const lines = await rowsAt(request, `/api/customers/${customerId}/timeline`)
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
  for (const [name, address] of Object.entries(pages).filter(([one]) => wanted.length === 0 || wanted.includes(one))) {
    await page.goto(address)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(images, `${name}${suffix}.png`) })
    console.log(`docs/images/${name}${suffix}.png`)
  }
  await context.close()
}
