import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { journeys, manager, seen, setUpOrganisation, signIn, tellWhereItFailed } from './support/journey.ts'

const office = journeys()
let page: Page

const empty = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, null]))

async function furnish(): Promise<void> {
  const { post } = await setUpOrganisation(office.url())
  for (const [firstName, lastName, provinceId] of [
    ['زهرا', 'صادقی', 8],
    ['بهمن', 'کوهستانی', 8],
    ['نیما', 'دریایی', 3],
  ]) {
    const reply = await post('/api/customers', {
      ...empty('fatherName', 'organisationName', 'nationalCode', 'foreignCode', 'companyNationalId', 'registrationNumber', 'economicCode'),
      ...empty('countyId', 'cityId', 'district', 'birthDate', 'gender', 'features', 'photoId', 'ownerId', 'unitId'),
      kind: 'person',
      firstName,
      lastName,
      provinceId,
      accessPoints: [],
      acceptedProblems: {},
    })
    if (!reply.ok) throw new Error(`a customer was refused: ${await reply.text()}`)
  }
}

beforeAll(async () => {
  await furnish()
  page = (await office.open()).page
  await page.goto('/sign-in')
  await signIn(page, manager.username, manager.password)
}, 120_000)

const row = (name: string) => page.getByRole('row').filter({ hasText: name })

test('C27: a condition in words narrows the list, stays in the address, and is kept as a segment', async () => {
  tellWhereItFailed(page)
  await page.goto('/customers')
  await seen(row('دریایی'))
  await page.getByRole('button', { name: 'پالایه', exact: true }).click()
  await page.getByRole('option', { name: 'چند شرط با هم…' }).click()
  const builder = page.getByRole('dialog', { name: 'پالایش با چند شرط' })
  const field = builder.getByRole('combobox', { name: 'ویژگی' })
  // The first line is where one writes at once.
  await expect.poll(() => field.evaluate((box) => box === document.activeElement)).toBe(true)
  await field.pressSequentially('نام خانوادگی')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await builder.getByRole('button', { name: 'این است' }).click()
  await page.getByRole('option', { name: 'نه: با این آغاز می‌شود' }).click()
  await builder.getByRole('textbox', { name: 'مقدار' }).fill('د')
  await seen(builder.getByText('نام خانوادگی با «د» آغاز نمی‌شود'))
  await seen(builder.getByText('۲ مشتری به این شرط می‌خورند'))
  await builder.getByRole('button', { name: 'به کار ببر' }).click()
  await expect.poll(() => row('دریایی').count()).toBe(0)
  await page.goto(page.url())
  await seen(row('صادقی'))
  expect(await row('دریایی').count()).toBe(0)

  await page.getByRole('button', { name: 'ذخیره به نام گروه…' }).click()
  const dialog = page.getByRole('dialog', { name: 'گروه تازهٔ مشتریان' })
  await dialog.getByRole('textbox', { name: 'نام گروه' }).fill('بی‌دریاها')
  await dialog.getByRole('button', { name: 'ذخیره', exact: true }).click()
  await seen(page.getByRole('heading', { name: 'بی‌دریاها' }))
  await seen(page.getByRole('link', { name: 'زهرا صادقی' }))
})

test('C27: the box offers whom a misspelt name was perhaps meant for', async () => {
  tellWhereItFailed(page)
  await page.goto('/customers')
  await seen(row('صادقی'))
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog')
  await box.getByRole('searchbox').fill('سداقی')
  await seen(box.getByText('شاید منظورتان یکی از این‌هاست'))
  await box.getByRole('menuitem', { name: /صادقی/u }).click()
  await seen(page.getByRole('heading', { name: 'زهرا صادقی' }))
})
