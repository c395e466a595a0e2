import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Window } from './support/browser.ts'
import { field as fieldIn, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let window: Window
let page: Page

const subjects = ['نشتی شیر آشپزخانه', 'نصب آبگرمکن', 'صدای زیاد پمپ', '=جمع(الف۱)']

const empty = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, null]))

/** A small office with one customer and some requests, made without the screens that other journeys walk. */
async function furnish(): Promise<void> {
  const { post, get } = await setUpOrganisation(office.url())
  const { person } = (await (await get('/api/session')).json()) as { person: { unitId: string | null } }
  const { unitId } = person
  const file = await post('/api/customers', {
    ...empty('fatherName', 'organisationName', 'nationalCode', 'foreignCode', 'companyNationalId', 'registrationNumber', 'economicCode'),
    ...empty('provinceId', 'countyId', 'cityId', 'district', 'birthDate', 'gender', 'features', 'photoId', 'ownerId'),
    kind: 'person',
    firstName: 'زهرا',
    lastName: 'نیک‌سرشت',
    unitId,
    accessPoints: [],
    acceptedProblems: {},
  })
  if (!file.ok) throw new Error(`a customer was refused: ${await file.text()}`)
  const { customerId } = (await file.json()) as { customerId: string }
  for (const subject of subjects) {
    const asked = { subject, description: '', priority: 'normal', channel: 'phone', unitId }
    const left = empty('topicId', 'productId', 'contactName', 'contactCustomerId', 'reportedAt', 'holderId')
    const reply = await post(`/api/customers/${customerId}/requests`, { ...asked, ...left })
    if (!reply.ok) throw new Error(`a request was refused: ${await reply.text()}`)
  }
}

beforeAll(async () => {
  await furnish()
  window = await office.open()
  page = window.page
  await window.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/sign-in')
  await signIn(page, manager.username, manager.password)
}, 120_000)

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => page.locator('[data-row]')
const row = (subject: string) => page.getByRole('row').filter({ hasText: subject })
const heads = () => page.getByRole('columnheader').allInnerTexts()
const link = (name: string) => page.getByRole('link', { name, exact: true })
const reached = () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? null)
const priorityOf = (subject: string) => row(subject).locator('[data-column="priority"]').innerText()

test('columns are shown, moved and hidden, and stay as they were left', async () => {
  tellWhereItFailed(page)
  await page.goto('/requests')
  await seen(row('نصب آبگرمکن'))
  await button('جدول').click()
  await page.getByRole('menuitem', { name: 'ستون‌ها…' }).click()
  const dialog = page.getByRole('dialog', { name: 'ستون‌های جدول' })
  await dialog.getByRole('checkbox', { name: 'واحد' }).check({ force: true })
  await dialog.getByRole('checkbox', { name: 'عمر' }).uncheck({ force: true })
  await dialog.getByRole('button', { name: 'وضعیت: یک جا پیش‌تر' }).click()
  await dialog.getByRole('button', { name: 'همین خوب است' }).click()
  await expect.poll(heads).toContain('واحد')
  const shown = await heads()
  expect(shown).not.toContain('عمر')
  expect(shown.indexOf('وضعیت')).toBe(shown.indexOf('مشتری') - 1)
  await page.goto('/requests')
  await seen(row('نصب آبگرمکن'))
  expect(await heads()).toEqual(shown)
})

