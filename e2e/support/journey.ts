import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFailed, vi } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import type { Window } from './browser.ts'
import { openBrowserless, startProduct } from './product.ts'
import type { Product } from './product.ts'

export const manager = { username: 'modir', password: 'گذرواژهٔ بلند ۱', name: 'مهدی فرهمند‌نژاد' }

export const organisationName = 'شرکت آب‌سازان نیلوفر'

/** A customer as a script registers one. */
export const anyPerson = {
  kind: 'person',
  firstName: 'نرگس',
  lastName: 'یوسف‌زادهٔ ملک‌آبادی',
  ...Object.fromEntries(
    [
      'fatherName',
      'organisationName',
      'nationalCode',
      'foreignCode',
      'companyNationalId',
      'registrationNumber',
      'economicCode',
      'provinceId',
    ]
      .concat(['countyId', 'cityId', 'district', 'birthDate', 'gender', 'features', 'photoId', 'unitId', 'ownerId'])
      .map((field) => [field, null]),
  ),
  accessPoints: [],
  acceptedProblems: {},
}

/** One product on a folder of its own and one browser, for all journeys of a file; both are gone after it. */
export function journeys(): { url: () => string; open: (language?: 'fa' | 'en') => Promise<Window> } {
  let dataDir: string
  let product: Product
  let browser: Browser
  vi.setConfig({ testTimeout: 90_000 })
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'parvandeh-journey-'))
    ;[product, browser] = await Promise.all([startProduct({ dataDir }), openBrowser()])
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { url: () => product.url, open: (language) => openWindow(browser, product.url, language) }
}

/** An organisation whose first manager may sign in, made without the screens that another journey walks. */
export async function setUpOrganisation(url: string) {
  const office = openBrowserless(url)
  const { username, password, name } = manager
  const reply = await office.post('/api/setup', { username, password, organisationName, personName: name })
  if (!reply.ok) throw new Error(`set-up was refused: ${await reply.text()}`)
  return office
}

/** Signs a person in by the form, and waits for the frame of the app. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await field(page, 'نام کاربری یا رایانامه').fill(login)
  await field(page, 'گذرواژه').fill(password)
  await page.getByRole('button', { name: 'ورود', exact: true }).click()
  await seen(page.getByRole('navigation', { name: 'بخش‌ها' }).first())
}

/** A field by its label, whether or not the label goes on to say that it is needed. */
export const field = (where: Page | Locator, label: string): Locator =>
  where.getByRole('textbox', { name: new RegExp(`^${label}( لازم| اختیاری)?$`, 'u') })

/** Waits until a person would see it. */
export const seen = (what: Locator): Promise<void> => what.waitFor({ state: 'visible' })

/** Where a journey fails, the page is printed as a screen reader would read it. */
export function tellWhereItFailed(page: Page): void {
  onTestFailed(async () => {
    process.stderr.write(`${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`)
  })
}
