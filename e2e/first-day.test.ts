import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Window } from './support/browser.ts'
import { field as fieldIn, journeys, manager, seen, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let window: Window
let page: Page
beforeAll(async () => {
  window = await office.open()
  page = window.page
})

const field = (label: string) => fieldIn(page, label)
const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const place = (name: string) => page.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name, exact: true })

const customer = 'علی‌رضا کاظمی‌پور'

test('the first page offers the demo or one’s own organisation, and one’s own leads to the desk', async () => {
  tellWhereItFailed(page)
  await page.goto('/')
  await seen(heading('خوش آمدید'))
  await seen(heading('دیدن نمایش'))
  await seen(heading('شروع سازمان خودم'))
  await button('شروع').click()
  await field('نام سازمان').fill('شرکت آب‌سازان نیلوفر')
  await field('نام و نام خانوادگی شما').fill(manager.name)
  await field('نام کاربری').fill(manager.username)
  await field('گذرواژه').fill(manager.password)
  await button('راه‌اندازی سازمان').click()
  await seen(heading('در دست من'))
  expect(new URL(page.url()).pathname).toBe('/')
})

test('a doubtful national code is said, and kept with a reason', async () => {
  tellWhereItFailed(page)
  await place('مشتریان').click()
  await link('مشتری تازه').first().click()
  await field('نام').fill('علی‌رضا')
  await field('نام خانوادگی').fill('کاظمی‌پور')
  await field('کد ملی').fill('۱۲۳۴۵۶۷۸۹۰')
  await field('کد ملی').press('Tab')
  await button('همین درست است').click()
  await button('مشتری همین را گفت').click()
  await seen(page.getByText('با این دلیل نگه داشته می‌شود: مشتری همین را گفت'))
  await field('شمارهٔ همراه').fill('۰۹۱۲۱۲۳۴۵۶۷')
  await button('بازکردن پرونده').click()
  await seen(page.getByRole('heading', { level: 1, name: customer }))
  await seen(page.getByText('۰۹۱۲ ۱۲۳ ۴۵۶۷').first())
})

test('the file is found by part of the name in another spelling, and by digits of the phone', async () => {
  tellWhereItFailed(page)
  await place('مشتریان').click()
  const sought = page.getByLabel('جست‌وجو در مشتریان')
  for (const typed of ['كاظمي پور', 'عليرضا', '۲۳۴۵۶', '23456']) {
    await sought.fill(typed)
    await seen(page.getByRole('row').filter({ hasText: customer }))
  }
  await sought.fill('ناشناس')
  await seen(heading('مشتری‌ای با این نشانه‌ها پیدا نشد'))
})

test('Ctrl+K finds the same file by name and by phone, and opens it', async () => {
  tellWhereItFailed(page)
  for (const typed of ['كاظمی', '۱۲۳۴۵']) {
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog')
    await palette.getByRole('searchbox', { name: 'جست‌وجو یا فرمان' }).fill(typed)
    await palette.getByRole('menuitem', { name: customer }).click()
    await seen(page.getByRole('heading', { level: 1, name: customer }))
    await place('مشتریان').click()
  }
})

test('a call logged on the file stands at the head of its timeline', async () => {
  tellWhereItFailed(page)
  await page.getByRole('row').filter({ hasText: customer }).click()
  await button('ثبت تماس').first().click()
  const form = page.getByRole('form', { name: 'ثبت تماس، پیام یا یادداشت' })
  await fieldIn(form, 'موضوع').fill('نشتی شیر')
  await fieldIn(form, 'شرح').fill('از صبح آب می‌چکد؛ قول بازدید فردا داده شد.')
  await form.getByRole('button', { name: 'ثبت تماس', exact: true }).click()
  await seen(page.getByText('تماس ثبت شد.'))
  await seen(page.getByRole('listitem').filter({ hasText: 'نشتی شیر' }).first())
})

test('C3: what is written in dialogs after the call says that it was heard in it, unless it is said to be otherwise', async () => {
  tellWhereItFailed(page)
  const dialog = page.getByRole('dialog')
  const heard = dialog.getByRole('checkbox', { name: 'این‌ها را در همین تماس از مشتری شنیدم' })
  const card = page.getByRole('region', { name: 'اطلاعات تجاری' }).or(page.locator('section').filter({ has: heading('اطلاعات تجاری') }))
  await card.getByRole('button', { name: 'ویرایش', exact: true }).click()
  await seen(fieldIn(dialog, 'معرف'))
  expect(await page.getByRole('listbox').count(), 'a form opens with its lists closed').toBe(0)
  await fieldIn(dialog, 'معرف').fill('آقای نیک‌روش')
  expect(await heard.isChecked()).toBe(true)
  await dialog.getByRole('button', { name: 'ذخیره', exact: true }).click()
  await seen(card.getByText('آقای نیک‌روش'))
  await button('برچسب').click()
  await dialog.getByRole('combobox', { name: 'برچسب' }).pressSequentially('دیرپاسخ')
  await page.getByRole('option', { name: 'ساختن برچسب «دیرپاسخ»' }).click()
  await heard.uncheck({ force: true })
  await dialog.getByRole('button', { name: 'ذخیره', exact: true }).click()
  await seen(button('برداشتن «دیرپاسخ»'))
  const customerId = new URL(page.url()).pathname.split('/').at(-1)
  const { values } = (await (await page.request.get(`/api/customers/${customerId}/provenance`)).json()) as {
    values: { field: string; kind: string }[]
  }
  const from = (start: string) => values.find(({ field: path }) => path.startsWith(start))?.kind
  expect([from('business.referrer'), from('tags.')]).toEqual(['call', 'form'])
})

