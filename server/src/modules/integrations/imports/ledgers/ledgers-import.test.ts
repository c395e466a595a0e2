import { contract, ledgerMapping } from '@parvandeh/contract'
import type { LedgerMapping } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../../testing/customers-builders.ts'
import { showImport, upload } from '../../../../testing/import-builders.ts'
import { openTestApp } from '../../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../../testing/open-test-app.ts'
import { customersByExternalKey } from '../../../customers/index.ts'
import { kindOf, amountIn } from './read-ledger.rules.ts'
import { suggestLedgers } from './suggest-ledgers.rules.ts'

const { imports, ledger, customers } = contract
const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'sales.read': 'all',
  'sales.write': 'all',
  'imports.run': 'all',
} as const

let site: TestApp
let clerk: TestPerson
let files: { homa: string; parsa: string; keyed: string }
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-03-01T08:00:00Z')
  clerk = await site.addPerson('لیلا دفترداری', { grants })
  const homa = (await newCustomer(site, clerk, personFile({ firstName: 'هما', lastName: 'کوهستانی' }))).customerId
  const parsa = (await newCustomer(site, clerk, personFile({ firstName: 'پارسا', lastName: 'نیک‌نام' }))).customerId
  const made = await site.app.runAsSystem((context) =>
    customersByExternalKey(context, 'سپیدار', [{ key: '1203', name: 'شرکت کلیددار' }], null),
  )
  files = { homa, parsa, keyed: made.get('1203') ?? '' }
})
afterAll(() => site.close())

const mapping = (given: Partial<LedgerMapping> = {}): LedgerMapping =>
  ledgerMapping.parse({
    kind: 'ledgers',
    source: 'سپیدار',
    moneyUnit: 'toman',
    columns: {
      customerKey: 'کد تفصیلی',
      customerName: 'نام تفصیلی',
      number: 'شماره سند',
      date: 'تاریخ',
      description: 'شرح',
      debit: 'بدهکار',
      credit: 'بستانکار',
    },
    ...given,
  })

const header = 'کد تفصیلی,نام تفصیلی,شماره سند,تاریخ,شرح,بدهکار,بستانکار,مانده'
const book = [
  header,
  '۱۲۰۳,شرکت کلیددار,۴۵,۱۴۰۴/۱۰/۰۵,فاکتور فروش شماره ۱۲,"۱٬۵۰۰٬۰۰۰",۰,۱۵۰۰۰۰۰',
  ',هما کوهستاني,46,1404/10/06,دریافت نقدی,,"250,000",(250000)',
  ',هما کوهستانی,47,1404/10/07,فاکتور فروش,400000,,150000',
  ',هما کوهستانی,47,1404/10/07,فاکتور فروش کرایه,10000,,160000',
  ',نام ناآشنا,48,1404/10/08,فاکتور,1000,,',
  ',پارسا نیک نام,49,1404/13/08,فاکتور,1000,,',
  ',پارسا نیک نام,50,1404/10/08,هیچ,0,0,',
  ',,51,1404/10/08,بی‌نام,10,,',
].join('\n')

async function bring(content: string, given = mapping(), trial = false, as = clerk) {
  const { body } = await upload(site, as, 'گردش.csv', content, 'ledgers')
  const started = await site.call(imports.startLedgers, {
    as,
    params: { importId: body.id },
    body: { mapping: given, saveAs: null, trial },
  })
  expect(started.status, started.text).toBe(200)
  await site.settle()
  return showImport(site, as, body.id)
}
const accountOf = async (customerId: string) => (await site.call(ledger.account, { as: clerk, params: { customerId } })).body
const ledgerOf = async (customerId: string) => (await site.call(ledger.list, { as: clerk, params: { customerId } })).body.rows
const timelineOf = async (customerId: string) =>
  (await site.call(customers.timeline, { as: clerk, params: { customerId } })).body.rows.filter(({ kind }) => kind.startsWith('finance.'))

