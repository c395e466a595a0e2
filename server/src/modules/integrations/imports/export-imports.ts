import type { ExportQuery } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { everyRow } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { directoryNames, exportList } from '../../identity/index.ts'
import { pageOfImports } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'

type Column = ExportColumn<Import>

const states: Readonly<Record<Import['state'], string>> = {
  uploaded: 'بارگذاری‌شده',
  staging: 'در حال خواندن',
  loading: 'در حال بارکردن',
  paused: 'در مکث',
  done: 'انجام‌شده',
  discarded: 'کنارگذاشته',
  failed: 'ناکام',
  checking: 'در حال آزمودن',
  checked: 'آزموده',
  undoing: 'در حال پس‌گرفتن',
  undone: 'پس‌گرفته',
}

const kinds = {
  requests: { fa: 'درخواست‌ها', en: 'Requests' },
  customers: { fa: 'مشتریان', en: 'Customers' },
  ledgers: { fa: 'گردش حساب', en: 'Ledgers' },
}

/** The list of imports as a file, newest first. */
export async function exportImports(context: Context, asked: ExportQuery): Promise<Download> {
  const { people } = await directoryNames(context)
  return exportList(context, {
    action: 'imports.exported',
    subjectType: 'import',
    name: { fa: 'درون‌ریزی‌ها', en: 'imports' },
    asked,
    filters: {},
    columns: columnsWith(people),
    rows: everyRow((after) => pageOfImports(context, { after, limit: 500 })),
  })
}

function columnsWith(people: ReadonlyMap<string, string>): readonly Column[] {
  const column = (key: string, fa: string, en: string, cell: Column['cell']): Column => ({ key, header: { fa, en }, cell })
  const moment = (key: string, fa: string, en: string, cell: Column['cell']): Column => ({ ...column(key, fa, en, cell), kind: 'moment' })
  return [
    column('kind', 'نوع', 'Kind', ({ kind }, locale) => kinds[kind][locale]),
    column('file', 'فایل', 'File', (row) => row.file_name),
    column('state', 'وضعیت', 'State', ({ state }, locale) => (locale === 'fa' ? states[state] : state)),
    column('rows', 'ردیف‌های خوانده‌شده', 'Rows read', (row) => row.rows_read),
    column('refused', 'ردیف‌های ردشده', 'Rows refused', (row) => row.rows_refused),
    column('known', 'ردیف‌های تکراری', 'Rows known before', (row) => row.rows_known),
    column('requests', 'درخواست‌های بارشده', 'Requests loaded', (row) => row.requests_loaded),
    column('by', 'چه کسی', 'Who', (row) => row.owner_id && people.get(row.owner_id)),
    moment('at', 'زمان', 'When', (row) => row.created_at),
    moment('finished', 'پایان', 'Finished', (row) => row.finished_at),
  ]
}
