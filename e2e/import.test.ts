import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page
beforeAll(async () => {
  await setUpOrganisation(office.url())
  page = (await office.open()).page
  await page.goto('/')
  await signIn(page, manager.username, manager.password)
})

const columns = 'شماره;مشتری;کارشناس;عنوان;زمان ثبت;زمان حل;زمان بسته شدن'
const rows = [
  'T-101;خانم شیرین دلاوری;پگاه صادقی;چاپگر روشن نمی‌شود;۱۴۰۳/۰۵/۱۲ ۰۸:۳۰;۱۴۰۳/۰۵/۱۳ ۱۱:۰۰;۱۴۰۳/۰۵/۱۴ ۰۹:۰۰',
  'T-102;فروشگاه نگارستان;پگاه صادقی;فاکتور اشتباه;۱۴۰۳/۰۵/۲۰ ۱۰:۰۰;۱۴۰۳/۰۵/۲۰ ۱۲:۱۵;۱۴۰۳/۰۵/۲۱ ۰۸:۴۵',
  'T-103;آقای بهنام رستگار;سامان مهرجو;نصب نرم‌افزار;۱۴۰۳/۱۳/۴۰ ۱۰:۰۰;;',
  'T-104;آقای بهنام رستگار;سامان مهرجو;کندی شبکه;۱۴۰۳/۰۶/۰۲ ۱۴:۲۰;۱۴۰۳/۰۶/۰۵ ۱۶:۰۰;',
]
const file = { name: 'درخواست‌های ۱۴۰۳.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[columns, ...rows].join('\r\n')}\r\n`) }

const button = (name: string) => page.getByRole('button', { name, exact: true })

test('a file is dropped, its columns and Jalali dates are understood, and the mapping is tried', async () => {
  tellWhereItFailed(page)
  await page.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name: 'درون‌ریزی' }).click()
  await page.getByRole('radio', { name: 'درخواست‌ها' }).click()
  const choosing = page.waitForEvent('filechooser')
  await button('انتخاب فایل').click()
  await (await choosing).setFiles(file)
  await seen(page.getByRole('heading', { name: 'کدام ستون چه می‌گوید' }))
  await seen(page.getByText('چاپگر روشن نمی‌شود').first())
  await button('آزمودن روی نخستین سطرها').click()
  await seen(page.getByText(/۴ سطر آزموده شد/u))
  await seen(page.getByRole('heading', { name: '۱ مشکل در سطرهای آزموده' }))
})

test('the import runs to its end and says what it brought and what it refused', async () => {
  tellWhereItFailed(page)
  await button('آغاز درون‌ریزی').click()
  await seen(page.getByRole('heading', { name: 'آنچه آورده شد' }))
  await seen(page.getByText('۱ سطر پذیرفته نشد'))
})

test('the error file names the row that was refused, and why', async () => {
  tellWhereItFailed(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'گرفتن فایل خطاها' }).click()
  const said = readFileSync(await (await downloading).path(), 'utf8')
  expect(said).toContain('زمان ثبت')
  expect(said).toMatch(/۱۴۰۳\/۱۳\/۴۰|1403\/13\/40/u)
  expect(said.trim().split('\n')).toHaveLength(2)
  expect(said.split('\n')[1]).toMatch(/^"?4/u)
})

test('the requests that came are in the list, also the closed ones', async () => {
  tellWhereItFailed(page)
  await page.getByRole('link', { name: 'دیدن درخواست‌ها' }).click()
  for (const subject of ['چاپگر روشن نمی‌شود', 'فاکتور اشتباه', 'کندی شبکه']) {
    await seen(page.getByRole('row').filter({ hasText: subject }))
  }
  expect(await page.getByRole('row').filter({ hasText: 'نصب نرم‌افزار' }).count()).toBe(0)
})
