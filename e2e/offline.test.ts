import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Window } from './support/browser.ts'
import { anyPerson, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let window: Window
let page: Page
let customerId: string
const headers = { 'x-parvandeh': '1' }

beforeAll(async () => {
  await setUpOrganisation(office.url())
  window = await office.open()
  page = window.page
  await page.goto('/')
  await signIn(page, manager.username, manager.password)
  const made = await page.request.post('/api/customers', { headers, data: anyPerson })
  if (!made.ok()) throw new Error(await made.text())
  customerId = ((await made.json()) as { customerId: string }).customerId
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = async () =>
  ((await (await page.request.get(`/api/customers/${customerId}/timeline`)).json()) as { rows: { title: string }[] }).rows
const written = async (text: string) => (await rows()).filter((row) => JSON.stringify(row).includes(text)).length

async function writeNote(text: string) {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /چه گذشت/u }).click()
  await page
    .getByRole('radio', { name: 'یادداشت' })
    .or(page.getByRole('button', { name: 'یادداشت', exact: true }))
    .first()
    .click()
  await page.getByRole('textbox', { name: /^شرح/u }).fill(text)
  await button('ثبت یادداشت').click()
}

test('what is written while the network is down is kept, said, and sent once when it is back', async () => {
  tellWhereItFailed(page)
  await page.goto(`/customers/${customerId}`)
  await seen(page.getByRole('button', { name: /چه گذشت/u }))
  await page.waitForLoadState('networkidle')
  await window.context.setOffline(true)
  await seen(page.getByText('اتصال شبکه قطع است', { exact: false }))
  await writeNote('قول داده شد فردا تماس بگیریم')
  await seen(page.getByText('۱ نوشته در این مرورگر مانده', { exact: false }))
  await button('دیدن نوشته‌ها').click()
  await seen(page.getByRole('dialog').getByText('ثبت یادداشت: قول داده شد فردا تماس بگیریم'))
  await page.keyboard.press('Escape')
  await window.context.setOffline(false)
  await seen(page.getByText('اتصال برگشت و ۱ نوشته فرستاده شد.'))
  await page.getByText('اتصال شبکه قطع است', { exact: false }).waitFor({ state: 'detached' })
  await expect.poll(() => written('قول داده شد فردا')).toBe(1)
})

test('a refresh without a network opens the app, and what was being typed is still there', async () => {
  tellWhereItFailed(page)
  await page.goto(`/requests/new?customer=${customerId}`)
  await page.getByRole('textbox', { name: /^عنوان/u }).fill('صدای دستگاه زیاد است')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await window.context.setOffline(true)
  await page.reload()
  await seen(page.getByText('سامانه پاسخ نمی‌دهد', { exact: false }))
  await window.context.setOffline(false)
  await page.reload()
  expect(await page.getByRole('textbox', { name: /^عنوان/u }).inputValue()).toBe('صدای دستگاه زیاد است')
})

test('what reached the server although its answer was lost on the way is not written twice', async () => {
  tellWhereItFailed(page)
  await page.goto(`/customers/${customerId}`)
  await seen(page.getByRole('button', { name: /چه گذشت/u }))
  let lost = 0
  await page.route('**/interactions', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await writeNote('شیر دستگاه عوض شد')
  await seen(page.getByText('اتصال برگشت و ۱ نوشته فرستاده شد.'))
  expect(lost).toBe(1)
  await expect.poll(() => written('شیر دستگاه')).toBe(1)
  await page.waitForTimeout(500)
  expect(await written('شیر دستگاه')).toBe(1)
})

test('what the server refuses later stays in the list with the reason, and can be given up', async () => {
  tellWhereItFailed(page)
  await page.unrouteAll()
  await page.goto(`/customers/${customerId}`)
  await seen(page.getByRole('button', { name: /چه گذشت/u }))
  await window.context.setOffline(true)
  await writeNote('نوشته‌ای که دیگر جایی ندارد')
  await seen(page.getByText('۱ نوشته در این مرورگر مانده', { exact: false }))
  await page.evaluate(() => {
    const [write] = JSON.parse(localStorage.getItem('parvandeh.waiting') ?? '[]') as { input: { params: { customerId: string } } }[]
    if (write) write.input.params.customerId = '01900000-0000-7000-8000-000000000000'
    localStorage.setItem('parvandeh.waiting', JSON.stringify([write]))
  })
  await window.context.setOffline(false)
  await seen(page.getByText('پذیرفته نشد و در فهرست ماند', { exact: false }))
  await button('دیدن نوشته‌ها').click()
  const dialog = page.getByRole('dialog')
  await seen(dialog.getByText('چنین چیزی پیدا نشد', { exact: false }))
  await dialog.getByRole('button', { name: /دورانداختن/u }).click()
  await seen(dialog.getByText('همه فرستاده شد.'))
})