test('a view keeps filters and columns, and opens again from its link', async () => {
  tellWhereItFailed(page)
  await button('پالایه').click()
  await page.getByRole('option', { name: 'اولویت' }).click()
  await page.getByRole('option', { name: 'عادی' }).click()
  await seen(page.getByRole('group', { name: 'پالایه‌ها' }).getByText('عادی'))
  await button('ذخیرهٔ نما…').click()
  const dialog = page.getByRole('dialog')
  await fieldIn(dialog, 'نام نما').fill('عادی‌های باز')
  await dialog.getByRole('button', { name: 'ذخیره', exact: true }).click()
  await seen(page.getByText('نما ذخیره شد.'))
  await expect.poll(() => link('عادی‌های باز').getAttribute('aria-current')).toBe('page')
  const address = page.url()
  const shown = await heads()
  await page.getByRole('button', { name: 'برداشتن پالایهٔ اولویت' }).click()
  await seen(page.getByText('تغییر کرده'))
  await page.evaluate(() => localStorage.clear())
  await page.goto(address)
  await seen(row('نصب آبگرمکن'))
  await expect.poll(heads).toEqual(shown)
  await expect.poll(() => page.getByText('تغییر کرده').count()).toBe(0)
  await link('همه').click()
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

test('a view that is thrown away can be put back', async () => {
  tellWhereItFailed(page)
  await link('عادی‌های باز').click()
  await page.getByRole('button', { name: 'کارهای نمای عادی‌های باز' }).click()
  await page.getByRole('menuitem', { name: 'حذف نما' }).click()
  await seen(page.getByText('نمای «عادی‌های باز» حذف شد.'))
  await expect.poll(() => link('عادی‌های باز').count()).toBe(0)
  await button('برگرداندن').first().click()
  await seen(link('عادی‌های باز'))
})

test('the keys are the same under the Persian layout: the list is walked, a row changed in place and changed back', async () => {
  tellWhereItFailed(page)
  await page.goto('/requests')
  await seen(row('نصب آبگرمکن'))
  // As the Persian layout sends them: the letter is Persian, the physical key is not.
  const press = (code: string, key: string) =>
    page.evaluate(
      ([physical, letter]) => {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { code: physical ?? '', key: letter ?? '', bubbles: true, cancelable: true }))
      },
      [code, key],
    )
  await press('KeyJ', 'ت')
  expect(await reached()).toBe('0')
  await press('KeyJ', 'ت')
  await press('KeyJ', 'ت')
  await press('KeyK', 'ن')
  expect(await reached()).toBe('1')
  await press('KeyE', 'ث')
  await page.getByRole('option', { name: 'اولویت' }).click()
  await page.getByRole('option', { name: 'فوری' }).click()
  const subject = subjects[2] ?? ''
  await expect.poll(() => priorityOf(subject)).toContain('فوری')
  await seen(page.getByText(/^درخواست .* تغییر کرد\.$/u).first())
  await button('برگرداندن').first().click()
  await expect.poll(() => priorityOf(subject)).toContain('عادی')
})

test('many rows are changed after a look at what would happen, and put back', async () => {
  tellWhereItFailed(page)
  await page.reload()
  await seen(row('نصب آبگرمکن'))
  await rows().nth(0).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: 'ردیف‌های برگزیده' })
  await seen(bar.getByText('۳ ردیف برگزیده شد'))
  await bar.getByRole('button', { name: 'اولویت' }).click()
  await page.getByRole('option', { name: 'زیاد' }).click()
  const dialog = page.getByRole('dialog', { name: 'اولویت: زیاد' })
  await seen(dialog.getByText('۳ ردیف از ۳ تغییر می‌کند.'))
  expect(await priorityOf('نصب آبگرمکن')).toContain('عادی')
  await dialog.getByRole('button', { name: 'تغییر بده' }).click()
  await seen(page.getByText('۳ ردیف تغییر کرد.').first())
  await expect.poll(() => rows().filter({ hasText: 'زیاد' }).locator('[data-column="priority"]').count()).toBeGreaterThanOrEqual(3)
  await button('برگرداندن').first().click()
  await expect.poll(() => page.locator('[data-column="priority"]').filter({ hasText: 'زیاد' }).count()).toBe(0)
})

test('what is copied is a table for a spreadsheet, in which nothing runs', async () => {
  tellWhereItFailed(page)
  await button('جدول').click()
  await page.getByRole('menuitem', { name: /^رونوشت برای اکسل/u }).click()
  await seen(page.getByText('۴ ردیف رونوشت برداشته شد؛ در اکسل بچسبانید.'))
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/u)
  expect(lines).toHaveLength(5)
  expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['شماره', 'اولویت', 'عنوان'])
  expect(lines.join('\n')).toContain("\t'=جمع(الف۱)\t")
  expect(lines[1]).toMatch(/\t۱۴[۰-۹]{2}\/[۰-۹]{2}\/[۰-۹]{2}/u)
})

test('rows are gathered by what they share, and Back leads out of an opened row to the same list', async () => {
  tellWhereItFailed(page)
  await button('جدول').click()
  await page.getByRole('menuitemradio', { name: 'وضعیت' }).click()
  await seen(
    page
      .getByRole('columnheader', { name: /^تازه/u })
      .or(page.getByRole('cell', { name: /^تازه ۴/u }))
      .first(),
  )
  const address = page.url()
  expect(address).toContain('group=status')
  await rows().first().focus()
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { level: 1 }))
  await page.goBack()
  await seen(row('نصب آبگرمکن'))
  expect(page.url()).toBe(address)
  expect(window.complaints).toEqual([])
})
