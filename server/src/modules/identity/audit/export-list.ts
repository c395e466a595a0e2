import type { ExportQuery } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { chooseColumns, exportTable } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { zoneOf } from '../organisation/organisation.queries.ts'
import { writeAudit } from './audit.queries.ts'

interface ExportedList<Row> {
  /** What the trail calls it: `customers.exported`. */
  action: string
  subjectType: string
  name: { fa: string; en: string }
  asked: ExportQuery
  filters: object
  columns: readonly ExportColumn<Row>[]
  rows: AsyncIterable<Row>
}

/** A list as a file, with the asked columns that the actor may read; put on record before the first row leaves. */
export async function exportList<Row>(context: Context, list: ExportedList<Row>): Promise<Download> {
  const { format } = list.asked
  const columns = chooseColumns(list.columns, list.asked.columns, context.actor.fieldClasses)
  await writeAudit(context, {
    action: list.action,
    subjectType: list.subjectType,
    after: { filters: list.filters, columns: columns.map(({ key }) => key), format },
  })
  const zone = await zoneOf(context)
  const name = `${list.name[context.locale]} ${localDay(context.now, zone)}`
  return exportTable({ name, columns, rows: list.rows, format, locale: context.locale, zone })
}
