import type { QueryOf, contract } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import { everyRow } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { exportList, zoneOf, requireReach } from '../../identity/index.ts'
import { requireAccountsOf } from '../sales.access.ts'
import type { EntryRow } from './entry.queries.ts'
import { ledgerFilters } from './list-ledger.ts'
import { readLedger } from './ledger.queries.ts'
import { kindWords, methodWords } from './words.ts'

type Row = EntryRow & { running: number; zone: string }
type Column = ExportColumn<Row>

const column = (key: string, fa: string, en: string, cell: Column['cell'], kind?: Column['kind']): Column => ({
  key,
  header: { fa, en },
  accessClass: 'financial',
  cell,
  ...(kind && { kind }),
})
/** A day is taken out as the moment at which it begins where the organisation is. */
export const beginningOf = (day: string | null, zone: string): Date | null => (day === null ? null : instantOfLocal(day, '00:00', zone))

const columns: readonly Column[] = [
  column('day', 'تاریخ', 'Day', ({ day, zone }) => beginningOf(day, zone), 'day'),
  column('kind', 'نوع سند', 'Kind', ({ kind }, locale) => (locale === 'fa' ? kindWords[kind] : kind)),
  column('number', 'شماره', 'Number', ({ number }) => number),
  column('description', 'شرح', 'Description', ({ description }) => description),
  column('debit', 'بدهکار (ریال)', 'Debit (rials)', ({ effect }) => (effect > 0 ? effect : null)),
  column('credit', 'بستانکار (ریال)', 'Credit (rials)', ({ effect }) => (effect < 0 ? -effect : null)),
  column('balance', 'مانده (ریال)', 'Balance (rials)', ({ running }) => running),
  column('amount', 'مبلغ (ریال)', 'Amount (rials)', ({ amount }) => amount),
  column('dueDay', 'سررسید', 'Due', ({ due_day: due, zone }) => beginningOf(due, zone), 'day'),
  column('method', 'شیوهٔ پرداخت', 'Method', ({ method }, locale) => method && (locale === 'fa' ? methodWords[method] : method)),
  column('reference', 'شمارهٔ پیگیری', 'Reference', ({ reference }) => reference),
  column('voided', 'باطل‌شده', 'Voided', ({ voided_at: at }, locale) => (at === null ? null : locale === 'fa' ? 'بله' : 'yes')),
]

const key = z.tuple([z.iso.date(), z.uuid()])
const rowsAtOnce = 1000

/** A ledger as a file, for those who may take the customer out. */
export async function exportLedger(
  context: Context,
  customerId: string,
  { format, columns: asked, ...said }: QueryOf<typeof contract.ledger.export>,
): Promise<Download> {
  const file = await requireAccountsOf(context, customerId)
  requireReach(context.actor, 'customers.export', file)
  const zone = await zoneOf(context)
  const rows = everyRow<Row>(async (after) => {
    const found = await readLedger(context, file.fileIds, ledgerFilters(said), decodeKey(after, key), rowsAtOnce + 1)
    return pageFrom(
      found.map((row) => ({ ...row, zone })),
      rowsAtOnce,
      (row) => [row.day, row.id],
    )
  })
  return exportList(context, {
    action: 'ledger.exported',
    subjectType: 'ledger-entry',
    name: { fa: `گردش حساب ${file.displayName}`, en: `ledger ${file.displayName}` },
    asked: { format, columns: asked },
    filters: { customerId, ...said },
    columns,
    rows,
  })
}
