import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

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

export async function readAllEntries({ tx }: Context, customerIds: readonly string[], after: string | undefined, limit: number) {
  const beyond = after === undefined ? sql`` : sql`and e.id > ${after}::uuid`
  const found = await sql<{ id: string } & Record<string, unknown>>`
    select e.id, e.kind, e.number, e.day::text, e.due_day::text as "dueDay", e.description, e.amount::text, e.reference,
      c.bank, c.holder, c.sayad_id as "sayadId", e.voided_at as "voidedAt"
    from sales.entry e left join sales.cheque c on c.customer_id = e.customer_id and c.id = e.id
    where e.customer_id = any(${customerIds}::uuid[]) ${beyond} order by e.id limit ${limit}`.execute(tx)
  return found.rows
}
