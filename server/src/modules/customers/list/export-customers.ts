import { mostExportedAtOnce } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../../identity/index.ts'
import { countTakenOut, takeOutCustomers } from './take-out.ts'
import type { TakeOutQuery } from './take-out.ts'

/** The list as a file, sent as it is read; put on record, with how many it has, before the first row leaves. */
export async function exportCustomers(context: Context, query: TakeOutQuery): Promise<Download> {
  const { format, columns: _, ...filters } = query
  const { download, columns } = await takeOutCustomers((command) => command(context), query)
  const count = await countTakenOut(context, filters, mostExportedAtOnce + 1)
  await writeAudit(context, { action: 'customers.exported', subjectType: 'customer', after: { filters, columns, format, count } })
  return download
}
