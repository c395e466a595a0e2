import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import { newId } from '../../../platform/ids.ts'

/** A value as filters ask for it. */
export interface FieldValue {
  customerId: string
  fieldId: string
  value: string | number | boolean
  /** Of texts: as search compares them. */
  folded: string | null
  /** Of short texts: in the order of the alphabet. */
  sortText: string | null
}

interface Claim {
  customerId: string
  value: string
}

const fieldsLock = sql`hashtext($$customers.fields$$)`

/** Until the end of the transaction no field is defined anew: files are written by definitions that hold. */
export async function shareFields({ tx }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${fieldsLock})`.execute(tx)
}

/** Waits for files under way, and holds others back until the definition is written. */
export async function holdFields({ tx }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${fieldsLock})`.execute(tx)
}

export async function clearFieldValues(context: Context, customerIds: readonly string[], fieldId?: string): Promise<void> {
  if (customerIds.length === 0) return
  await sql`delete from customers.field_value where customer_id = any(${[...customerIds]}::uuid[])
    ${fieldId === undefined ? sql`` : sql`and field_id = ${fieldId}::uuid`}`.execute(context.tx)
}

export async function insertFieldValues(context: Context, values: readonly FieldValue[]): Promise<void> {
  if (values.length === 0) return
  const rows = values.map(({ customerId, fieldId, value, folded, sortText }) => ({
    customer_id: customerId,
    id: newId(context.now),
    field_id: fieldId,
    value: JSON.stringify(value),
    folded,
    sort_text: sortText,
  }))
  await insertRows(context, 'customers.field_value', rows, ['value'])
}

/** Frees values that files held. */
export async function releaseValues(context: Context, fieldId: string, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  await sql`delete from customers.unique_value u
    using unnest(${claims.map(({ value }) => value)}::text[], ${claims.map(({ customerId }) => customerId)}::uuid[]) c (value, customer_id)
    where u.field_id = ${fieldId}::uuid and u.value = c.value and u.customer_id = c.customer_id`.execute(context.tx)
}

/** Takes values for files, and gives how many were free; of two at once, the second waits and then is late. */
export async function claimValues(context: Context, fieldId: string, claims: readonly Claim[]): Promise<number> {
  if (claims.length === 0) return 0
  const won = await sql`insert into customers.unique_value (field_id, value, customer_id)
    select ${fieldId}::uuid, c.value, c.customer_id
    from unnest(${claims.map(({ value }) => value)}::text[], ${claims.map(({ customerId }) => customerId)}::uuid[]) c (value, customer_id)
    order by c.value on conflict do nothing`.execute(context.tx)
  return Number(won.numAffectedRows ?? 0)
}

/** Which files hold these values; those that nobody holds are left out. */
export async function readUniqueHolders(
  { tx }: Context,
  wanted: readonly { fieldId: string; value: string }[],
): Promise<{ fieldId: string; value: string; customerId: string }[]> {
  if (wanted.length === 0) return []
  const found = await sql<{ fieldId: string; value: string; customerId: string }>`
    select u.field_id as "fieldId", u.value, u.customer_id as "customerId"
    from unnest(${wanted.map(({ fieldId }) => fieldId)}::uuid[], ${wanted.map(({ value }) => value)}::text[]) w (field_id, value)
    join customers.unique_value u on u.field_id = w.field_id and u.value = w.value`.execute(tx)
  return found.rows
}
