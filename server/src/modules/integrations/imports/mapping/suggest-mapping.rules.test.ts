import { requestMapping } from '@parvandeh/contract'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkMapping } from './check-mapping.rules.ts'
import { suggestMapping } from './suggest-mapping.rules.ts'

function columnsOf(table: string[][]) {
  const [names = [], ...rows] = table
  return names.map((name, index) => {
    const values = rows.map((row) => row[index] ?? '')
    return {
      name,
      values,
      common: [...Map.groupBy(values.filter(Boolean), (value) => value)].map(([value, { length: count }]) => ({ value, count })),
    }
  })
}

const suggest = (table: string[][], fileName = 'x.csv') => suggestMapping(columnsOf(table), { fileName, zone: 'Asia/Tehran' })

test('the headings of process mining logs are known', () => {
  const { columns, kind, activities } = suggest([
    ['Case ID', 'Activity', 'Resource', 'Complete Timestamp', 'customer'],
    ['1', 'Take in charge ticket', 'Value 1', '2012/10/09 14:50:17.000', 'Value 3'],
    ['1', 'Closed', 'Value 1', '2012/10/19 14:50:17.000', 'Value 3'],
  ])
  expect(columns).toEqual({ number: 'Case ID', activity: 'Activity', employee: 'Resource', at: 'Complete Timestamp', customer: 'customer' })
  expect([kind, activities]).toEqual(['event-log', { 'Take in charge ticket': { event: 'taken' }, Closed: { event: 'closed' } }])
})

test('a Persian table with a number a row is a table of requests, its words and dates understood', () => {
  const found = suggest(
    [
      ['شماره پیگیری', 'نام مشتری', 'تاریخ ثبت', 'تاريخ حل', 'اولویت', 'نحوه‌ی تماس', 'کارشناس'],
      ['۱۰۱', 'شهرزاد نیک‌روش', '۱۴۰۳/۰۵/۳۱', '۱۴۰۳/۰۶/۰۲', 'فوری', 'تلفن', 'لیلا صدر'],
      ['۱۰۲', 'پرویز دانشور', '۱۴۰۳/۰۵/۳۱', '', 'عادی', 'حضوری', 'لیلا صدر'],
    ],
    'گزارش-درخواست‌ها-۱۴۰۳.xlsx',
  )
  expect(found).toMatchObject({
    kind: 'ticket-table',
    source: 'گزارش درخواست‌ها',
    columns: {
      number: 'شماره پیگیری',
      customer: 'نام مشتری',
      customerName: 'نام مشتری',
      registeredAt: 'تاریخ ثبت',
      resolvedAt: 'تاريخ حل',
      priority: 'اولویت',
      employee: 'کارشناس',
    },
    dateFormats: { 'تاریخ ثبت': 'jalali-ymd', 'تاريخ حل': 'jalali-ymd' },
    priorities: { فوری: 'urgent', عادی: 'normal' },
  })
})

test('Italian headings are known, and a column of states is one', () => {
  const { columns, activityIs, keyColumns, activities, missing } = suggest([
    ['Numero', 'Data evento', 'Stato', 'Operatore', 'Cliente', 'Gruppo'],
    ['7', '29/02/2016 10:00', 'In attesa', 'Anna', 'Rossi', '?'],
    ['7', '01/03/2016 10:00', 'Risolto', 'Anna', 'Rossi', 'Due'],
  ])
  expect(columns).toEqual({
    number: 'Numero',
    at: 'Data evento',
    activity: 'Stato',
    employee: 'Operatore',
    customer: 'Cliente',
    unit: 'Gruppo',
  })
  expect([activityIs, keyColumns, missing]).toEqual(['state', ['Numero', 'Data evento', 'Stato', 'Gruppo', 'Operatore'], ['?']])
  expect(activities).toEqual({ 'In attesa': { event: 'waiting', waitOn: 'third-party' }, Risolto: { event: 'resolved' } })
})

test('of a file that says nothing, only what is certain is suggested', () => {
  expect(
    suggest([
      ['a', 'b'],
      ['1', '2'],
    ]),
  ).toMatchObject({ source: 'x', columns: { number: '' }, dateFormats: {} })
})

test('a column in doubt is read as the others of its file are; a file all in doubt is left to a person', () => {
  const table = [
    ['شماره', 'تاریخ ثبت', 'تاریخ حل', 'تاریخ بستن'],
    ['۱', '03/04/2016', '29/04/2016', ''],
  ]
  const mapping = suggest(table)
  expect(checkMapping({ ...mapping, dateFormats: {} }, columnsOf(table), 'fa').mapping?.dateFormats).toEqual({
    'تاریخ ثبت': 'gregorian-dmy',
    'تاریخ حل': 'gregorian-dmy',
    'تاریخ بستن': 'gregorian-dmy',
  })
  const doubtful = table.map((row) => row.map((cell) => cell.replace('29/', '05/')))
  expect(
    checkMapping({ ...mapping, dateFormats: {} }, columnsOf(doubtful), 'en').problems?.map(({ field, code }) => [field, code]),
  ).toEqual([
    ['dateFormats.تاریخ ثبت', 'ambiguous-dates'],
    ['dateFormats.تاریخ حل', 'ambiguous-dates'],
    ['dateFormats.تاریخ بستن', 'no-dates'],
  ])
})

test.each(['helpdesk-italian', 'servicenow-incidents'])(
  'the mapping %s that comes with the product says nothing that a mapping cannot say',
  (name) => {
    const file = path.resolve(import.meta.dirname, '../../../../../../docs/guides/import', `${name}.mapping.json`)
    const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>
    const parsed = requestMapping.strict().parse(given)
    expect(parsed.columns).toEqual(given['columns'])
    expect(parsed.activities).toEqual(given['activities'])
  },
)
