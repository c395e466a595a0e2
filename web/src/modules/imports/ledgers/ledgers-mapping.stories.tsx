import { importRoutes, ledgerMapping } from '@parvandeh/contract'
import { says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import { anImport, broken, importId, preview as ofRequests } from '../import.fixtures.ts'
import { ImportPage } from '../ImportPage.tsx'
import { TriedVouchers } from './TriedVouchers.tsx'

type Preview = Exclude<Parameters<typeof says<typeof importRoutes.previewLedgers>>[1], string>

const description = 'شرح سند همان‌گونه که حسابدار در دفتر روزنامه نوشته و گاهی شمارهٔ چک و نام بانک هم در آن آمده است'
const table = [
  ['کد طرف حساب', 'C-118'],
  ['کد ملی', '0079964810'],
  ['شماره سند', '98-1204'],
  ['تاریخ', '1404/05/12'],
  [description, 'فروش آبگرمکن'],
  ['بدهکار', '12500000'],
  ['بستانکار', '0'],
] as const

const columns = {
  customerKey: 'کد طرف حساب',
  nationalCode: 'کد ملی',
  number: 'شماره سند',
  date: 'تاریخ',
  description,
  debit: 'بدهکار',
  credit: 'بستانکار',
}
const suggestion = ledgerMapping.parse({ kind: 'ledgers', source: 'حسابداری پیشین', columns })

const preview: Preview = {
  format: ofRequests.format,
  columns: table.map(([name, value]) => ({
    name,
    emptyShare: 0,
    common: [{ value, count: 900 }],
    distinct: 1,
    dateFormat: name === 'تاریخ' ? 'jalali-ymd' : null,
    dateAmbiguous: false,
    dateAlternatives: [],
  })),
  rows: [table.map(([, value]) => value)],
  failure: null,
  suggestion,
  remembered: null,
}

const one = anImport({ kind: 'ledgers', fileName: 'گردش حساب مشتریان ۱۴۰۴.csv' })

const mapped = (answer: Parameters<typeof says<typeof importRoutes.previewLedgers>>[1]) => () => (
  <Screen
    path="/imports/$importId"
    at={`/imports/${importId}`}
    answers={[says(importRoutes.show, one), says(importRoutes.previewLedgers, answer)]}
  >
    <ImportPage />
  </Screen>
)

const voucher = {
  row: 2,
  outcome: 'entered' as const,
  customerId: importId,
  customerName: 'نرگس یوسف‌زادهٔ ملک‌آبادی از شرکت بازرگانی راه‌های دور',
  kind: 'invoice' as const,
  number: '98-1204',
  day: '2026-05-02',
  amount: 12_500_000,
  isDebit: true,
}
const outcomes = ['entered', 'known', 'changed', 'unmatched', 'refused'] as const
const nothing = { customerId: null, customerName: null, kind: null, day: null, amount: null }

const tried: Parameters<typeof TriedVouchers>[0]['tried'] = {
  rowsTried: 5,
  rows: outcomes.map((outcome, place) => ({
    ...voucher,
    ...(place > 2 ? nothing : {}),
    outcome,
    row: place + 2,
    isDebit: place % 2 === 0,
  })),
  problems: [
    { row: 5, column: 'کد طرف حساب', code: 'no-customer', fa: 'مشتری‌ای با این کد نیست.', en: 'No customer has this code.' },
    { row: 6, column: null, code: 'no-sum', fa: 'نه بدهکار دارد و نه بستانکار.', en: 'It is neither debit nor credit.' },
  ],
}

const Tried = () => (
  <div className="flex flex-col gap-gap">
    <TriedVouchers tried={tried} isStale={false} />
    <TriedVouchers tried={{ ...tried, problems: [] }} isStale />
  </div>
)

export const stories: Stories = {
  'how ledgers are read': mapped(preview),
  'the unit was said before': mapped({ ...preview, remembered: 'حسابداری', suggestion: { ...suggestion, moneyUnit: 'toman' } }),
  'a file that breaks off': mapped({ ...preview, failure: broken }),
  'being looked at': mapped('waiting'),
  refused: mapped('refused'),
  tried: Tried,
}
