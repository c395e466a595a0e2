import type { QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { directoryNames, exportList } from '../../identity/index.ts'
import { fieldsFrom } from '../files/columns.ts'
import type { FieldRow } from '../customers.tables.ts'
import { ownFieldsAsked } from '../fields/own-fields-asked.ts'
import { namesOfReferences } from '../fields/present-custom.ts'
import { ownColumn } from './own-columns.ts'
import { exportColumns } from './export-columns.ts'
import type { ExportedFile } from './export-columns.ts'
import { listConditions, readExportAccess, readExportDetails, readList } from './list.queries.ts'
import type { ListCondition } from './list.queries.ts'
import { peopleColumns, readPeopleOf } from './people-columns.ts'
import { orderOf, requireOrder } from './order.ts'
import type { ListKey } from './order.ts'

type Query = QueryOf<typeof contract.customers.export>

const rowsAtOnce = 500

/**
 * The list as a file, read and sent a few hundred rows at a time: files that the actor may both see and export, and
 * of them the fields that the actor may read.
 */
export async function exportCustomers(context: Context, { sort, format, columns, ...filters }: Query): Promise<Download> {
  requireOrder(context.actor, sort)
  const where = await listConditions(context, filters, ['customers.read', 'customers.export'])
  const own = (await ownFieldsAsked(context, columns)).filter(({ type }) => type !== 'file')
  return exportList(context, {
    action: 'customers.exported',
    subjectType: 'customer',
    name: { fa: 'مشتریان', en: 'customers' },
    asked: { format, columns },
    filters,
    columns: [...exportColumns, ...(await peopleColumns(context)), ...own.map(ownColumn)],
    rows: exportedRows(context, where, sort, own),
  })
}

async function* exportedRows(
  context: Context,
  where: ListCondition,
  sort: Query['sort'],
  own: readonly FieldRow[],
): AsyncGenerator<ExportedFile> {
  const names = await directoryNames(context)
  let after: ListKey | undefined
  for (;;) {
    const rows = await readList(context, where, orderOf(sort), after, rowsAtOnce)
    const ids = rows.map(({ customerId }) => customerId)
    yield* await readFiles(context, ids, names, own)
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
  own: readonly FieldRow[],
): Promise<ExportedFile[]> {
  const ownKeys = own.map(({ key }) => key)
  const rows = new Map((await readExportDetails(context, ids, ownKeys)).map((row) => [row.customer_id, row]))
  const people = await readPeopleOf(context, ids)
  const nameOf = (personId: string | null | undefined) => (personId ? (names.people.get(personId) ?? null) : null)
  const access = Map.groupBy(await readExportAccess(context, ids), (point) => point.customer_id)
  const customers = await namesOfReferences(
    context,
    own,
    [...rows.values()].map((row) => row.own_values),
  )
  const ownNames = new Map([...Object.entries(customers), ...names.people])
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const unitName = row.unit_id === null ? null : (names.units.get(row.unit_id) ?? null)
    const kept = people.get(id) ?? { tags: [], classes: [], accounts: [], business: undefined }
    const reached = access.get(id) ?? []
    return [{ row, fields: fieldsFrom(row), access: reached, unitName, ownerName: nameOf(row.owner_id), people: kept, nameOf, ownNames }]
  })
}
