import { requestMapping } from '@parvandeh/contract'
import type { RequestMapping } from '@parvandeh/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedRow } from './parse-row.rules.ts'
import { tellRequest } from './tell-request.rules.ts'

const mappingOf = (more: Partial<RequestMapping>): RequestMapping =>
  requestMapping.parse({
    kind: 'event-log',
    source: 'دفتر قدیم',
    zone: 'UTC',
    columns: { number: 'شماره', at: 'زمان', activity: 'رویداد' },
    activities: {
      ثبت: { event: 'registered' },
      برداشت: { event: 'taken' },
      ارجاع: { event: 'referred' },
      'در انتظار مشتری': { event: 'waiting', waitOn: 'customer' },
      'حل شد': { event: 'resolved' },
      بسته: { event: 'closed' },
    },
    ...more,
  })

const hour = (n: number) => new Date(Date.UTC(2024, 7, 2, n)).toISOString()
type Cells = Omit<ParsedRow, 'number'>
const rowsOf = (...rows: Cells[]) =>
  rows.map((cells, index) => ({ number: index + 1, rowKey: `سطر ${index + 1}`, cells: { number: '۷', ...cells } }))
const tell = (rows: Cells[], more: Partial<RequestMapping> = {}) => tellRequest('۷', rowsOf(...rows), mappingOf(more))
const brief = (rows: Cells[], more: Partial<RequestMapping> = {}) =>
  tell(rows, more).events.map((event) => [event.kind, event.at.toISOString()])

describe('a log of events', () => {
  test('gives one event a row, in the order of their moments, and keeps under their own names those that the mapping does not know', () => {
    const told = tell([
      { at: hour(9), activity: 'رسیدن نامه', employee: 'سارا' },
      { at: hour(11), activity: 'حل شد', employee: 'بهنام' },
      { at: hour(10), activity: 'برداشت', employee: 'سارا' },
    ])
    expect(told.events.map(({ kind, label, employee }) => [kind, label, employee])).toEqual([
      ['other', 'رسیدن نامه', 'سارا'],
      ['taken', 'برداشت', 'سارا'],
      ['resolved', 'حل شد', 'بهنام'],
    ])
  })

  test('gives as many events as rows, each under a key of its own, whatever the rows are', () => {
    const row = fc.record({
      at: fc.integer({ min: 0, max: 23 }).map(hour),
      activity: fc.constantFrom('ثبت', 'برداشت', 'ارجاع', 'حل شد', 'بسته', 'چیز دیگر'),
      employee: fc.constantFrom('سارا', 'بهنام', undefined),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const { events } = tell(rows as Cells[])
        expect(new Set(events.map((event) => event.key)).size).toBe(rows.length)
        expect(events.filter((event, index) => event.kind === 'registered' && index > 0)).toEqual([])
      }),
    )
  })

  test('an activity that registers counts only at the beginning, unless the mapping leaves the registration to it', () => {
    const rows = [
      { at: hour(9), activity: 'برداشت' },
      { at: hour(10), activity: 'ثبت' },
    ]
    expect(brief(rows).map(([kind]) => kind)).toEqual(['taken', 'other'])
    expect(brief(rows, { firstEventRegisters: false }).map(([kind]) => kind)).toEqual(['taken', 'registered'])
  })

  test('a hand-over names who got the request, other events who did them', () => {
    const [referred, taken] = tell([
      { at: hour(9), activity: 'ارجاع', employee: 'لیلا', unit: 'تعمیرگاه' },
      { at: hour(10), activity: 'برداشت', employee: 'لیلا', unit: 'تعمیرگاه' },
    ]).events
    expect([referred?.toEmployee, referred?.toUnit, referred?.employee, taken?.employee, taken?.toEmployee]).toEqual([
      'لیلا',
      'تعمیرگاه',
      undefined,
      'لیلا',
      undefined,
    ])
  })

  test('what belongs to the whole is as the last row that names it has it', () => {
    expect(
      tell([
        { at: hour(9), activity: 'برداشت', customer: 'رستمی', product: 'آبگرمکن', priority: 'low' },
        { at: hour(10), activity: 'حل شد', customer: 'کریمی', priority: 'urgent', outcome: 'partly' },
      ]),
    ).toMatchObject({
      customer: 'کریمی',
      product: 'آبگرمکن',
      topic: null,
      priority: 'urgent',
      subject: '۷',
      events: [{}, { outcome: 'partly' }],
    })
  })

  test('moments in columns stand for those of the rows: reported, registered, last resolved, closed, first response', () => {
    const moments = { reportedAt: hour(6), registeredAt: hour(8), firstResponseAt: hour(12), resolvedAt: hour(14), closedAt: hour(20) }
    expect(
      brief([
        { at: hour(9), activity: 'برداشت', ...moments },
        { at: hour(13), activity: 'حل شد', ...moments },
        { at: hour(19), activity: 'بسته', ...moments },
      ]),
    ).toEqual([
      ['registered', hour(8)],
      ['taken', hour(9)],
      ['resolved', hour(14)],
      ['closed', hour(20)],
      ['answered', hour(12)],
    ])
  })

  test('a moment in a column does not move a resolution before what led to it, nor behind the reopening', () => {
    const early = brief([
      { at: hour(9), activity: 'برداشت' },
      { at: hour(13), activity: 'حل شد', resolvedAt: hour(8) },
    ])
    expect(early.at(-1)).toEqual(['resolved', hour(13)])
    const late = brief([
      { at: hour(13), activity: 'حل شد' },
      { at: hour(15), activity: 'برداشت', resolvedAt: hour(16) },
    ])
    expect(late[0]).toEqual(['resolved', hour(13)])
  })
})