test('C15: the columns of an accounting program are known by their names, and the unit of the sums is asked, not guessed', async () => {
  const { body } = await upload(site, clerk, 'گردش حساب سپیدار.csv', book, 'ledgers')
  const preview = await site.call(imports.previewLedgers, { as: clerk, params: { importId: body.id } })
  expect(preview.body.suggestion).toMatchObject({
    columns: {
      customerKey: 'کد تفصیلی',
      customerName: 'نام تفصیلی',
      number: 'شماره سند',
      date: 'تاریخ',
      description: 'شرح',
      debit: 'بدهکار',
      credit: 'بستانکار',
    },
    moneyUnit: null,
    dateFormat: 'jalali-ymd',
  })
  const asked = { mapping: { ...preview.body.suggestion, source: 'سپیدار' }, saveAs: null, trial: false }
  const refused = await site.call(imports.startLedgers, { as: clerk, params: { importId: body.id }, body: asked })
  expect(refused.body).toMatchObject({ code: 'invalid-input', problems: [{ field: 'moneyUnit' }] })
  for (const names of ['طرف حساب,تاریخ سند,ش سند,توضیحات,بد,بس', 'نام مشتری,تاریخ,شماره فاکتور,شرح,مبلغ بدهکار,مبلغ بستانکار']) {
    const columns = names.split(',').map((name) => ({ name, values: [], common: [] }))
    const { customerName, debit, credit, date, number } = suggestLedgers(columns, { fileName: 'هلو.xlsx' }).columns
    expect([customerName, debit, credit, date, number].every((name) => name !== null)).toBe(true)
  }
})

test('C15: first it is tried: whose each row would be, and what is wrong with it; nothing is kept', async () => {
  const { body } = await upload(site, clerk, 'گردش.csv', book, 'ledgers')
  const tried = await site.call(imports.tryLedgers, { as: clerk, params: { importId: body.id }, body: mapping() })
  expect(tried.body.rows.map(({ outcome, kind, amount }) => [outcome, kind, amount])).toEqual([
    ['entered', 'invoice', 15_000_000],
    ['entered', 'receipt', 2_500_000],
    ['entered', 'invoice', 4_000_000],
    ['entered', 'invoice', 100_000],
    ['unmatched', 'invoice', 10_000],
    ['refused', null, null],
    ['refused', null, null],
    ['unmatched', 'debit', 100],
  ])
  expect(tried.body.problems.map(({ code }) => code)).toEqual(['nobody-found', 'not-a-day', 'no-sum', 'nobody-named'])
  const trial = await bring(book, mapping(), true)
  expect(trial).toMatchObject({
    state: 'checked',
    ledgerTrial: { entered: 4, unmatched: 2, refused: 2, debit: 19_100_000, credit: 2_500_000 },
  })
  expect((await accountOf(files.homa)).entries).toBe(0)
})

test('C15: rows become vouchers of the files that they name; brought again they add nothing, and a changed sum is told; all of it can be taken back', async () => {
  const done = await bring(book)
  expect(done).toMatchObject({
    state: 'done',
    ledgers: { entered: 4, known: 0, changed: 0, unmatched: 2, refused: 2, debit: 19_100_000, credit: 2_500_000 },
    can: { undo: true, discard: false },
  })
  expect(await accountOf(files.keyed)).toMatchObject({ balance: 15_000_000, lastPurchase: { day: '2025-12-26' } })
  expect((await ledgerOf(files.homa)).map(({ number, effect, source }) => [number, effect, source])).toEqual([
    ['47', 100_000, 'import'],
    ['47', 4_000_000, 'import'],
    ['46', -2_500_000, 'import'],
  ])
  expect(await timelineOf(files.homa)).toHaveLength(3)
  const errors = await site.call(imports.errors, { as: clerk, params: { importId: done.id } })
  expect(errors.text).toContain('پرونده‌ای با این کد یا نام پیدا نشد')

  const again = await bring(book.replace('دریافت نقدی,,"250,000"', 'دریافت نقدی,,"260,000"'))
  expect(again.ledgers).toMatchObject({ entered: 0, known: 3, changed: 1 })
  const corrected = await bring(`${header}\n,هما کوهستانی,90,1404/10/09,برگشت از فروش,,5000,`)
  expect(corrected.ledgers).toMatchObject({ entered: 1, credit: 50_000 })

  const [first] = await ledgerOf(files.keyed)
  const voided = { reason: 'در برنامهٔ حسابداری هم باطل شد', version: 1 }
  await site.call(ledger.void, { as: clerk, params: { customerId: files.keyed, entryId: first?.id ?? '' }, body: voided })
  const preview = await site.call(imports.undoPreview, { as: clerk, params: { importId: done.id } })
  expect(preview.body).toEqual({ removed: 3, restored: 0, kept: 1, more: false })
  await site.call(imports.undo, { as: clerk, params: { importId: done.id } })
  await site.settle()
  expect(await showImport(site, clerk, done.id)).toMatchObject({ state: 'undone', undone: { removed: 3, kept: 1 } })
  expect(await accountOf(files.homa)).toMatchObject({ balance: -50_000, entries: 1 })
  expect(await timelineOf(files.homa)).toHaveLength(1)
  expect((await bring(book)).ledgers).toMatchObject({ entered: 3, known: 1 })
})

