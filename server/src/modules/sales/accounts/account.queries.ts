import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { ofFile, rightsInForce } from '../../customers/index.ts'
import type { SalesTables } from '../sales.tables.ts'

export type AccountRow = SalesTables['sales.account']

/** A file as its account needs it: with its rights, and the version that they are of. */
export interface AccountFile {
  customerId: string
  unitId: string | null
  ownerId: string | null
  version: number
}

const tables = (context: Pick<Context, 'tx'>) => tablesOf<SalesTables>(context)

/** Opens accounts where there are none and holds them: entries of one file are written one after another. */
export async function holdAccounts(context: Context, files: readonly AccountFile[]): Promise<void> {
  const given = JSON.stringify(files.map(({ customerId, unitId, ownerId }) => ({ customerId, unitId, ownerId })))
  await sql`
    insert into sales.account (customer_id, id, balance, arrears, open_cheques, entries, unit_id, owner_id, version, updated_at)
    select "customerId", "customerId", 0, 0, 0, 0, "unitId", "ownerId", 0, ${context.now}
    from jsonb_to_recordset(${given}::jsonb) as f ("customerId" uuid, "unitId" uuid, "ownerId" uuid)
    order by "customerId"
    on conflict (customer_id, id) do nothing`.execute(context.tx)
  await lockAccounts(context, files)
}

/** Holds the accounts of these files, in the order of their ids; gives how many there are. */
async function lockAccounts(context: Context, files: readonly { customerId: string }[]): Promise<number> {
  const held = await sql`
    select from sales.account where customer_id = any(${files.map(({ customerId }) => customerId)}::uuid[]) order by customer_id for update`.execute(
    context.tx,
  )
  return held.rows.length
}

/** The accounts of a file's ids: the one that is left first, then those of what was merged into it. */
export async function readAccounts(context: Context, ids: readonly string[]): Promise<AccountRow[]> {
  const rows = await tables(context).selectFrom('sales.account').selectAll().where(ofFile('customer_id', ids)).execute()
  return rows.toSorted((a, b) => ids.indexOf(a.customer_id) - ids.indexOf(b.customer_id))
}

export async function setLimit(context: Context, customerId: string, creditLimit: number | null): Promise<void> {
  await sql`
    update sales.account set credit_limit = ${creditLimit}, version = version + 1, updated_at = ${context.now}
    where customer_id = ${customerId} and id = ${customerId}`.execute(context.tx)
}

/**
 * Reckons these accounts anew from their entries; the caller holds them. What is overdue: all that fell due before
 * today, less all that was paid, whatever it was paid for; the oldest debt is paid first.
 */
export async function recountAccounts(context: Context, customerIds: readonly string[], today: string): Promise<void> {
  const ids = sql`${[...customerIds]}::uuid[]`
  await sql`
    with entry as materialized (
      select customer_id, id, kind, day, coalesce(due_day, day) as due_day, amount, effect from sales.entry where customer_id = any(${ids})),
    planned as (
      select i.customer_id, i.entry_id, sum(i.amount) as amount from sales.instalment i where i.customer_id = any(${ids}) group by 1, 2),
    due as (
      select e.customer_id, e.due_day, e.effect - coalesce(p.amount, 0) as amount
      from entry e left join planned p on p.customer_id = e.customer_id and p.entry_id = e.id where e.effect > 0
      union all
      select i.customer_id, i.due_day, i.amount from sales.instalment i
      join entry e on e.customer_id = i.customer_id and e.id = i.entry_id and e.effect > 0 where i.customer_id = any(${ids})),
    owed as (
      select customer_id, sum(amount) filter (where due_day < ${today}::date) as past,
        min(due_day) filter (where due_day >= ${today}::date and amount > 0) as next from due group by customer_id),
    total as (
      select customer_id, sum(effect) as balance, sum(-effect) filter (where effect < 0) as paid, count(*) as entries,
        max(day) filter (where kind = 'invoice' and effect > 0) as bought_on,
        (array_agg(amount order by day desc, id desc) filter (where kind = 'invoice' and effect > 0))[1] as bought
      from entry group by customer_id),
    open as (
      select customer_id, sum(amount) as amount from sales.cheque
      where customer_id = any(${ids}) and not voided and state in ('in-hand', 'deposited') group by customer_id)
    update sales.account a set
      balance = coalesce(t.balance, 0), arrears = coalesce(o.past, 0) - coalesce(t.paid, 0), next_due_day = o.next,
      open_cheques = coalesce(q.amount, 0), last_purchase_day = t.bought_on, last_purchase = t.bought, entries = coalesce(t.entries, 0),
      version = a.version + 1, updated_at = ${context.now}
    from unnest(${ids}) k (customer_id)
      left join total t on t.customer_id = k.customer_id
      left join owed o on o.customer_id = k.customer_id
      left join open q on q.customer_id = k.customer_id
    where a.customer_id = k.customer_id and a.id = k.customer_id`.execute(context.tx)
}

/** Accounts in which something fell due since they were last reckoned. */
export async function readFallenDue(context: Context, today: string, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select customer_id as id from sales.account where next_due_day < ${today}::date order by next_due_day, customer_id limit ${limit}
    for update skip locked`.execute(context.tx)
  return found.rows.map(({ id }) => id)
}

/**
 * Accounts and their cheques go where their files go, and those of a merged file where the one is that it is read in.
 * The rights are read once the accounts are held: whoever comes later has read them later.
 */
export async function moveAccounts(context: Context, files: readonly { customerId: string }[]): Promise<void> {
  const ids = files.map(({ customerId }) => customerId)
  if ((await lockAccounts(context, await rightsInForce(context, ids))) === 0) return
  const moved = await sql<{ customer_id: string }>`
    update sales.account a set unit_id = f."unitId", owner_id = f."ownerId"
    from jsonb_to_recordset(${JSON.stringify(await rightsInForce(context, ids))}::jsonb) as f ("customerId" uuid, "unitId" uuid, "ownerId" uuid)
    where a.customer_id = f."customerId" and a.id = f."customerId" and (a.unit_id, a.owner_id) is distinct from (f."unitId", f."ownerId")
    returning a.customer_id`.execute(context.tx)
  if (moved.rows.length === 0) return
  await sql`
    update sales.cheque q set unit_id = a.unit_id, owner_id = a.owner_id from sales.account a
    where a.customer_id = any(${moved.rows.map((row) => row.customer_id)}::uuid[]) and a.id = a.customer_id
      and q.customer_id = a.customer_id and (q.unit_id, q.owner_id) is distinct from (a.unit_id, a.owner_id)`.execute(context.tx)
}
