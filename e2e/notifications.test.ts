import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { anyPerson, field, journeys, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'
import { openBrowserless } from './support/product.ts'

const office = journeys()
const sara = { name: 'سارا رستگارفر', username: 'sara', password: 'سه واژهٔ بی‌ربط' }
const omid = { name: 'امید دادرس', username: 'omid', password: 'چهار واژهٔ بی‌ربط' }
const mehri = { name: 'مهری سرپرست‌زاده', username: 'mehri', password: 'پنج واژهٔ بی‌ربط' }
const subject = 'یخچال سرد نمی‌کند'

let pages: { mehri: Page; sara: Page }
let numbers: string[]
let asSara: ReturnType<typeof openBrowserless>

type Asked = (path: string, body: object) => Promise<Response>
const made = async <T>(ask: Asked, path: string, body: object): Promise<T> => {
  const reply = await ask(path, body)
  if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`)
  return (await reply.json()) as T
}
const wishes = { channels: {}, quiet: 'never', quietFrom: '20:00', quietTo: '08:00', pausedUntil: null }

beforeAll(async () => {
  const url = office.url()
  const { post, get } = await setUpOrganisation(url)
  const { roles } = (await (await get('/api/roles')).json()) as { roles: { id: string; name: string }[] }
  const unit = await made<{ id: string }>(post, '/api/units', { name: 'پشتیبانی', parentId: null, branchId: null })
  const people = new Map<string, string>()
  for (const [person, role] of [
    [sara, 'کارشناس'],
    [omid, 'کارشناس'],
    [mehri, 'مدیر واحد'],
  ] as const) {
    const roleIds = roles.filter(({ name }) => name === role).map(({ id }) => id)
    const { name, username } = person
    const added = await made<{ id: string }>(post, '/api/people', {
      name,
      username,
      email: null,
      unitId: unit.id,
      roleIds,
      password: `${person.password} ۱`,
    })
    people.set(username, added.id)
    await chooseOwnPassword(url, person)
  }
  const file = await made<{ customerId: string }>(post, '/api/customers', { ...anyPerson, unitId: unit.id })
  const request = {
    subject,
    description: '',
    topicId: null,
    productId: null,
    priority: 'normal',
    channel: 'phone',
    contactName: null,
    contactCustomerId: null,
    reportedAt: null,
    unitId: unit.id,
    test: false,
  }
  numbers = []
  for (const holderId of [null, null, people.get('omid'), people.get('omid'), people.get('omid'), people.get('omid')]) {
    const { number } = await made<{ number: string }>(post, `/api/customers/${file.customerId}/requests`, { ...request, holderId })
    numbers.push(number)
  }
  asSara = openBrowserless(url)
  await made(asSara.post, '/api/session', { login: sara.username, password: sara.password })
  // Whatever the hour at which this runs.
  await made(asSara.put, '/api/notifications/settings', wishes)
  pages = { mehri: await sitDown(mehri), sara: await sitDown(sara) }
}, 120_000)

/** A password that somebody else set holds until the first sign-in. */
async function chooseOwnPassword(url: string, { username, password }: typeof sara): Promise<void> {
  const own = openBrowserless(url)
  await made(own.post, '/api/session', { login: username, password: `${password} ۱` })
  await made(own.put, '/api/session/password', { current: `${password} ۱`, next: password })
}

async function sitDown({ username, password }: typeof sara): Promise<Page> {
  const { page } = await office.open()
  await page.goto('/')
  await signIn(page, username, password)
  return page
}

async function assign(number: string, to: string): Promise<void> {
  const page = pages.mehri
  await page.goto(`/requests/${number}`)
  await page.getByRole('button', { name: 'سپردن به همکار' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(to)
  await page.getByRole('option', { name: to }).click()
  await dialog.getByRole('button', { name: 'سپردن به همکار' }).click()
  await seen(page.getByText('به همکار سپرده شد.'))
}

const bell = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^اعلان‌ها/u })

test('what one gives, the other finds in the bell within seconds, and opens from there', async () => {
  const page = pages.sara
  tellWhereItFailed(page)
  await seen(bell(page))
  await assign(numbers[0] ?? '', sara.name)
  await seen(page.getByRole('button', { name: 'اعلان‌ها، ۱ نخوانده' }))
  await seen(page.getByText('درخواستی به شما سپرده شد').first())
  await page.keyboard.press('b')
  const panel = page.getByRole('dialog', { name: 'اعلان‌ها' })
  await seen(panel.getByText(mehri.name))
  await panel.getByRole('link', { name: 'درخواستی به شما سپرده شد' }).click()
  await seen(page.getByRole('heading', { name: subject }))
  await seen(page.getByRole('button', { name: 'اعلان‌ها', exact: true }))
})

test('in quiet hours it waits in the bell and nothing pops up', async () => {
  const page = pages.sara
  tellWhereItFailed(page)
  const allDay = { ...wishes, quiet: 'hours', quietFrom: '00:00', quietTo: '23:59' }
  await made(asSara.put, '/api/notifications/settings', allDay)
  await page.goto('/notifications')
  await assign(numbers[1] ?? '', sara.name)
  await seen(page.getByRole('button', { name: 'اعلان‌ها، ۱ نخوانده' }))
  expect(await page.getByRole('alertdialog').count()).toBe(0)
  await page.getByRole('main').getByRole('button', { name: 'خواندم، همه' }).click()
  await seen(page.getByText('۱ اعلان خوانده شد.'))
  await page.getByRole('button', { name: 'برگرداندن' }).click()
  await seen(page.getByRole('button', { name: 'اعلان‌ها، ۱ نخوانده' }))
})

test('what somebody is told of is theirs to choose, and what is not there yet is not pretended', async () => {
  const page = pages.sara
  tellWhereItFailed(page)
  await page.goto('/settings/notifications')
  await seen(page.getByText('اکنون تنها راه خبردادن همین برنامه است.'))
  await page
    .locator('label')
    .filter({ hasText: /^صف واحد من/u })
    .click()
  await seen(page.getByText('ذخیره شد.'))
  await page.reload()
  expect(await page.getByRole('switch', { name: /^صف واحد من/u }).isChecked()).toBe(true)
})

test('the supervisor evens work out as proposed, and takes it back', async () => {
  const page = pages.mehri
  tellWhereItFailed(page)
  await page.getByRole('navigation', { name: 'بخش‌ها' }).getByRole('link', { name: 'نمای سرپرست' }).first().click()
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await seen(line(omid.name).getByText('۴ در کار'))
  await page.getByRole('button', { name: 'یکسان‌کردن بار' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^جابه‌جایی/u })
    .click()
  await seen(page.getByText(/درخواست جابه‌جا شد\.$/u))
  await line(omid.name).getByText('۴ در کار').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'برگرداندن' }).click()
  await seen(line(omid.name).getByText('۴ در کار'))
})

test('an hourly leave is entered where the team is seen', async () => {
  const page = pages.mehri
  tellWhereItFailed(page)
  await page.getByRole('listitem').filter({ hasText: omid.name }).getByRole('button', { name: 'ثبت مرخصی ساعتی' }).click()
  await field(page.getByRole('dialog'), 'یادداشت').fill('پزشک')
  await page.getByRole('dialog').getByRole('button', { name: 'ثبت', exact: true }).click()
  await seen(page.getByText('مرخصی ثبت شد.'))
})
