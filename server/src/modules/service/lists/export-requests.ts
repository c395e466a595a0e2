import { localDay, localTime, toJalali } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { encodeKey } from '../../../platform/paging.ts'
import { writeDelimited } from '../../../platform/tabular/index.ts'
import type { WrittenCell } from '../../../platform/tabular/index.ts'
import { catalogueNames } from '../../catalogue/index.ts'
import { customerNames } from '../../customers/index.ts'
import { directoryNames, organisationOf, writeAudit } from '../../identity/index.ts'
import { readsWords } from '../requests/present-row.ts'
import type { RequestRow } from '../service.tables.ts'
import { exportWords } from './export-words.ts'
import { keyOfRow, readList } from './request-list.queries.ts'
import type { RequestFilters } from './request-list.queries.ts'

const rowsAtOnce = 1000

/** The list as a CSV file, whole and in its order, streamed as it is read; who took it out is in the audit trail. */
export async function exportRequests(context: Context, filters: RequestFilters): Promise<Download> {
  await writeAudit(context, { action: 'request.exported', subjectType: 'request', after: filters })
  const words = exportWords[context.locale]
  const content = writeDelimited(exportedRows(context, filters, await namesFor(context)), { header: words.header })
  return { mediaType: 'text/csv; charset=utf-8', fileName: `${words.file}.csv`, content }
}

interface Names {
  people: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
  products: ReadonlyMap<string, string>
  topics: ReadonlyMap<string, string>
  zone: string
}

async function namesFor(context: Context): Promise<Names> {
  const { people, units } = await directoryNames(context)
  const { products, topics } = await catalogueNames(context)
  return { people, units, products, topics, zone: (await organisationOf(context))?.zone ?? 'Asia/Tehran' }
}

async function* exportedRows(context: Context, filters: RequestFilters, names: Names): AsyncGenerator<WrittenCell[]> {
  let after: string | undefined
  do {
    const rows = await readList(context, 'service.export', filters, { limit: rowsAtOnce, after })
    const customers = await customerNames(context, [...new Set(rows.map((row) => row.customer_id))])
    for (const row of rows) yield cellsOf(context, row, customers, names)
    const last = rows.at(-1)
    after = last && rows.length === rowsAtOnce ? encodeKey(keyOfRow(filters.sort)(last)) : undefined
  } while (after !== undefined)
}

function cellsOf({ actor, locale }: Context, row: RequestRow, customers: ReadonlyMap<string, string>, names: Names): WrittenCell[] {
  const named = (map: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : map.get(id))
  const word = (value: string | null) => (value === null ? null : (exportWords[locale].values[value] ?? value))
  const moment = (at: Date | null) => (at === null ? null : writtenMoment(at, names.zone, locale))
  return [
    row.number,
    row.external_number,
    readsWords(actor) ? row.subject : null,
    customers.get(row.customer_id),
    word(row.status),
    word(row.priority),
    named(names.topics, row.topic_id),
    named(names.products, row.product_id),
    word(row.channel),
    named(names.units, row.unit_id),
    named(names.people, row.owner_id),
    moment(row.reported_at),
    moment(row.registered_at),
    moment(row.first_response_at),
    moment(row.resolved_at),
    moment(row.closed_at),
    row.reopened_count,
    word(row.outcome),
    row.response_elapsed_seconds,
    row.response_working_seconds,
    row.service_elapsed_seconds,
    row.service_working_seconds,
  ]
}

/** Jalali in Persian, ISO in English, on the organisation's clock; digits that a spreadsheet can sort. */
function writtenMoment(at: Date, zone: string, locale: 'fa' | 'en'): string {
  const day = localDay(at, zone)
  const time = localTime(at, zone).slice(0, 5)
  if (locale === 'en') return `${day} ${time}`
  const { jy, jm, jd } = toJalali(day)
  return `${jy}/${String(jm).padStart(2, '0')}/${String(jd).padStart(2, '0')} ${time}`
}
