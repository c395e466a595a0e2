import type { ExportQuery } from '@parvandeh/contract'
import type { Context } from '../../platform/context.ts'
import type { ExportColumn } from '../../platform/http/export-table.ts'
import type { Download } from '../../platform/http/handlers.ts'
import { exportList } from '../identity/index.ts'
import { readProducts } from './products/products.queries.ts'
import type { ProductRow } from './products/products.queries.ts'
import { readTopics } from './topics/topics.queries.ts'
import type { TopicRow } from './topics/topics.queries.ts'

/** More than any organisation names; what there is of them is held at once. */
const most = 100_000

const name = { key: 'name', header: { fa: 'نام', en: 'Name' }, cell: (row: { name: string }) => row.name }
const state: ExportColumn<{ active: boolean }> = {
  key: 'state',
  header: { fa: 'وضعیت', en: 'State' },
  cell: ({ active }, locale) => (locale === 'fa' ? (active ? 'فعال' : 'غیرفعال') : active ? 'active' : 'inactive'),
}
const code: ExportColumn<ProductRow> = { key: 'code', header: { fa: 'کد', en: 'Code' }, cell: (row) => row.code }

/** The products as a file, by name. */
export async function exportProducts(context: Context, asked: ExportQuery): Promise<Download> {
  return exportList(context, {
    action: 'products.exported',
    subjectType: 'product',
    name: { fa: 'کالاها', en: 'products' },
    asked,
    filters: {},
    columns: [name, code, state],
    rows: each(await readProducts(context, most)),
  })
}

/** The topics as a file, by name, each with the topic above it. */
export async function exportTopics(context: Context, asked: ExportQuery): Promise<Download> {
  const topics = await readTopics(context, most)
  const names = new Map(topics.map((topic) => [topic.id, topic.name]))
  const parent: ExportColumn<TopicRow> = {
    key: 'parent',
    header: { fa: 'زیر موضوع', en: 'Under' },
    cell: ({ parentId }) => parentId && names.get(parentId),
  }
  return exportList(context, {
    action: 'topics.exported',
    subjectType: 'topic',
    name: { fa: 'موضوع‌ها', en: 'topics' },
    asked,
    filters: {},
    columns: [name, parent, state],
    rows: each(topics),
  })
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
