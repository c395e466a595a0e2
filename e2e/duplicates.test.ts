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

const button = (name: string) => page.getByRole('button', { name, exact: true })

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

test('the two are found, compared field by field, merged and parted again, without a mouse', async () => {
  tellWhereItFailed(page)
  await page.goto('/duplicates')
  await button('گشتن همهٔ پرونده‌ها').focus()
  await page.keyboard.press('Enter')
  await seen(page.getByText('شمارهٔ همراه یکی است و نام یکی است.').first())
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('m')

  await seen(page.getByRole('heading', { name: 'یکی‌کردن دو پرونده' }))
  expect(await barriersOn(page)).toEqual([])
  const family = page.getByRole('button', { name: /^نام خانوادگی: مقدار علیرضا/u })
  await family.focus()
  await page.keyboard.press('Enter')
  expect(await family.getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('Control+Enter')

  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/u)
  await seen(page.getByText(/^پرونده‌ها در .* یکی شدند\.$/u))
  await seen(page.getByRole('heading', { name: 'علی‌رضا نورایی فرد' }).first())
  await seen(page.getByRole('heading', { name: 'پرونده‌های یکی‌شده' }))
  await seen(page.getByText(/^از آن گرفته شد: .*نام خانوادگی/u))
  expect(await barriersOn(page)).toEqual([])

  await button('جداکردن').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'جداکردن دو پرونده' })
  await seen(dialog)
  await dialog.getByRole('button', { name: 'جداکردن', exact: true }).focus()
  await page.keyboard.press('Enter')
  await seen(page.getByText('دو پرونده جدا شدند و دیگر تکراری شمرده نمی‌شوند.'))
  await seen(page.getByRole('heading', { name: 'علی‌رضا نورایی‌فرد' }).first())
  await expect.poll(() => page.getByRole('heading', { name: 'پرونده‌های یکی‌شده' }).count()).toBe(0)

  await page.goto('/duplicates?state=not-duplicates')
  await seen(page.getByText('شمارهٔ همراه یکی است و نام یکی است.').first())
  await page.goto('/duplicates')
  await seen(page.getByText('پروندهٔ تکراری پیدا نشده است'))
})