test('C15: a name that two files have, a code that leads to another name, and files out of reach are nobody', async () => {
  await newCustomer(site, clerk, personFile({ firstName: 'همنام', lastName: 'دوتایی' }))
  const twin = await newCustomer(site, clerk, personFile({ firstName: 'همنام', lastName: 'دوتایی' }))
  const byCode = mapping({ columns: { ...mapping().columns, customerKey: null, customerCode: 'کد تفصیلی' } })
  const rows = [
    header,
    ',همنام دوتایی,1,1404/10/08,فاکتور,10,,',
    `${twin.code},همنام دوتایی,2,1404/10/08,فاکتور,10,,`,
    `${twin.code},هما کوهستانی,3,1404/10/08,فاکتور,10,,`,
  ].join('\n')
  const { body } = await upload(site, clerk, 'کد.csv', rows, 'ledgers')
  const tried = await site.call(imports.tryLedgers, { as: clerk, params: { importId: body.id }, body: byCode })
  expect(tried.body.rows.map(({ outcome }) => outcome)).toEqual(['unmatched', 'entered', 'unmatched'])
  expect(tried.body.problems.map(({ code }) => code)).toEqual(['several-found', 'name-differs'])
  const narrow = await site.addPerson('بهار تنگ‌دست', { grants: { ...grants, 'sales.write': 'own' } })
  const own = await upload(site, narrow, 'کد.csv', rows, 'ledgers')
  const nobody = await site.call(imports.tryLedgers, { as: narrow, params: { importId: own.body.id }, body: byCode })
  expect(nobody.body.rows.map(({ outcome }) => outcome)).toEqual(['unmatched', 'unmatched', 'unmatched'])
  const plain = await site.addPerson('جلال بی‌رده', { grants, fieldClasses: ['public', 'internal'] })
  const uploaded = await upload(site, plain, 'کد.csv', rows, 'ledgers')
  const body2 = { mapping: byCode, saveAs: null, trial: false }
  expect((await site.call(imports.startLedgers, { as: plain, params: { importId: uploaded.body.id }, body: body2 })).body).toMatchObject({
    code: 'not-permitted',
  })
})

test('C15: what a voucher is, is read from what it says of itself', () => {
  expect([kindOf('debit', 'فاکتور فروش ۱۲'), kindOf('debit', 'سند افتتاحیه'), kindOf('debit', 'پرداخت نقدی'), kindOf('debit', '')]).toEqual(
    ['invoice', 'opening', 'payment', 'debit'],
  )
  expect([kindOf('credit', 'برگشت از فروش'), kindOf('credit', 'واریز به حساب ملت'), kindOf('credit', 'تخفیف')]).toEqual([
    'return',
    'receipt',
    'credit',
  ])
})

test('a sum is read however it is written, and what is none is refused', () => {
  expect(['۱٬۲۰۰', '1,200.00', '(1200)', '1200-', '-', '', '۱۲۰۰ ریال'].map(amountIn)).toEqual([1200, 1200, -1200, -1200, 0, 0, 1200])
  expect(['یک میلیون', '1.2.3', '12/34/56', '1'.repeat(20)].map(amountIn)).toEqual([null, null, null, null])
})
