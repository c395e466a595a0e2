import type { Locale } from '@parvandeh/contract/persian'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import { channelWords } from '../../interactions/index.ts'
import { outcomeWords, priorityWords, statusWords } from '../words.ts'
import type { RequestRow } from '../service.tables.ts'

type NamesById = ReadonlyMap<string, string>

/** A request as the export sees it. */
export interface ExportedRequest {
  row: RequestRow
  names: Record<'people' | 'units' | 'products' | 'topics' | 'customers', NamesById>
}

type Column = ExportColumn<ExportedRequest>

const inWords = (words: Readonly<Record<string, string>>, value: string | null, locale: Locale) =>
  locale === 'fa' && value !== null ? (words[value] ?? value) : value
const named = (names: NamesById, id: string | null) => (id === null ? null : names.get(id))

const column = (key: string, fa: string, en: string, cell: Column['cell']): Column => ({ key, header: { fa, en }, cell })
const field = (key: string, fa: string, en: string, name: keyof RequestRow): Column => column(key, fa, en, ({ row }) => row[name])
const words = { status: statusWords, priority: priorityWords, channel: channelWords, outcome: outcomeWords }
const word = (key: keyof typeof words, fa: string, en: string): Column =>
  column(key, fa, en, ({ row }, locale) => inWords(words[key], row[key], locale))
const moment = (key: string, fa: string, en: string, name: keyof RequestRow): Column => ({ ...field(key, fa, en, name), kind: 'moment' })

/** The columns of the export, in their order. */
export const exportColumns: readonly Column[] = [
  field('number', 'شماره', 'Number', 'number'),
  field('externalNumber', 'شماره در سامانهٔ پیشین', 'Number in the former system', 'external_number'),
  { ...field('subject', 'موضوع درخواست', 'Subject', 'subject'), accessClass: 'internal' },
  column('customer', 'مشتری', 'Customer', ({ row, names }) => names.customers.get(row.customer_id)),
  word('status', 'وضعیت', 'Status'),
  word('priority', 'اولویت', 'Priority'),
  column('topic', 'موضوع', 'Topic', ({ row, names }) => named(names.topics, row.topic_id)),
  column('product', 'کالا', 'Product', ({ row, names }) => named(names.products, row.product_id)),
  word('channel', 'کانال', 'Channel'),
  column('unit', 'واحد', 'Unit', ({ row, names }) => named(names.units, row.unit_id)),
  column('holder', 'کارشناس', 'Holder', ({ row, names }) => named(names.people, row.owner_id)),
  moment('reported', 'زمان گزارش مشتری', 'Reported at', 'reported_at'),
  moment('registeredAt', 'زمان ثبت', 'Registered at', 'registered_at'),
  moment('firstResponseAt', 'نخستین پاسخ', 'First response at', 'first_response_at'),
  moment('resolvedAt', 'زمان حل', 'Resolved at', 'resolved_at'),
  moment('closedAt', 'زمان بستن', 'Closed at', 'closed_at'),
  field('reopened', 'شمار بازگشایی', 'Times reopened', 'reopened_count'),
  word('outcome', 'نتیجه', 'Outcome'),
  field('wait', 'انتظار تا پاسخ (ثانیه)', 'Wait until response (seconds)', 'response_elapsed_seconds'),
  field('waitWorking', 'انتظار تا پاسخ در ساعت کاری (ثانیه)', 'Wait until response, working (seconds)', 'response_working_seconds'),
  field('service', 'زمان خدمت (ثانیه)', 'Service time (seconds)', 'service_elapsed_seconds'),
  field('serviceWorking', 'زمان خدمت در ساعت کاری (ثانیه)', 'Service time, working (seconds)', 'service_working_seconds'),
]
