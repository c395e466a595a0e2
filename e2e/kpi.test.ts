import { toAsciiDigits } from '@parvandeh/contract/persian'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { anyPerson, field, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page
let post: Awaited<ReturnType<typeof setUpOrganisation>>['post']

/** Seven requests of today, and three of forty days ago: those lie in the thirty days before the last thirty. */
const reported = [...Array.from({ length: 7 }, () => 0), 40, 40, 41]
const day = 86_400_000

beforeAll(async () => {
  post = (await setUpOrganisation(office.url())).post
  const { customerId } = (await (await post('/api/customers', anyPerson)).json()) as { customerId: string }
  for (const daysAgo of reported) await report(customerId, daysAgo)
  page = (await office.open()).page
  await page.goto('/sign-in')
  await signIn(page, manager.username, manager.password)
}, 120_000)

async function report(customerId: string, daysAgo: number): Promise<void> {
  const given = { subject: 'نشتی شیر آشپزخانه', description: '', priority: 'normal', channel: 'phone' }
  const left = { topicId: null, productId: null, contactName: null, contactCustomerId: null, unitId: null, holderId: null }
  const reportedAt = daysAgo === 0 ? null : new Date(Date.now() - daysAgo * day).toISOString()
  const reply = await post(`/api/customers/${customerId}/requests`, { ...given, ...left, reportedAt })
  if (!reply.ok) throw new Error(`a request was refused: ${await reply.text()}`)
}

const card = (title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
const compared = '/kpi?period=last-30-days&base=previous'
const periodButton = () => page.getByRole('button', { name: /^بازه/u })
const asked = () => new URL(page.url()).searchParams

/** Opens what a link says so many of, and counts the records: as many rows as it said. */
async function expectToOpen(link: Locator): Promise<void> {
  await seen(link)
  const said = /: ([۰-۹]+)/u.exec((await link.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await link.click()
  await page.waitForURL(/\/records\?/u)
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'نشتی شیر آشپزخانه' }).count()).toBe(Number(toAsciiDigits(said)))
  await page.goBack()
}

test('a relative period is chosen, stays in the address, and is compared with the one before', async () => {
  tellWhereItFailed(page)
  await page.goto('/kpi')
  await periodButton().click()
  await page.getByRole('option', { name: '۳۰ روز گذشته' }).click()
  await page.waitForURL(/period=last-30-days/u)
  await page.getByRole('button', { name: /مقایسه با سال پیش/u }).click()
  await page.getByRole('option', { name: 'مقایسه با دورهٔ پیش' }).click()
  await page.waitForURL(/base=previous/u)
  const requests = card('درخواست‌ها در روز')
  await seen(requests.getByText('۷', { exact: true }).first())
  await seen(requests.getByText('۱۳۳٪ بیشتر'))
  await seen(requests.getByText(/نسبت به دورهٔ پیش .*: ۳$/u))
})

test('a point of the trend and a cell of the week open as many records as they say', async () => {
  tellWhereItFailed(page)
  await page.goto(compared)
  await expectToOpen(
    card('درخواست‌ها در روز')
      .getByRole('link', { name: /: [۱-۹]/u })
      .first(),
  )
  await expectToOpen(
    card('روزهای هفته و ساعت‌ها')
      .getByRole('link', { name: /درخواست‌ها: [۱-۹]/u })
      .first(),
  )
})

test('along a chart one goes by the arrows, towards the reading end, and reads it as a table', async () => {
  tellWhereItFailed(page)
  await page.goto(compared)
  const plot = card('درخواست‌ها در روز').getByRole('group', { name: /^درخواست‌ها در روز/u })
  await plot.locator('[tabindex="0"]').focus()
  const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await page.keyboard.press('End')
  const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await page.keyboard.press('Home')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(first)
  expect(last).toContain(': ۷')
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(first)
  await card('درخواست‌ها در روز').getByRole('button', { name: 'نمایش جدول' }).click()
  expect(await card('درخواست‌ها در روز').getByRole('row').count()).toBe(31)
})

test('what changed it is said by group, and adds up to the change', async () => {
  tellWhereItFailed(page)
  await page.goto(compared)
  await card('درخواست‌ها در روز').getByRole('link', { name: 'جزئیات و علت تغییر' }).click()
  await page.waitForURL(/\/kpi\/requests-per-day\?/u)
  const why = card('چه چیزی آن را تغییر داد؟')
  await seen(why.getByText(/از ۳ به ۷ رسیده است \(۴ بیشتر\)/u))
  await seen(why.getByRole('row').filter({ hasText: 'بی‌موضوع' }).filter({ hasText: '↑ ۴' }))
})

test('days are typed as one says them, in either digits', async () => {
  tellWhereItFailed(page)
  await page.goto('/kpi')
  await periodButton().click()
  const dialog = page.getByRole('dialog')
  await field(dialog, 'از').fill('دیروز')
  await field(dialog, 'تا').fill('امروز')
  await dialog.getByRole('button', { name: 'اعمال بازه' }).click()
  await page.waitForURL(/period=\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}/u)
  const [from, to] = (asked().get('period') ?? '').split('..').map((one) => Date.parse(one))
  expect(((to ?? 0) - (from ?? 0)) / day).toBe(2)
  await periodButton().click()
  await field(dialog, 'از').fill('1405/13/1')
  await field(dialog, 'تا').focus()
  await seen(dialog.getByText(/این تاریخ خوانا نیست/u))
})

test('the figures are narrowed to a segment of customers, say so, and open as many records (C27)', async () => {
  tellWhereItFailed(page)
  const { customerId } = (await (await post('/api/customers', { ...anyPerson, lastName: 'گروهی‌پور' })).json()) as { customerId: string }
  await report(customerId, 0)
  await report(customerId, 0)
  const segment = { name: 'گروه آزمون', description: '', audience: 'private', condition: null, members: { ids: [customerId] } }
  const made = await post('/api/segments', segment)
  expect(made.ok, await made.clone().text()).toBe(true)
  await page.goto(compared)
  const requests = card('درخواست‌ها در روز')
  await seen(requests.getByText('۹', { exact: true }).first())
  await page.getByRole('button', { name: 'پالایه', exact: true }).click()
  await page.getByRole('option', { name: 'گروه مشتریان' }).click()
  await page.getByRole('option', { name: 'گروه آزمون' }).click()
  await page.waitForURL(/segmentId=/u)
  await seen(page.getByRole('link', { name: 'گروه آزمون' }))
  await seen(requests.getByText('۲', { exact: true }).first())
  await expectToOpen(requests.getByRole('link', { name: /: ۲/u }).first())
  await page.getByRole('button', { name: 'برداشتن پالایهٔ گروه مشتریان' }).click()
  await seen(requests.getByText('۹', { exact: true }).first())
})
