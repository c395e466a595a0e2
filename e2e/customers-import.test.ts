import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { anyPerson, field, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page

beforeAll(async () => {
  const { post } = await setUpOrganisation(office.url())
  const known = await post('/api/customers', { ...anyPerson, firstName: 'لادن', lastName: 'پیش‌آمده', nationalCode: '0012345679' })
  if (!known.ok) throw new Error(`a customer was refused: ${await known.text()}`)
  page = (await office.open()).page
  await page.goto('/')
  await signIn(page, manager.username, manager.password)
}, 120_000)

const columns = 'ردیف,نام,نام خانوادگی,کد ملی,همراه'
const rows = [
  '1,سارا,رستگارفر,,09121234567',
  '2,بهمن,کوهستانی,,09121234568',
  // A customer who has a file, one whose code cannot be, and one of whom nothing is known.
  '3,لادن,پیش‌آمده,0012345679,09121234569',
  '4,بابک,شک‌دار,1234567890,09121234570',
  '5,,,,',
]
const file = { name: 'مشتریان.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[columns, ...rows].join('\r\n')}\r\n`) }

const button = (name: string) => page.getByRole('button', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { name })
const told = (text: string | RegExp) => seen(page.getByText(text))
const customer = (name: string) => page.getByRole('row').filter({ hasText: name })
const figure = (name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()
/** What became, or would become, of the rows: new, filled in, refused. */
const figures = async () => [await figure('پروندهٔ تازه'), await figure('به‌روزشده'), await figure('پذیرفته‌نشده')]

async function errorLines(): Promise<string[]> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'گرفتن فایل خطاها' }).click()
  return readFileSync(await (await downloading).path(), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
}

async function listed(): Promise<string[]> {
  await page.goto('/customers')
  await seen(customer('پیش‌آمده'))
  return page.locator('[data-row]').getByRole('link').allInnerTexts()
}

test('a file of customers finds its columns by itself; the one that it cannot know is given by hand', async () => {
  tellWhereItFailed(page)
  await page.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name: 'درون‌ریزی' }).click()
  await page.getByRole('radio', { name: 'مشتریان' }).check({ force: true })
  const choosing = page.waitForEvent('filechooser')
  await button('انتخاب فایل').click()
  await (await choosing).setFiles(file)
  await seen(heading('هر ستون کجای پرونده است'))
  const to = page.getByRole('combobox', { name: 'در پرونده: ردیف' })
  expect(await to.inputValue()).toBe('')
  await to.fill('کد مشتری')
  await seen(page.getByRole('option', { name: /^کد مشتری در سامانهٔ مبدأ/u }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await to.inputValue()).toBe('کد مشتری در سامانهٔ مبدأ')
  await field(page, 'نام سامانهٔ مبدأ').fill('دفتر فروش')
  await page.getByRole('radio', { name: /^سطر پذیرفته نشود/u }).check({ force: true })
  await button('بیازما').click()
  await told('۵ سطر نخست خوانده شد.')
  const tried = page.getByRole('region', { name: 'آزمودن روی نخستین سطرها' })
  await seen(tried.getByRole('row').filter({ hasText: 'رستگارفر' }).filter({ hasText: 'تازه' }).filter({ hasText: '+989121234567' }))
  await seen(tried.getByRole('row').filter({ hasText: 'پیش‌آمده' }).filter({ hasText: 'به‌روز می‌شود' }))
  expect(await tried.getByRole('row').filter({ hasText: 'پذیرفته نشد' }).count()).toBe(2)
})

test('all rows are tried without writing: the figures say what would be, and no file is there', async () => {
  tellWhereItFailed(page)
  await button('آزمون کامل').click()
  await seen(heading('با این نگاشت چه می‌شود'))
  expect(await figures()).toEqual(['۲', '۱', '۲'])
  expect(await errorLines()).toHaveLength(2)
  const address = page.url()
  expect(await listed()).toHaveLength(1)
  await page.goto(address)
})

test('the import brings what was foreseen, and its error file names each bad row with the reason', async () => {
  tellWhereItFailed(page)
  await button('آغاز درون‌ریزی').click()
  await seen(heading('چه شد'))
  expect(await figures()).toEqual(['۲', '۱', '۲'])
  const [code = '', nothing = '', ...more] = await errorLines()
  expect(more).toEqual([])
  expect(code).toMatch(/^5,کد ملی,.*1234567890$/u)
  expect(nothing).toMatch(/^6,,"?در این سطر نه نامی هست و نه راه ارتباطی/u)
  const address = page.url()
  expect((await listed()).toSorted()).toEqual(['بهمن کوهستانی', 'سارا رستگارفر', 'لادن پیش‌آمده'])
  await customer('پیش‌آمده').click()
  await told('۰۹۱۲ ۱۲۳ ۴۵۶۹')
  await page.goto(address)
})

test('it is taken back: what it made is gone, what it filled in is as before', async () => {
  tellWhereItFailed(page)
  await button('پس‌گرفتن درون‌ریزی').click()
  const asked = page.getByRole('alertdialog')
  await seen(asked.getByText('۲ پرونده که این درون‌ریزی ساخته است برداشته می‌شود.'))
  await seen(asked.getByText('۱ پرونده به مقدارهای پیشین خود برمی‌گردد.'))
  await asked.getByRole('button', { name: 'پس‌گرفتن درون‌ریزی', exact: true }).click()
  await seen(heading('این درون‌ریزی پس گرفته شد'))
  expect(await listed()).toEqual(['لادن پیش‌آمده'])
  await customer('پیش‌آمده').click()
  await seen(page.getByRole('heading', { level: 1, name: 'لادن پیش‌آمده' }))
  expect(await page.getByText('۰۹۱۲ ۱۲۳ ۴۵۶۹').count()).toBe(0)
})
