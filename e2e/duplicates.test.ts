import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { barriersOn } from './support/axe.ts'
import { anyPerson, field, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page

beforeAll(async () => {
  const { post } = await setUpOrganisation(office.url())
  const point = { kind: 'mobile', value: '09121234567', label: null, preferredHours: null, primary: true, verified: false }
  const reply = await post('/api/customers', {
    ...anyPerson,
    firstName: 'علی‌رضا',
    lastName: 'نورایی‌فرد',
    district: 'ونک',
    accessPoints: [{ ...point, consents: {}, postalCode: null, cityId: null }],
  })
  if (!reply.ok) throw new Error(`a customer was refused: ${await reply.text()}`)
  page = (await office.open()).page
  await page.goto('/sign-in')
  await signIn(page, manager.username, manager.password)
}, 120_000)

test('who opens a second file of a customer is told of the first, and may save it all the same', async () => {
  tellWhereItFailed(page)
  await page.goto('/customers/new')
  await field(page, 'نام').fill('عليرضا')
  await field(page, 'نام خانوادگی').fill('نورایی فرد')
  await field(page, 'شمارهٔ همراه').fill('۰۹۱۲۱۲۳۴۵۶۷')
  await field(page, 'شمارهٔ همراه').press('Tab')
  await seen(page.getByRole('heading', { name: 'شاید این مشتری پرونده دارد' }))
  await seen(page.getByText('شمارهٔ همراه یکی است و نام یکی است.'))
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Control+s')
  await seen(page.getByText('اگر کس دیگری است، دوباره ذخیره کنید.'))
  await page.keyboard.press('Control+s')
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/u)
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const shown = (state: string) => page.getByRole('radio', { name: state, exact: true })
const pairs = () => page.getByRole('heading', { name: 'جفت‌ها' })
const told = (text: string | RegExp) => seen(page.getByText(text))

/** Holds all files against each other, and waits until that is done. */
async function scan(): Promise<void> {
  const begun = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/duplicates/scan'))
  await button(/^گشتن/u).click()
  await begun
  await expect.poll(async () => (await page.request.get('/api/duplicates/scan')).json()).toMatchObject({ scan: { state: 'done' } })
  await told(/^بار پیش: همین حالا/u)
}

test('the desk shows both files side by side; a value is chosen and the files are merged without leaving the keyboard', async () => {
  tellWhereItFailed(page)
  await page.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name: 'تکراری‌ها' }).click()
  await scan()
  await seen(pairs())
  await seen(page.getByRole('heading', { name: 'کنار هم' }))
  await seen(page.getByRole('cell', { name: 'ونک' }))
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('m')
  await seen(page.getByRole('heading', { name: 'یکی‌کردن دو پرونده' }))
  const spelled = button(/^نام خانوادگی: مقدار .*: نورایی فرد$/u)
  await spelled.focus()
  await page.keyboard.press('Space')
  await expect.poll(() => spelled.getAttribute('aria-pressed')).toBe('true')
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/u)
  await told(/^پرونده‌ها در .*نورایی فرد یکی شدند\.$/u)
  await seen(page.getByRole('heading', { name: /نورایی فرد/u, level: 1 }))
  await seen(page.getByRole('heading', { name: 'پرونده‌های یکی‌شده' }))
  await told('از آن گرفته شد: نام خانوادگی')
})

test('the merge is taken back: the value is as it was, and the two count as two customers', async () => {
  tellWhereItFailed(page)
  await button('جداکردن').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'جداکردن', exact: true }).click()
  await told('دو پرونده جدا شدند و دیگر تکراری شمرده نمی‌شوند.')
  await seen(page.getByRole('heading', { name: /نورایی‌فرد/u, level: 1 }))
  await page.goto('/duplicates')
  await told('پروندهٔ تکراری پیدا نشده است')
})

test('that two files are two customers is remembered, also when all files are held against each other again', async () => {
  tellWhereItFailed(page)
  await shown('دو مشتری جدا').click()
  await seen(pairs())
  await button('دوباره بررسی شود').click()
  await told('هنوز کسی نگفته است که دو پرونده از دو مشتری‌اند')
  await shown('در انتظار تصمیم').click()
  await seen(pairs())
  await page.keyboard.press('n')
  await told('پروندهٔ تکراری پیدا نشده است')
  await scan()
  await told('پروندهٔ تکراری پیدا نشده است')
  await shown('دو مشتری جدا').click()
  await told(/^مهدی فرهمند‌نژاد، /u)
})
