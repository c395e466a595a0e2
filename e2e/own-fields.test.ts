import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { anyPerson, field as fieldIn, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page
let customerId: string

beforeAll(async () => {
  const { post } = await setUpOrganisation(office.url())
  const made = async (lastName: string) => {
    const reply = await post('/api/customers', { ...anyPerson, lastName })
    if (!reply.ok) throw new Error(`a customer was refused: ${await reply.text()}`)
    return ((await reply.json()) as { customerId: string }).customerId
  }
  customerId = await made('فروشنده‌پور')
  await made('بی‌گزینه')
  page = (await office.open()).page
  await page.goto('/sign-in')
  await signIn(page, manager.username, manager.password)
}, 120_000)

const label = 'نوع فروشگاه'
const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog')
const told = (text: string | RegExp) => seen(page.getByText(text))
const row = (name: string) => page.getByRole('row').filter({ hasText: name })
const head = () => page.getByRole('columnheader', { name: label })

/** Chooses out of a short list. It is brought into view first: a list that is open closes when the page scrolls. */
async function choose(where: Page | Locator, name: string, option: string): Promise<void> {
  const list = where.getByRole('button', { name: new RegExp(` ${name}$`, 'u') }).first()
  await list.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await list.click()
  await page.getByRole('option', { name: option }).click()
}

test('C5: an administrator makes a field with choices that is used in filters', async () => {
  tellWhereItFailed(page)
  await page.goto('/settings/fields')
  await button('افزودن گروه').first().click()
  await fieldIn(dialog(), 'نام گروه').fill('فروش')
  await dialog().getByRole('button', { name: 'افزودن', exact: true }).click()
  await button('افزودن ویژگی').first().click()
  await fieldIn(dialog(), 'نام').first().fill(label)
  await choose(dialog(), 'نوع', 'یک گزینه')
  for (const [place, choice] of [
    ['گزینهٔ ۱', 'خرده‌فروشی'],
    ['گزینهٔ ۲', 'عمده‌فروشی'],
  ] as const) {
    await dialog().getByRole('button', { name: 'افزودن گزینه' }).click()
    await fieldIn(dialog(), place).fill(choice)
  }
  await dialog().getByText('در پالایه‌ها به کار می‌رود').click()
  await dialog().getByRole('button', { name: 'افزودن', exact: true }).click()
  await seen(row(label).getByText('پالایه'))
})

test('C5: it is in the form at once, and in the file', async () => {
  tellWhereItFailed(page)
  await page.goto(`/customers/${customerId}/edit`)
  await choose(page, label, 'عمده‌فروشی')
  await page.keyboard.press('Control+s')
  await page.waitForURL(`**/customers/${customerId}`)
  await told('عمده‌فروشی')
})

test('C5: it is a column of the list, and the list is filtered by it', async () => {
  tellWhereItFailed(page)
  await page.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name: 'مشتریان', exact: true }).click()
  await seen(row('بی‌گزینه'))
  await button('جدول').click()
  await page.getByRole('menuitem', { name: 'ستون‌ها…' }).click()
  await dialog().getByRole('checkbox', { name: label }).check({ force: true })
  await dialog().getByRole('button', { name: 'همین خوب است' }).click()
  await seen(head())
  await seen(row('فروشنده‌پور').getByText('عمده‌فروشی'))
  await button('پالایه').click()
  await page.getByRole('option', { name: 'چند شرط با هم…' }).click()
  const builder = page.getByRole('dialog', { name: 'پالایش با چند شرط' })
  await builder.getByRole('combobox', { name: 'ویژگی' }).pressSequentially(label)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await choose(builder, 'مقدار', 'عمده‌فروشی')
  await seen(builder.getByText('۱ مشتری به این شرط می‌خورند'))
  await builder.getByRole('button', { name: 'به کار ببر' }).click()
  await expect.poll(() => row('بی‌گزینه').count()).toBe(0)
  await seen(row('فروشنده‌پور'))
})

test('C5: it goes out with the list as it is shown', async () => {
  tellWhereItFailed(page)
  await button('جدول').click()
  await page.getByRole('menuitem', { name: 'گرفتن خروجی…' }).click()
  await dialog().getByRole('radio', { name: /^CSV/u }).check({ force: true })
  const downloading = page.waitForEvent('download')
  await dialog().getByRole('link', { name: 'گرفتن فایل' }).click()
  const lines = readFileSync(await (await downloading).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain(label)
  expect(lines[1]).toContain('عمده‌فروشی')
})

test('C5: a number of one’s own puts the list in its order by a click on its head, files without one last', async () => {
  tellWhereItFailed(page)
  const headers = { 'x-parvandeh': '1' }
  const send = async (address: string, data: object) => {
    const reply = await page.request.post(address, { headers, data })
    if (!reply.ok()) throw new Error(`${address}: ${await reply.text()}`)
    return (await reply.json()) as { key: string }
  }
  const { groups } = (await (await page.request.get('/api/custom-fields')).json()) as { groups: { id: string }[] }
  const none = { help: { fa: null, en: null }, choices: [], rules: { least: null, most: null, pattern: null }, visibleWhen: null }
  const plain = { kinds: ['person', 'organisation'], accessClass: 'internal', required: false, unique: false, searchable: false }
  const named = { type: 'number', label: { fa: 'شمار شعبه‌ها', en: null }, groupId: groups[0]?.id, filtered: true }
  const { key } = await send('/api/custom-fields', { ...none, ...plain, ...named })
  for (const [lastName, branches] of [
    ['نُه‌شعبه', 9],
    ['ده‌شعبه', 10],
  ] as const)
    await send('/api/customers', { ...anyPerson, lastName, custom: { [key]: branches } })
  await page.goto(`/customers?columns=name.x.${key}`)
  const sorted = page.getByRole('columnheader', { name: 'شمار شعبه‌ها' })
  const names = async () => (await page.locator('[data-row]').getByRole('link').allInnerTexts()).map((name) => name.split(' ').at(-1))
  const byHead = async (direction: string, first: string, second: string) => {
    await sorted.getByRole('button').click()
    await expect.poll(() => sorted.getAttribute('aria-sort')).toBe(direction)
    await expect.poll(names).toEqual([first, second, 'بی‌گزینه', 'فروشنده‌پور'])
  }
  await byHead('ascending', 'نُه‌شعبه', 'ده‌شعبه')
  await byHead('descending', 'ده‌شعبه', 'نُه‌شعبه')
})

test('C5: removed it is nowhere, and restored it is back with its values', async () => {
  tellWhereItFailed(page)
  await page.goto('/settings/fields')
  await button(`کارهای ${label}`).click()
  await page.getByRole('menuitem', { name: 'حذف', exact: true }).click()
  const asked = page.getByRole('alertdialog')
  await seen(asked.getByText('۱ پرونده در این ویژگی مقدار دارند.'))
  await asked.getByRole('button', { name: 'حذف', exact: true }).click()
  await told('ویژگی حذف شد.')
  await page.goto('/customers')
  await seen(row('فروشنده‌پور'))
  expect(await head().count()).toBe(0)
  await page.goto(`/customers/${customerId}`)
  await seen(page.getByRole('heading', { level: 1, name: /فروشنده‌پور/u }))
  expect(await page.getByText('عمده‌فروشی').count()).toBe(0)
  await page.goto('/settings/fields')
  await button('برگرداندن').click()
  await told('ویژگی با مقدارهایش برگشت.')
  await page.goto('/customers')
  await seen(row('فروشنده‌پور').getByText('عمده‌فروشی'))
})