test('a request is registered from the file and opens on its page', async () => {
  tellWhereItFailed(page)
  await link('درخواست تازه').click()
  await seen(heading('ثبت درخواست'))
  await expect.poll(() => page.getByRole('combobox', { name: /^مشتری/u }).inputValue()).toBe(customer)
  await field('عنوان').fill('شیر آب چکه می‌کند')
  await field('شرح').fill('شیر آشپزخانه بسته نمی‌شود.')
  await page.getByRole('radio', { name: 'صف یک واحد' }).check({ force: true })
  await button('ثبت درخواست').click()
  await seen(page.getByRole('heading', { level: 1, name: 'شیر آب چکه می‌کند' }))
})

test('the request is taken, answered, set waiting, resumed, resolved and closed', async () => {
  tellWhereItFailed(page)
  const dialog = page.getByRole('dialog')
  await button('برداشتن').click()
  await seen(page.getByText('درخواست در دست شماست.'))
  await field('پاسخ به مشتری').fill('سلام، فردا ساعت ۱۰ برای تعویض می‌آییم.')
  await button('ثبت پاسخ').click()
  await seen(
    page
      .getByRole('article')
      .filter({ hasText: 'فردا ساعت ۱۰' })
      .or(page.getByRole('listitem').filter({ hasText: 'فردا ساعت ۱۰' }))
      .first(),
  )
  await button('در انتظار گذاشتن').click()
  await dialog.getByRole('radio', { name: /^مشتری/u }).check({ force: true })
  await dialog.getByRole('button', { name: 'در انتظار گذاشتن' }).click()
  await seen(page.getByText('در انتظار گذاشته شد.'))
  await button('ادامهٔ کار').click()
  await seen(page.getByText('کار ادامه یافت.'))
  await button('حل شد…').click()
  await dialog.getByRole('radio', { name: 'حل شد', exact: true }).check({ force: true })
  await dialog.getByRole('button', { name: 'ثبت نتیجه' }).click()
  await seen(page.getByText('نتیجه ثبت شد.'))
  // The words that tell of the last step can be closed by a button of the same name.
  await page.getByRole('main').getByRole('button', { name: 'بستن', exact: true }).first().click()
  await dialog.getByRole('button', { name: 'بستن', exact: true }).last().click()
  await seen(page.getByText('درخواست بسته شد.'))
})

test('the timeline of the file tells the whole story', async () => {
  tellWhereItFailed(page)
  await link(customer).first().click()
  await seen(page.getByRole('heading', { level: 1, name: customer }))
  const told = [
    'درخواست بسته شد',
    'درخواست پایان یافت: حل شد',
    'کار روی درخواست از سر گرفته شد',
    'درخواست در انتظار مشتری ماند',
    'کارشناس درخواست را برداشت',
    'درخواست ثبت شد',
    'نشتی شیر',
    'پرونده باز شد',
  ]
  for (const line of told) await seen(page.getByRole('listitem').filter({ hasText: line }).first())
})

test('the indicators count one request this month, and the figure opens into it', async () => {
  tellWhereItFailed(page)
  await place('شاخص‌ها').click()
  await seen(page.getByText('از ۱ رکورد').first())
  await page.getByRole('main').getByRole('link', { name: /۱/u }).first().click()
  await seen(heading('رکوردهای پشت عدد').or(page.getByText('رکوردهای پشت عدد')).first())
  await page.getByRole('row').filter({ hasText: 'شیر آب چکه می‌کند' }).click()
  await seen(page.getByRole('heading', { level: 1, name: 'شیر آب چکه می‌کند' }))
})

test('after signing out a wrong password is refused in words, and the right one opens the desk', async () => {
  tellWhereItFailed(page)
  await page.getByRole('button', { name: `من: ${manager.name}` }).click()
  await page.getByRole('menuitem', { name: 'خروج از سامانه' }).click()
  await field('نام کاربری یا رایانامه').fill(manager.username)
  await field('گذرواژه').fill('گذرواژهٔ نادرست')
  await button('ورود').click()
  await seen(page.getByRole('alert').filter({ hasText: /گذرواژه/u }))
  await signIn(page, manager.username, manager.password)
  await seen(heading('در دست من'))
  expect(window.complaints.filter((said) => !said.includes('401'))).toEqual([])
})
