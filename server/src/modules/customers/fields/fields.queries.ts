import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables, FieldRow } from '../customers.tables.ts'

const customers = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

/** The organisation's own fields that are in use, in their order; only those of the keys where these are given. */
export async function readFields(context: Pick<Context, 'tx'>, keys?: readonly string[]): Promise<FieldRow[]> {
  if (keys?.length === 0) return []
  return customers(context)
    .selectFrom('customers.field')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(keys !== undefined, (query) => query.where(sql<boolean>`key = any(${[...(keys ?? [])]}::text[])`))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export const readGroups = (context: Pick<Context, 'tx'>) =>
  customers(context).selectFrom('customers.field_group').selectAll().orderBy('position').orderBy('id').execute()