describe('a log of states', () => {
  const states = {
    activityIs: 'state' as const,
    activities: {
      نو: { event: 'registered' as const },
      فعال: { event: 'taken' as const },
      معلق: { event: 'waiting' as const },
      حل: { event: 'resolved' as const },
    },
  }

  test('tells what differs from row to row, and nothing of rows that repeat', () => {
    const told = tell(
      [
        { at: hour(9), activity: 'نو', unit: 'پاسخ‌گویی', reportedAt: hour(7), registeredAt: hour(8) },
        { at: hour(10), activity: 'نو', unit: 'پاسخ‌گویی' },
        { at: hour(11), activity: 'فعال', unit: 'تعمیرگاه', employee: 'لیلا' },
        { at: hour(12), activity: 'معلق', unit: 'تعمیرگاه', employee: 'لیلا' },
        { at: hour(13), activity: 'معلق', unit: 'تعمیرگاه' },
        { at: hour(14), activity: 'معلق', employee: 'سارا' },
        { at: hour(15), activity: 'حل', unit: 'تعمیرگاه', employee: 'سارا' },
      ],
      states,
    )
    expect(told.events.map(({ kind, at, toUnit, toEmployee, employee }) => [kind, at.getUTCHours(), toUnit, toEmployee, employee])).toEqual(
      [
        ['registered', 8, 'پاسخ‌گویی', undefined, undefined],
        ['referred', 11, 'تعمیرگاه', 'لیلا', undefined],
        ['taken', 11, undefined, undefined, 'لیلا'],
        ['waiting', 12, undefined, undefined, 'لیلا'],
        ['assigned', 13, 'تعمیرگاه', undefined, undefined],
        ['assigned', 14, 'تعمیرگاه', 'سارا', undefined],
        ['resolved', 15, undefined, undefined, 'سارا'],
      ],
    )
  })

  test('adds nothing new when a later file repeats the rows and goes on', () => {
    const rows = [
      { at: hour(9), activity: 'نو' },
      { at: hour(10), activity: 'فعال', employee: 'لیلا' },
      { at: hour(12), activity: 'حل', employee: 'لیلا' },
    ]
    const before = tell(rows.slice(0, 2), states).events.map((event) => event.key)
    const after = tell(rows, states).events.map((event) => event.key)
    expect(after.slice(0, before.length)).toEqual(before)
  })
})

describe('a table of requests', () => {
  const table: Partial<RequestMapping> = { kind: 'ticket-table', columns: { number: 'شماره', registeredAt: 'ثبت' } }

  test('tells the moments of its columns, under keys that a later export of the same row shares', () => {
    const open = { registeredAt: hour(9), reportedAt: hour(8), employee: 'لیلا' }
    const solved = { ...open, resolvedAt: hour(12), resolvedBy: 'سارا', closedAt: hour(13), outcome: 'solved' as const }
    const keys = (row: Cells) => tell([row], table).events.map((event) => event.key)
    expect(keys(solved).slice(0, 1)).toEqual(keys(open))
    expect(
      tell([solved], table).events.map(({ kind, at, employee, toEmployee, outcome }) => [
        kind,
        at.getUTCHours(),
        employee,
        toEmployee,
        outcome,
      ]),
    ).toEqual([
      ['registered', 9, undefined, 'لیلا', undefined],
      ['resolved', 12, 'سارا', undefined, 'solved'],
      ['closed', 13, 'لیلا', undefined, undefined],
    ])
    expect(tell([open, open], table).events.length).toBe(1)
  })
})
