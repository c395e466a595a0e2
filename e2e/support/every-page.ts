import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { barriersOn } from './axe.ts'
import { beyondTheSide } from './browser.ts'
import type { Window } from './browser.ts'
import { anyPerson, journeys, manager, organisationName, setUpOrganisation } from './journey.ts'

const allowed = JSON.parse(readFileSync(path.join(import.meta.dirname, '../latin-allowed.json'), 'utf8')) as string[]
const routesFolder = path.resolve(import.meta.dirname, '../../web/src/routes')

/** What stands in the place of the `$names` in addresses; filled when there is something to show. */
const known: Record<string, string> = { indicator: 'requests-per-day', '': 'there-is-no-such-page' }
/** Words that people have typed or that the organisation began with: they stand as they are in either language. */
const typed = new Set(
  [
    manager.name,
    organisationName,
    'نرگس یوسف‌زادهٔ ملک‌آبادی',
    'دستگاه روشن نمی‌شود',
    'از دیروز خاموش است',
    'زمان ثبت',
    'مدیر سامانه',
    'فارسی',
  ].flatMap((text) => text.split(' ')),
)
/** From a large screen down to a phone, with those between at which the layout turns. */
const widths = [1920, 1280, 1024, 768, 600, 390]

const nothingMore = {
  topicId: null,
  productId: null,
  contactName: null,
  contactCustomerId: null,
  reportedAt: null,
  unitId: null,
  holderId: null,
}
const request = {
  ...nothingMore,
  subject: 'دستگاه روشن نمی‌شود',
  description: 'از دیروز خاموش است.',
  priority: 'normal',
  channel: 'phone',
  test: false,
}
const file = {
  name: 'درخواست‌ها.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('شماره;مشتری;زمان ثبت\nA-1;پارسا نیک‌نام;۱۴۰۳/۰۵/۱۲ ۰۸:۳۰\n'),
}
const segment = { name: 'فارسی', description: '', audience: 'private', condition: null }
const programme = {
  name: 'فارسی',
  note: '',
  fields: [{ key: 'email', minutes: null }],
  segmentId: null,
  until: '2100-01-01',
  people: [],
  units: [],
}
const erasure = { basis: 'asked-by-person', reference: 'فارسی', atOnce: false }

const strangers = new Set(['/welcome', '/sign-in', '/due', '/kit'])

async function myId(request: Window['context']['request']): Promise<string> {
  return ((await (await request.get('/api/session')).json()) as { person: { id: string } }).person.id
}

/** Every address that the routes name, less those of people who have not signed in and the kit of developers. */
async function addresses(): Promise<string[]> {
  const router = await readFile(path.join(routesFolder, 'router.ts'), 'utf8')
  const files = [...router.matchAll(/from '\.\/([\w-]+\.route\.tsx?)'/gu)].map(([, file]) => file ?? '')
  const sources = await Promise.all(files.map((file) => readFile(path.join(routesFolder, file), 'utf8')))
  const paths = sources.flatMap((source) => [...source.matchAll(/path: '([^']+)'/gu)].map(([, found]) => found ?? ''))
  return [...new Set(paths)].filter((one) => !strangers.has(one))
}

const filledIn = (address: string): string => {
  const filled = address.replaceAll(/\$(\w*)/gu, (_, name: string) => known[name] ?? '$')
  if (filled.includes('$')) throw new Error(`nothing is known to show at ${address}`)
  return filled.startsWith('/') ? filled : `/${filled}`
}

/** Words of the other alphabet that stand outside what is isolated on purpose: codes, numbers, what people have typed. */
function strangeWords(page: Page, language: 'fa' | 'en'): Promise<string[]> {
  return page.evaluate((shown) => {
    const isolated = 'bdi, code, kbd, noscript, input, textarea, script, style, svg, title, [lang], [translate=no]'
    const other = shown === 'fa' ? /[A-Za-z][A-Za-z.+-]*/gu : /[\u0600-\u06FF\u200C]+/gu
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement
      if (!within || within.closest(isolated)?.matches(':not(html, body)')) continue
      for (const [word] of (node.textContent ?? '').matchAll(other)) found.add(word)
    }
    return [...found]
  }, language)
}

/** What lies beyond the side once all has found its place: an open list follows its field a moment after the page. */
async function settledBeyondTheSide(page: Page): Promise<string[]> {
  for (let tries = 0; tries < 20; tries += 1) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    if ((await beyondTheSide(page)).length === 0) return []
    await page.waitForTimeout(100)
  }
  return beyondTheSide(page)
}

/** Dialogs, menus and lists that lie over a page. */
const overPage = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const isOpen = (page: Page) => page.locator(overPage).filter({ visible: true }).first()

/** What has been opened over a page is looked at by itself, and closed again. */
async function barriersOver(page: Page, what: string): Promise<string[]> {
  const opened = await isOpen(page)
    .waitFor({ timeout: 1000 })
    .then(() => true)
    .catch(() => false)
  if (!opened) return []
  // A list that drops from a field of a dialog hides the rest of it, label included: then the list is what there is.
  const within = (await page.locator('[role=listbox]').filter({ visible: true }).count()) > 0 ? '[role=listbox]' : overPage
  // One that has closed by itself meanwhile is not looked at.
  const found = await barriersOn(page, undefined, within).catch((reason: Error) => {
    if (/No elements found/u.test(reason.message)) return []
    throw reason
  })
  for (let tries = 0; tries < 3 && (await isOpen(page).isVisible()); tries += 1) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(100)
  }
  return found.map((barrier) => `over it, by ${what}: ${barrier}`)
}

