import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables, FieldRow } from '../customers.tables.ts'
import type { CustomValues } from '../files/file.types.ts'

interface Holder {
  customerId: string
  unitId: string | null
  ownerId: string | null
  gone: boolean
  custom: CustomValues
}

/** The next files that hold a value, with that value alone, held until the batch is written: whoever writes one of them waits. */
export async function holdersAfter(context: Context, key: string, after: string | null, limit: number): Promise<Holder[]> {
  const found = await sql<Holder>`
    select c.customer_id as "customerId", c.unit_id as "unitId", c.owner_id as "ownerId", c.gone,
      jsonb_build_object(${key}::text, c.custom -> ${sql.lit(key)}) as custom
    from customers.customer c
    where ${after === null ? sql`true` : sql`c.customer_id > ${after}::uuid`} and c.custom ? ${key}
    order by c.customer_id limit ${limit} for update`.execute(context.tx)
  return found.rows
}

export async function clearFieldSearch(context: Context, customerIds: readonly string[], key: string): Promise<void> {
  await sql`delete from customers.search_row where customer_id = any(${[...customerIds]}::uuid[]) and source = ${`x.${key}`}`.execute(
    context.tx,
  )
}

export async function setWork(
  context: Context,
  id: string,
  work: Pick<FieldRow, 'work_state' | 'work_after' | 'work_done' | 'work_total'>,
): Promise<void> {
  await tablesOf<CustomersTables>(context).updateTable('customers.field').set(work).where('id', '=', id).execute()
}

/** Fields that were removed before a moment. */
export const removedBefore = (context: Context, moment: Date) =>
  tablesOf<CustomersTables>(context).selectFrom('customers.field').selectAll().where('removed_at', '<', moment).limit(50).execute()

/** Takes the values of a key away from these files, and all that was made of them. */
export async function forgetValues(context: Context, field: FieldRow, customerIds: readonly string[]): Promise<void> {
  await sql`update customers.customer set custom = custom - ${field.key}::text where customer_id = any(${[...customerIds]}::uuid[])`.execute(
    context.tx,
  )
}

export async function forgetField(context: Context, { id }: FieldRow): Promise<void> {
  await sql`delete from customers.unique_value where field_id = ${id}::uuid`.execute(context.tx)
  await tablesOf<CustomersTables>(context).deleteFrom('customers.field').where('id', '=', id).execute()
}
