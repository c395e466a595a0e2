import type { QueryOf, contract } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { writeDelimited } from '../../../platform/tabular/index.ts'
import type { WrittenCell } from '../../../platform/tabular/index.ts'
import { directoryNames, organisationOf, writeAudit } from '../../identity/index.ts'
import { fieldsFrom } from '../files/columns.ts'
import { exportColumns } from './export-columns.ts'
import type { ExportColumn, ExportedFile } from './export-columns.ts'
import { listConditions, readExportAccess, readExportDetails, readList } from './list.queries.ts'
import type { ListCondition } from './list.queries.ts'
import { orderOf, requireOrder } from './order.ts'
import type { ListKey } from './order.ts'

type Query = QueryOf<typeof contract.customers.export>

const rowsAtOnce = 500

/**
 * The list as CSV, read and sent a few hundred rows at a time: files that the actor may both see and export, and
 * of them the fields that the actor may read. Put on record before the first row leaves.
 */
export async function exportCustomers(context: Context, { sort, ...filters }: Query): Promise<Download> {
  requireOrder(context.actor, sort)
  const columns = exportColumns.filter((column) => context.actor.fieldClasses.has(column.accessClass))
  const where = listConditions(context, filters, ['customers.read', 'customers.export'])
  const zone = (await organisationOf(context))?.zone ?? 'Asia/Tehran'
  await writeAudit(context, {
    action: 'customers.exported',
    subjectType: 'customer',
    after: { filters, columns: columns.map(({ name }) => name) },
  })
  const today = localDay(context.now, zone)
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileName: context.locale === 'fa' ? `مشتریان ${today}.csv` : `customers ${today}.csv`,
    content: writeDelimited(exportedRows(context, where, sort, columns, zone), {
      header: columns.map(({ header }) => header[context.locale]),
    }),
  }
}

async function* exportedRows(
  context: Context,
  where: ListCondition,
  sort: Query['sort'],
  columns: readonly ExportColumn[],
  zone: string,
): AsyncGenerator<WrittenCell[]> {
  const names = await directoryNames(context)
  let after: ListKey | undefined
  for (;;) {
    const rows = await readList(context, where, orderOf(sort), after, rowsAtOnce)
    const ids = rows.map(({ customerId }) => customerId)
    for (const file of await readFiles(context, ids, names, zone)) yield columns.map((column) => column.cell(file, context.locale))
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = [sort, last.sortValue, last.customerId]
  }
}

/** The files in the given order; one removed meanwhile is left out. */
async function readFiles(
  context: Context,
  ids: readonly string[],
  names: Awaited<ReturnType<typeof directoryNames>>,
  zone: string,
): Promise<ExportedFile[]> {
  const rows = new Map((await readExportDetails(context, ids)).map((row) => [row.customer_id, row]))
  const access = Map.groupBy(await readExportAccess(context, ids), (point) => point.customer_id)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const unitName = row.unit_id === null ? null : (names.units.get(row.unit_id) ?? null)
    const ownerName = row.owner_id === null ? null : (names.people.get(row.owner_id) ?? null)
    return [{ row, fields: fieldsFrom(row), access: access.get(id) ?? [], unitName, ownerName, zone }]
  })
}
