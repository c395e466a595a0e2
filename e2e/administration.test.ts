import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { field, journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page
beforeAll(async () => {
  await setUpOrganisation(office.url())
  page = (await office.open()).page
  await page.goto('/')
  await signIn(page, manager.username, manager.password)
})

const colleague = { name: 'الهام زرین‌کفش', username: 'elham', password: 'سه واژهٔ بی‌ربط' }
const unit = 'واحد پشتیبانی شیراز'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const placeOf = (where: Page, name: string) => where.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name, exact: true })
const dialog = () => page.getByRole('dialog')

async function openSetting(name: RegExp): Promise<void> {
  await placeOf(page, 'تنظیمات').click()
  await page.getByRole('main').getByRole('link', { name }).click()
}

test('a unit is added to the organisation', async () => {
  tellWhereItFailed(page)
  await openSetting(/^واحدها و شعبه‌ها/u)
  await button('واحد تازه').click()
  await field(dialog(), 'نام').fill(unit)
  await dialog().getByRole('button', { name: 'افزودن', exact: true }).click()
  await seen(page.getByRole('main').getByText(unit).first())
})

test('a colleague is added to it with a role and a first password', async () => {
  tellWhereItFailed(page)
  await openSetting(/^کارکنان/u)
  await button('همکار تازه').click()
  await field(dialog(), 'نام و نام خانوادگی').fill(colleague.name)
  await field(dialog(), 'نام کاربری').fill(colleague.username)
  await field(dialog(), 'گذرواژهٔ نخست').fill(colleague.password)
  await dialog().getByRole('combobox', { name: /^واحد/u }).fill('شیراز')
  await page.getByRole('option', { name: unit }).click()
  await dialog().getByText('کارشناس', { exact: true }).click()
  await dialog().getByRole('button', { name: 'افزودن همکار' }).click()
  await seen(page.getByText(`${colleague.name} افزوده شد.`))
  await seen(page.getByRole('row').filter({ hasText: colleague.name }).filter({ hasText: unit }))
})

test('the working week is changed, and a closure of one’s own is put into the calendar', async () => {
  tellWhereItFailed(page)
  await openSetting(/^تقویم کاری/u)
  await page.getByRole('tab', { name: 'ساعت کار' }).click()
  await button('ساعت‌های تازه از یک تاریخ').click()
  await button('نوبت تازه برای پنجشنبه').or(button('نوبت تازه برای پنج‌شنبه')).first().click()
  await button('ذخیرهٔ ساعت‌ها').click()
  await seen(page.getByText('ساعت کار ذخیره شد؛ ساعت‌های کاری دوباره شمرده می‌شود.'))
  await page.getByRole('tab', { name: 'تعطیلی‌ها و روزهای ویژه' }).click()
  await button('افزودن روز ویژه').click()
  await field(dialog(), 'مناسبت یا علت').fill('انبارگردانی')
  await dialog().getByRole('button', { name: 'افزودن', exact: true }).click()
  await seen(page.getByText('«انبارگردانی» افزوده شد.'))
  await seen(page.getByRole('listitem').filter({ hasText: 'انبارگردانی' }).first())
})

test('the colleague signs in elsewhere and finds what the role gives: no import, and not the requests of another unit', async () => {
  const other = await office.open()
  tellWhereItFailed(other.page)
  const number = await requestOfAnotherUnit()
  await other.page.goto('/')
  await setOwnPassword(other.page)
  await seen(placeOf(other.page, 'درخواست‌ها'))
  expect(await placeOf(other.page, 'درون‌ریزی').count()).toBe(0)
  await other.page.goto(`/requests/${number}`)
  await seen(other.page.getByRole('heading', { name: 'این صفحه پیدا نشد' }))
  await other.page.goto('/settings/people')
  await seen(other.page.getByRole('heading', { name: 'این بخش برای شما باز نیست' }))
})

/** The first sign-in: the password that the manager gave holds until the colleague has set another. */
async function setOwnPassword(where: Page): Promise<void> {
  await field(where, 'نام کاربری یا رایانامه').fill(colleague.username)
  await field(where, 'گذرواژه').fill(colleague.password)
  await where.getByRole('button', { name: 'ورود', exact: true }).click()
  await seen(where.getByRole('heading', { name: 'گذرواژهٔ خودتان را بگذارید' }))
  await field(where, 'گذرواژهٔ کنونی').fill(colleague.password)
  await field(where, 'گذرواژهٔ تازه').fill('چهار واژهٔ بی‌ربط دیگر')
  await where.getByRole('button', { name: 'تغییر گذرواژه' }).click()
}

/** Registers a request in the manager's own unit, as a clerk there would; gives its number. */
async function requestOfAnotherUnit(): Promise<string> {
  await placeOf(page, 'مشتریان').click()
  await page.getByRole('link', { name: 'مشتری تازه', exact: true }).first().click()
  await field(page, 'نام').fill('فرهاد')
  await field(page, 'نام خانوادگی').fill('آذرمهر')
  await button('بازکردن پرونده').click()
  await page.getByRole('link', { name: 'درخواست تازه', exact: true }).click()
  await field(page, 'عنوان').fill('تعمیر پمپ')
  await button('ثبت درخواست').click()
  await page.waitForURL(/\/requests\/\d+$/u)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
