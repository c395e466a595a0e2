import type { QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { everyRow } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { exportList } from './export-list.ts'
import { listAudit } from './list-audit.queries.ts'

type Entry = Awaited<ReturnType<typeof listAudit>>['rows'][number]

const column = (key: string, fa: string, en: string, cell: ExportColumn<Entry>['cell']): ExportColumn<Entry> => ({
  key,
  header: { fa, en },
  cell,
})
const written = (part: object | null): string | null => part && JSON.stringify(part)

const columns: readonly ExportColumn<Entry>[] = [
  { ...column('at', 'زمان', 'When', ({ at }) => new Date(at)), kind: 'moment' },
  column('who', 'چه کسی', 'Who', ({ actorName }) => actorName),
  column('action', 'کار', 'Action', ({ action }) => action),
  column('subject', 'دربارهٔ', 'About', ({ subjectType }) => subjectType),
  column('subjectId', 'شناسه', 'Identifier', ({ subjectId }) => subjectId),
  column('before', 'پیش از آن', 'Before', ({ before }) => written(before)),
  column('after', 'پس از آن', 'After', ({ after }) => written(after)),
  column('address', 'نشانی شبکه', 'Network address', ({ address }) => address),
]

/** The trail as a file, newest first, as far as its reader may read the values in it; that it was taken out is its newest line. */
export async function exportAudit(
  context: Context,
  { format, columns: keys, ...filters }: QueryOf<typeof contract.audit.export>,
): Promise<Download> {
  return exportList(context, {
    action: 'audit.exported',
    subjectType: 'audit',
    name: { fa: 'رویدادنگاری', en: 'audit trail' },
    asked: { format, columns: keys },
    filters,
    columns,
    rows: everyRow((after) => listAudit(context, { ...filters, after, limit: 1000 })),
  })
}
