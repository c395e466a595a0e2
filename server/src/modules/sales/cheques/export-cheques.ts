import type { QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { everyRow } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { customerNames } from '../../customers/index.ts'
import { exportList, zoneOf } from '../../identity/index.ts'
import type { ChequeRow } from '../ledger/entry.queries.ts'
import { beginningOf } from '../ledger/export-ledger.ts'
import { stateWords } from '../ledger/words.ts'
import { requireFinancialReader } from '../sales.access.ts'
import { readDueCheques } from './cheques.queries.ts'
import { chequeKey, tidyFilters } from './list-cheques.ts'

type Row = ChequeRow & { customerName: string; zone: string }
type Column = ExportColumn<Row>

const column = (key: string, fa: string, en: string, cell: Column['cell'], kind?: Column['kind']): Column => ({
  key,
  header: { fa, en },
  accessClass: 'financial',
  cell,
  ...(kind && { kind }),
})

const columns: readonly Column[] = [
  column('due', 'سررسید', 'Due', ({ due_day: day, zone }) => beginningOf(day, zone), 'day'),
  column('customer', 'مشتری', 'Customer', ({ customerName }) => customerName),
  column('amount', 'مبلغ (ریال)', 'Amount (rials)', ({ amount }) => amount),
  column('state', 'وضعیت', 'State', ({ state }, locale) => (locale === 'fa' ? stateWords[state] : state)),
  column('bank', 'بانک', 'Bank', ({ bank }) => bank),
  column('branch', 'شعبه', 'Branch', ({ branch }) => branch),
  column('serial', 'شمارهٔ چک', 'Serial', ({ serial }) => serial),
  column('sayad', 'شناسهٔ صیاد', 'Sayad id', ({ sayad_id: id }) => id),
  column('holder', 'صاحب چک', 'Drawer', ({ holder }) => holder),
  column('stateDay', 'تاریخ وضعیت', 'Since', ({ state_day: day, zone }) => beginningOf(day, zone), 'day'),
]

const rowsAtOnce = 200

/** The list of cheques as a file: of those customers whom the actor may also take out. */
export async function exportCheques(
  context: Context,
  { format, columns: asked, ...said }: QueryOf<typeof contract.cheques.export>,
): Promise<Download> {
  requireFinancialReader(context)
  const zone = await zoneOf(context)
  const rows = everyRow<Row>(async (after) => {
    const found = await readDueCheques(context, tidyFilters(said), decodeKey(after, chequeKey), rowsAtOnce + 1, [
      'customers.read',
      'customers.export',
    ])
    const page = pageFrom(found, rowsAtOnce, (row) => [row.due_day, row.customer_id, row.id])
    const names = await customerNames(
      context,
      page.rows.map((row) => row.customer_id),
    )
    return { ...page, rows: page.rows.flatMap((row) => shownRow(row, names, zone)) }
  })
  return exportList(context, {
    action: 'cheques.exported',
    subjectType: 'cheque',
    name: { fa: 'چک‌های دریافتی', en: 'cheques' },
    asked: { format, columns: asked },
    filters: said,
    columns,
    rows,
  })
}

function shownRow(row: ChequeRow, names: ReadonlyMap<string, string>, zone: string): Row[] {
  const customerName = names.get(row.customer_id)
  return customerName === undefined ? [] : [{ ...row, customerName, zone }]
}
