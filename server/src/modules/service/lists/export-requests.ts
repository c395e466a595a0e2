import type { ExportQuery } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { encodeKey } from '../../../platform/paging.ts'
import { catalogueNames } from '../../catalogue/index.ts'
import { customerNames } from '../../customers/index.ts'
import { directoryNames, exportList } from '../../identity/index.ts'
import { exportColumns } from './export-columns.ts'
import type { ExportedRequest } from './export-columns.ts'
import { keyOfRow, readList } from './request-list.queries.ts'
import type { RequestFilters } from './request-list.queries.ts'

const rowsAtOnce = 1000

/** The list as a file, whole and in its order, streamed as it is read. */
export async function exportRequests(context: Context, { format, columns, ...filters }: RequestFilters & ExportQuery): Promise<Download> {
  return exportList(context, {
    action: 'request.exported',
    subjectType: 'request',
    name: { fa: 'درخواست‌ها', en: 'requests' },
    asked: { format, columns },
    filters,
    columns: exportColumns,
    rows: exportedRows(context, filters),
  })
}

async function* exportedRows(context: Context, filters: RequestFilters): AsyncGenerator<ExportedRequest> {
  const names = { ...(await directoryNames(context)), ...(await catalogueNames(context)) }
  let after: string | undefined
  do {
    const rows = await readList(context, 'service.export', filters, { limit: rowsAtOnce, after })
    const customers = await customerNames(context, [...new Set(rows.map((row) => row.customer_id))])
    for (const row of rows) yield { row, names: { ...names, customers } }
    const last = rows.at(-1)
    after = last && rows.length === rowsAtOnce ? encodeKey(keyOfRow(filters.sort)(last)) : undefined
  } while (after !== undefined)
}