/** Keys that open something over a page: those of every page are tried on the first, those of a file and of a request there. */
const openingKeys = (address: string): string[] => {
  if (address === '/') return ['Control+k', 'Shift+Slash']
  return /^\/(customers\/[0-9a-f-]+|requests\/\d+)$/u.test(address) ? ['KeyA', 'KeyD', 'KeyE', 'KeyR'] : []
}

/** The barriers of everything that the page opens over itself by its buttons and by keys. */
async function barriersOfOverlays(page: Page, address: string): Promise<string[]> {
  const found: string[] = []
  const openers = page.locator('main [aria-haspopup]:not([disabled]):not([aria-disabled=true])').filter({ visible: true })
  for (let place = 0; place < Math.min(await openers.count(), 8); place += 1) {
    const opener = openers.nth(place)
    const name = (await opener.getAttribute('aria-label')) ?? (await opener.innerText())
    await opener.click({ timeout: 2000 })
    found.push(...(await barriersOver(page, name)))
  }
  for (const key of openingKeys(address)) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press(key)
    found.push(...(await barriersOver(page, key)))
    if (!page.url().endsWith(address)) await page.goto(address)
  }
  return found
}

/** What is amiss on one page, first on a desk in light and dark and then, without leaving it, at every width. */
async function faultsOf({ page, complaints }: Window, address: string, language: 'fa' | 'en'): Promise<string[]> {
  complaints.length = 0
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(address)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const faults: string[] = []
  const headings = await page.locator('h1').count()
  if (headings !== 1) faults.push(`${headings} h1`)
  if ((await page.title()).trim() === '') faults.push('no title')
  const strange = (await strangeWords(page, language)).filter((word) => !allowed.includes(word) && !typed.has(word))
  if (strange.length > 0) faults.push(strange.join(' '))
  faults.push(...(await barriersOn(page)))
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await barriersOn(page, ['color-contrast'])).map((barrier) => `in the dark: ${barrier}`))
  await page.emulateMedia({ colorScheme: 'light' })
  if (language === 'fa') faults.push(...(await barriersOfOverlays(page, address)))
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await settledBeyondTheSide(page)).map((what) => `lies beyond the side at ${width}: ${what}`))
  }
  return [...faults, ...complaints.map((said) => said.slice(0, 300))].map((fault) => `${address}: ${fault}`)
}

/** The tests of every page in one language; each language is a file of its own, so that both are looked at at once. */
export function lookAtEveryPage(language: 'fa' | 'en'): void {
  const office = journeys()
  let cookies: Awaited<ReturnType<Window['context']['cookies']>>

  beforeAll(async () => {
    await setUpOrganisation(office.url())
    const { context } = await office.open()
    const post = async (address: string, given: object) => {
      const reply = await context.request.post(address, { headers: { 'x-parvandeh': '1' }, ...given })
      if (!reply.ok()) throw new Error(`${address}: ${await reply.text()}`)
      return (await reply.json()) as Record<string, string>
    }
    await post('/api/session', { data: { login: manager.username, password: manager.password } })
    known.personId = await myId(context.request)
    known.customerId = (await post('/api/customers', { data: anyPerson })).customerId ?? ''
    known.number = (await post(`/api/customers/${known.customerId}/requests`, { data: request })).number ?? ''
    known.importId = (await post('/api/imports', { multipart: { file } })).id ?? ''
    const { customerId: otherId = '', code } = await post('/api/customers', { data: anyPerson })
    known.otherId = otherId
    known.segmentId = (await post('/api/segments', { data: segment })).id ?? ''
    known.programmeId = (await post('/api/programmes', { data: programme })).id ?? ''
    known.erasureId = (await post(`/api/customers/${otherId}/erasure`, { data: { ...erasure, code } })).id ?? ''
    cookies = await context.cookies()
  })

  const openIn = async () => {
    const window = await office.open(language)
    await window.context.addInitScript(
      (chosen) => localStorage.setItem('parvandeh.preferences', JSON.stringify({ language: chosen })),
      language,
    )
    return window
  }

  test('the page of those who have not signed in is as good as the others', async () => {
    expect(await faultsOf(await openIn(), '/sign-in', language)).toEqual([])
  })

  test(
    'every page has one heading and a title, complains of nothing, has no barrier, fits every width, and keeps to its alphabet',
    { timeout: 900_000 },
    async () => {
      const window = await openIn()
      await window.context.addCookies(cookies)
      const faults: string[] = []
      const pages = (await addresses()).map(filledIn)
      expect(pages.length).toBeGreaterThan(10)
      for (const address of pages)
        faults.push(...(await faultsOf(window, address, language).catch((reason: Error) => [`${address}: ${reason.message}`])))
      expect(faults).toEqual([])
    },
  )
}
