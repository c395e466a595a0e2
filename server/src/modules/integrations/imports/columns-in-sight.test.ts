import { contract, ledgerMapping } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newField } from '../../../testing/fields-builders.ts'
import { importCustomers, upload } from '../../../testing/import-builders.ts'
import type { ImportView } from '../../../testing/import-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { imports } = contract
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'sales.read': 'all', 'sales.write': 'all' } as const
const withheld = 'you may not read this field.'

let site: TestApp
let bringer: TestPerson
let colleague: TestPerson
let manager: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  bringer = await site.addPerson('پریسا آورنده', { grants: { ...grants, 'imports.run': 'own' } })
  colleague = await site.addPerson('کاوه کم‌دسترس', { grants: { ...grants, 'imports.run': 'all' }, fieldClasses: ['public', 'internal'] })
  manager = await site.addPerson('مهتاب همه‌خوان', { grants: { 'imports.run': 'all' } })
})
afterAll(() => site.close())

const errorsOf = async (as: TestPerson, { id }: Pick<ImportView, 'id'>) => {
  const { status, text } = await site.call(imports.errors, { as, params: { importId: id } })
  return { status, lines: text.trim().split('\r\n').slice(1) }
}
const timesTakenOut = async () =>
  (await site.owner.query(`select count(*)::int as n from identity.audit_entry where action = 'import.errors-exported'`)).rows[0].n

describe('the error file of an import', () => {
  let done: ImportView
  beforeAll(async () => {
    const definer = await site.addPerson('آرش ویژگی‌ساز', { grants: { 'customers.fields': 'all' } })
    const field = await newField(site, definer, { type: 'date', label: { fa: 'پایان اعتبار', en: null }, accessClass: 'financial' })
    const content = 'نام,نام خانوادگی,کد ملی,ایمیل,اعتبار\nبابک,شک‌دار,1234567890,not-an-email,ناروز\n'
    const columns = ['firstName', 'lastName', 'nationalCode', 'email', `x.${field.key}`]
    const names = ['نام', 'نام خانوادگی', 'کد ملی', 'ایمیل', 'اعتبار']
    done = await importCustomers(site, bringer, {
      content,
      change: {
        columns: names.map((column, place) => ({ column, to: columns[place] ?? '', group: 0 })),
        dateFormats: { اعتبار: 'jalali-ymd' },
      },
    })
  })

  test('tells whoever brought the file every value', async () => {
    const { lines } = await errorsOf(bringer, done)
    expect(lines.map((line) => line.split(',').at(-1)).toSorted()).toEqual(['1234567890', 'not-an-email', 'ناروز'])
    expect(lines.join('\n')).not.toContain(withheld)
  })

  test('tells a colleague no value of a field out of their classes, nor what is wrong with it', async () => {
    const { status, lines } = await errorsOf(colleague, done)
    expect(status).toBe(200)
    expect(lines).toHaveLength(3)
    expect(lines.filter((line) => line.includes(withheld)).map((line) => line.split(',')[1])).toEqual(
      expect.arrayContaining(['کد ملی', 'اعتبار']),
    )
    expect(lines.join('\n')).not.toMatch(/1234567890|ناروز/u)
    expect(lines.find((line) => line.includes('ایمیل'))).toContain('not-an-email')
  })

  test('is not there for whoever runs only their own imports, and that nobody took it is what the trail says', async () => {
    const other = await site.addPerson('نگار خودبین', { grants: { ...grants, 'imports.run': 'own' } })
    const before = await timesTakenOut()
    const missing = { id: '01a20000-0000-7000-8000-000000000000' }
    expect(await errorsOf(other, done)).toEqual(await errorsOf(other, missing))
    expect((await errorsOf(other, done)).status).toBe(404)
    expect((await errorsOf(await site.addPerson('بهرام بی‌کار', { grants }), done)).status).toBe(403)
    expect(await timesTakenOut()).toBe(before)
    await errorsOf(manager, done)
    expect(await timesTakenOut()).toBe(before + 1)
  })
})

test('a file of customers that nobody has mapped is read by whoever brought it and by whoever reads every class', async () => {
  const { id: importId } = (await upload(site, bringer, 'x.csv', 'نام,کد ملی\nبابک,1234567890\n', 'customers')).body
  const params = { importId }
  const { suggestion } = (await site.call(imports.previewCustomers, { as: bringer, params })).body
  // The column is called something harmless, so that the class of the field would not stop it.
  const mapping = { ...suggestion, source: 'دفتر', columns: [{ column: 'کد ملی', to: 'lastName', group: 0 }] }
  for (const [as, status] of [
    [bringer, 200],
    [colleague, 403],
    [manager, 200],
  ] as const) {
    expect(await site.call(imports.previewCustomers, { as, params })).toMatchObject({ status })
    expect(await site.call(imports.tryCustomers, { as, params, body: mapping })).toMatchObject({ status })
  }
  const start = await site.call(imports.startCustomers, { as: colleague, params, body: { mapping, saveAs: null, trial: true } })
  expect(start).toMatchObject({ status: 403 })
})

test('what a file of ledgers holds is for those who read what is financial, its errors too', async () => {
  const content = 'کد ملی,نام,تاریخ,بدهکار\n1234567890,هیچ‌کس,1404/10/05,5000\n,هیچ‌کس,1404/10/05,هشتاد\n'
  const { id: importId } = (await upload(site, bringer, 'y.csv', content, 'ledgers')).body
  const params = { importId }
  const columns = { nationalCode: 'کد ملی', customerName: 'نام', date: 'تاریخ', debit: 'بدهکار' }
  const mapping = ledgerMapping.parse({ kind: 'ledgers', source: 'سپیدار', moneyUnit: 'rial', dateFormat: 'jalali-ymd', columns })
  const started = await site.call(imports.startLedgers, { as: bringer, params, body: { mapping, saveAs: null, trial: false } })
  expect(started, started.text).toMatchObject({ status: 200 })
  await site.settle()
  expect(await site.call(imports.previewLedgers, { as: colleague, params })).toMatchObject({ status: 403 })
  const told = (await errorsOf(bringer, { id: importId })).lines
  expect(told).toHaveLength(2)
  expect(told.join('\n')).toMatch(/هشتاد/u)
  const { lines } = await errorsOf(colleague, { id: importId })
  expect(lines).toHaveLength(2)

  expect(lines.every((line) => line.includes(withheld))).toBe(true)
  expect(lines.join('\n')).not.toMatch(/هشتاد|هیچ‌کس|1234567890/u)
})
