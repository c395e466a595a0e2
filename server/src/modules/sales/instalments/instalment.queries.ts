import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { ofFile } from '../../customers/index.ts'
import type { EntryKey, InstalmentRow } from '../ledger/entry.queries.ts'
import type { SalesTables } from '../sales.tables.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<SalesTables>(context)

/** The plan of an invoice, in the order in which its parts fall due, each with what was received for it. */
export async function readPlan(
  context: Context,
  { customerId, entryId }: EntryKey,
  files: readonly string[] = [customerId],
): Promise<(InstalmentRow & { paid: number })[]> {
  const found = await sql<InstalmentRow & { paid: number }>`
    select i.*, coalesce((select -sum(e.effect) from sales.entry e where ${ofFile('e.customer_id', files)} and e.instalment_id = i.id), 0)::bigint as paid
    from sales.instalment i where i.customer_id = ${customerId} and i.entry_id = ${entryId} order by i.due_day, i.id`.execute(context.tx)
  return found.rows
}

export async function readInstalment(context: Context, files: readonly string[], id: string): Promise<InstalmentRow | undefined> {
  return tables(context)
    .selectFrom('sales.instalment')
    .selectAll()
    .where(ofFile('customer_id', files))
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The plan as it is now to be, in the place of the one before. */
export async function writePlan(context: Context, { customerId, entryId }: EntryKey, plan: readonly InstalmentRow[]): Promise<void> {
  await tables(context).deleteFrom('sales.instalment').where('customer_id', '=', customerId).where('entry_id', '=', entryId).execute()
  await writePlans(context, plan)
}

/** Adds instalments to invoices that have none yet. */
export async function writePlans(context: Context, plan: readonly InstalmentRow[]): Promise<void> {
  if (plan.length > 0) await tables(context).insertInto('sales.instalment').values(plan).execute()
}
