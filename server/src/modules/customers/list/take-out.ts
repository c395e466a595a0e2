import type { QueryOf, contract } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { chooseColumns, exportTable } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { writeCards } from '../../../platform/tabular/index.ts'
import { directoryNames, zoneOf } from '../../identity/index.ts'
import type { FieldRow } from '../customers.tables.ts'
import { ownFieldsAsked } from '../fields/own-fields-asked.ts'
import { namesOfReferences } from '../fields/present-custom.ts'
import { fieldsFrom } from '../files/columns.ts'
import { showPlaces } from '../places/places.queries.ts'
import { cardOf } from './card-of.rules.ts'
import { exportColumns } from './export-columns.ts'
import type { ExportedFile } from './export-columns.ts'
import { countList, listConditions, readExportAccess, readExportDetails } from './list.queries.ts'
import { ownColumn } from './own-columns.ts'
import { peopleColumns, readPeopleOf } from './people-columns.ts'
import { orderOf } from './order.ts'
import { readOrdered } from './own-order.queries.ts'
import type { ListKey } from './order.ts'

export type TakeOutQuery = QueryOf<typeof contract.customers.export>
type Filters = Omit<TakeOutQuery, 'format' | 'columns'>

/** Runs a piece of the reading under the reader's rights: in the one connection of a request, or piece by piece in the background. */
export type Reader = <T>(command: (context: Context) => Promise<T>) => Promise<T>

const rowsAtOnce = 500

/** Every column of a list of customers that the actor may read. */
export const exportableColumns = async (context: Context): Promise<ExportColumn<ExportedFile>[]> =>
  columnsWith(context, await ownFields(context, undefined))

/** The organisation's own fields among these columns; a file has no text to be taken out. */
const ownFields = async (context: Context, asked: readonly string[] | undefined): Promise<FieldRow[]> =>
  (await ownFieldsAsked(context, asked)).filter(({ type }) => type !== 'file')

async function columnsWith(context: Context, own: readonly FieldRow[]): Promise<ExportColumn<ExportedFile>[]> {
  const all = [...exportColumns, ...(await peopleColumns(context)), ...own.map(ownColumn)]
  return all.filter(({ accessClass = 'public' }) => context.actor.fieldClasses.has(accessClass))
}

/** How many files an export has, counting no further than `most`. */
export const countTakenOut = async (context: Context, { sort: _, ...filters }: Filters, most: number): Promise<number> =>
  countList(context, await listConditions(context, filters, ['customers.read', 'customers.export']), most)

/**
 * The list as a file, read and written a few hundred rows at a time: files that the actor may both see and export, and
 * of them what the actor may read. Gives the keys of its columns for the record; nothing is put on record here.
 */
export async function takeOutCustomers(
  read: Reader,
  { sort, format, columns: asked, ...filters }: TakeOutQuery,
): Promise<{ download: Download; columns: string[] }> {
  const { own, columns, classes, locale, zone, name, cities } = await read(async (context) => {
    await orderOf(context, sort)
    const isCards = format === 'vcard3' || format === 'vcard4'
    const fields = isCards ? [] : await ownFields(context, asked)
    const zoneOfOrganisation = await zoneOf(context)
    return {
      own: fields,
      columns: isCards ? [] : chooseColumns(await columnsWith(context, fields), asked, context.actor.fieldClasses),
      classes: context.actor.fieldClasses,
      locale: context.locale,
      zone: zoneOfOrganisation,
      name: `${context.locale === 'fa' ? 'مشتریان' : 'customers'} ${localDay(context.now, zoneOfOrganisation)}`,
      cities: isCards ? new Map((await showPlaces(context)).cities.map((city) => [city.id, city.name])) : new Map<number, string>(),
    }
  })
  const rows = exportedRows(read, { ...filters, sort }, own)
  if (format === 'csv' || format === 'xlsx') {
    return { download: exportTable({ name, columns, rows, format, locale, zone }), columns: columns.map(({ key }) => key) }
  }
  const content = writeCards(
    mapped(rows, (file) => cardOf(file, classes, cities)),
    format === 'vcard4' ? '4.0' : '3.0',
  )
  return { download: { mediaType: 'text/vcard; charset=utf-8', fileName: `${name}.vcf`, content }, columns: ['vcard'] }
}

async function* mapped<A, B>(rows: AsyncIterable<A>, map: (row: A) => B): AsyncGenerator<B> {
  for await (const row of rows) yield map(row)
}

async function* exportedRows(read: Reader, { sort, ...filters }: Filters, own: readonly FieldRow[]): AsyncGenerator<ExportedFile> {
  const names = await read(directoryNames)
  let after: ListKey | undefined
  for (;;) {
    const key = after
    const { files, last, isLast } = await read(async (context) => {
      const where = await listConditions(context, filters, ['customers.read', 'customers.export'])
      const rows = await readOrdered(context, where, await orderOf(context, sort), key, rowsAtOnce)
      const ids = rows.map(({ customerId }) => customerId)
      return { files: await readFiles(context, ids, names, own), last: rows.at(-1), isLast: rows.length < rowsAtOnce }
    })
    yield* files
    if (!last || isLast) return
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
