import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { field, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page
let secret = ''
let backupCodes: string[] = []
beforeAll(async () => {
  await setUpOrganisation(office.url())
  page = (await office.open()).page
  await page.goto('/')
  await signIn(page, manager.username, manager.password)
})

const button = (where: Page, name: string) => where.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('alertdialog')

/** As an app on the phone reckons it (RFC 6238), apart from the product. */
function codeOf(key: string, at = Date.now()): string {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const sign = createHmac('sha1', bytes).update(counter).digest()
  return String((sign.readUInt32BE((sign.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The next code: the one that turned the second factor on is used up. */
const nextCode = () => codeOf(secret, Date.now() + 30_000)

test('the second factor is turned on by the code of an app, and gives codes for a day without it', async () => {
  tellWhereItFailed(page)
  await page.goto('/settings/me')
  await button(page, 'روشن‌کردن').click()
  await field(dialog(), 'گذرواژهٔ شما').fill(manager.password)
  await dialog().getByRole('button', { name: 'ادامه' }).click()
  await seen(dialog().getByRole('img', { name: 'نگارهٔ رمزینه برای برنامهٔ رمزساز' }))
  secret = (await dialog().locator('.font-mono').innerText()).replaceAll(/\s/gu, '')
  await field(dialog(), 'رمزی که برنامه نشان می‌دهد').fill(codeOf(secret))
  await dialog().getByRole('button', { name: 'روشن شود' }).click()
  await seen(dialog().getByRole('button', { name: 'نگه داشتم' }))
  backupCodes = await dialog().getByRole('listitem').allInnerTexts()
  expect(backupCodes).toHaveLength(10)
  await dialog().getByRole('button', { name: 'نگه داشتم' }).click()
  await seen(page.getByText('۱۰ رمز پشتیبان به‌کارنرفته دارید.'))
})

test('elsewhere the password alone does not open; with a code it does', async () => {
  const { page: other } = await office.open()
  tellWhereItFailed(other)
  await passFirstStep(other)
  await field(other, 'رمز').fill('000000')
  await button(other, 'ورود').click()
  await seen(other.getByRole('alert'))
  await field(other, 'رمز').fill(nextCode())
  await button(other, 'ورود').click()
  await seen(other.getByRole('navigation', { name: 'بخش‌ها' }).first())
})

test('a session that is ended throws the other browser to sign-in at once', async () => {
  const { page: other } = await office.open()
  tellWhereItFailed(other)
  await passFirstStep(other)
  await field(other, 'رمز').fill(backupCodes[0] ?? '')
  await button(other, 'ورود').click()
  await seen(other.getByRole('navigation', { name: 'بخش‌ها' }).first())
  await other.goto('/customers')
  await seen(other.getByRole('heading', { name: 'مشتریان', exact: true }))
  await page.reload()
  await button(page, 'پایان همهٔ نشست‌های دیگر').click()
  await dialog().getByRole('button', { name: 'پایان همهٔ نشست‌های دیگر' }).click()
  await other.waitForURL(/\/sign-in/u, { timeout: 20_000 })
  await seen(field(other, 'نام کاربری یا رایانامه'))
  await seen(page.getByText('همین مرورگر', { exact: true }))
})

async function passFirstStep(where: Page): Promise<void> {
  await where.goto('/')
  await field(where, 'نام کاربری یا رایانامه').fill(manager.username)
  await field(where, 'گذرواژه').fill(manager.password)
  await button(where, 'ورود').click()
  await seen(where.getByRole('heading', { name: 'رمز یک‌بارمصرف' }))
}
