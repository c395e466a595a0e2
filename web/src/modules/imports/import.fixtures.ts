import { customerMapping, ledgerMapping, requestMapping } from '@parvandeh/contract'
import { colleague } from '../../kit/Screen.tsx'
import type { Import, Preview } from './import.types.ts'

export const importId = '01940000-0000-7000-8000-000000000001'

/** An import of requests that has only been sent so far; what differs is given. */
export const anImport = (given: Partial<Import> = {}): Import => ({
  id: importId,
  kind: 'requests',
  fileName: 'درخواست‌های سال ۱۴۰۴.csv',
  bytes: 14_200_000,
  state: 'uploaded',
  mapping: null,
  customerMapping: null,
  ledgerMapping: null,
  mappingName: null,
  rowsRead: 0,
  rowsRefused: 0,
  rowsKnown: 0,
  rowsLoaded: 0,
  requestsLoaded: 0,
  progress: null,
  result: null,
  customers: null,
  trial: null,
  ledgers: null,
  ledgerTrial: null,
  undone: null,
  failure: null,
  createdAt: '2026-11-28T08:30:00Z',
  createdBy: colleague,
  finishedAt: null,
  can: { start: true, pause: false, resume: false, discard: true, undo: false },
  ...given,
})

const nothingMore = { start: false, pause: false, resume: false, discard: false, undo: false }
export const running = { ...nothingMore, pause: true, discard: true }
export const standing = { ...nothingMore, resume: true, discard: true }
export const finished = { ...nothingMore, undo: true }

export const broken = {
  code: 'file-broken',
  fa: 'فایل در ردیف ۴۱٬۲۰۷ بریده شده است: پایان ردیف پیدا نشد.',
  en: 'The file breaks off at row 41,207: the end of the row was not found.',
}

export const mapping = requestMapping.parse({
  kind: 'event-log',
  source: 'سامانهٔ پیشین',
  zone: 'Asia/Tehran',
  columns: { number: 'شماره', customerName: 'مشتری', employee: 'کارشناس', at: 'زمان', activity: 'کار', priority: 'اولویت' },
  activities: { 'ثبت شد': { event: 'registered' } },
  priorities: { فوری: 'urgent' },
})

export const mappingOfCustomers = customerMapping.parse({
  kind: 'customers',
  source: 'حسابداری پیشین',
  columns: [{ column: 'نام مشتری', to: 'fullName' }],
})

export const mappingOfLedgers = ledgerMapping.parse({ kind: 'ledgers', source: 'حسابداری پیشین', columns: {}, moneyUnit: 'toman' })

const column = (name: string, values: readonly string[], given: Partial<Preview['columns'][number]> = {}): Preview['columns'][number] => ({
  name,
  emptyShare: 0,
  common: values.map((value, place) => ({ value, count: 900 - place })),
  distinct: values.length,
  dateFormat: null,
  dateAmbiguous: false,
  dateAlternatives: [],
  ...given,
})

const longName = 'نام مشتری همان‌گونه که در دفتر پذیرش با دست نوشته شده و گاهی با نشانی کامل او آمده است'

/** A log of events, with a long name of a column and dates of which only a person can tell the format. */
export const preview: Preview = {
  format: { kind: 'text', encoding: 'utf-8', delimiter: ';', sheet: null, compressed: false },
  columns: [
    column('شماره', ['A-1', 'A-2', 'A-3']),
    column('مشتری', [longName, 'پارسا نیک‌نام']),
    column('کارشناس', ['الهام دشت‌آرا', 'ایمان تندرو'], { emptyShare: 0.12 }),
    column('زمان', ['1404/05/12 08:30'], {
      dateFormat: 'jalali-ymd',
      dateAmbiguous: true,
      dateAlternatives: ['jalali-ymd', 'gregorian-ymd'],
    }),
    column('کار', ['ثبت شد', 'در دست پیگیری', 'بسته شد']),
    column('اولویت', ['فوری', 'عادی']),
  ],
  rows: [
    ['A-1', longName, 'الهام دشت‌آرا', '1404/05/12 08:30', 'ثبت شد', 'فوری'],
    ['A-2', 'پارسا نیک‌نام', '', '1404/05/12 09:10', 'ثبت شد', 'عادی'],
  ],
  failure: null,
  suggestion: mapping,
}
