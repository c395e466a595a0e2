import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readById } from '../../../platform/subjects/rows-by-id.queries.ts'

/** Takes the words out of the ledger of these customers. Numbers, days and amounts stay, as the law of taxes wants them. */
export async function blankLedger({ tx }: Context, customerIds: readonly string[]): Promise<number> {
  const ofThese = sql`customer_id = any(${customerIds}::uuid[])`
  await sql`update sales.cheque set holder = '', branch = '', sayad_id = null where ${ofThese}`.execute(tx)
  await sql`update sales.cheque_event set note = '' where ${ofThese}`.execute(tx)
  await sql`delete from sales.entry_by_number where ${ofThese} and kind in ('sayad', 'import')`.execute(tx)
  const blanked = await sql`update sales.entry set description = '', reference = '',
    void_reason = case when void_reason is null then null else '' end where ${ofThese}`.execute(tx)
  return Number(blanked.numAffectedRows ?? 0)
}

export async function readBalances({ tx }: Context, customerIds: readonly string[]) {
  const found = await sql<{
    id: string
    balance: string
    entries: number
    openCheques: string
    unitId: string | null
    ownerId: string | null
  }>`
    select customer_id as id, balance::text, entries, open_cheques::text as "openCheques", unit_id as "unitId", owner_id as "ownerId"
    from sales.account where customer_id = any(${customerIds}::uuid[])`.execute(tx)
  return found.rows
}

export const readAllEntries = readById(sql`select x.id, x.kind, x.number, x.day::text, x.due_day::text as "dueDay", x.description,
    x.amount::text, x.method, x.reference, c.bank, c.holder, c.sayad_id as "sayadId", c.state as "chequeState", x.voided_at as "voidedAt"
  from sales.entry x left join sales.cheque c on c.customer_id = x.customer_id and c.id = x.id`)

export const readAllLines = readById(sql`select x.id, e.number, x.title, x.quantity::text, x.unit_price::text as "unitPrice",
    x.discount::text, x.tax::text, x.total::text
  from sales.invoice_line x join sales.entry e on e.customer_id = x.customer_id and e.id = x.entry_id`)

export const readAllInstalments = readById(sql`select x.id, e.number, x.due_day::text as "dueDay", x.amount::text
  from sales.instalment x join sales.entry e on e.customer_id = x.customer_id and e.id = x.entry_id`)

export const readAllAccounts = readById(sql`select x.id, x.balance::text, x.credit_limit::text as "creditLimit", x.arrears::text,
    x.last_purchase_day::text as "lastPurchaseDay" from sales.account x`)
