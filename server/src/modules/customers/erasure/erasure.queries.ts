import type { ErasureCertificate } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

export type ErasureRow = Selectable<CustomersTables['customers.erasure']>

const customers = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)
const nothingYet = { called_off_by: null, called_off_at: null, done_at: null, certificate: null }

export async function insertErasure(
  context: Context,
  given: Pick<ErasureRow, 'customer_id' | 'id' | 'code' | 'basis' | 'reference' | 'asked_by' | 'asked_at' | 'due_at'>,
): Promise<ErasureRow> {
  return customers(context)
    .insertInto('customers.erasure')
    .values({ ...given, ...nothingYet, state: 'waiting' })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** One erasure, by its own id: there are few, and their list is walked newest first. */
export async function findErasure(context: Context, id: string, { locked }: { locked: boolean }): Promise<ErasureRow | undefined> {
  return customers(context)
    .selectFrom('customers.erasure')
    .selectAll()
    .where('id', '=', id)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst()
}

export async function readErasures(
  context: Context,
  { customerId, after, limit }: { customerId: string | undefined; after: readonly [string, string] | undefined; limit: number },
): Promise<ErasureRow[]> {
  return customers(context)
    .selectFrom('customers.erasure')
    .selectAll()
    .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId ?? ''))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(asked_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Whether an erasure waits for its time on one of these files. */
export async function isErasureWaiting(context: Context, customerIds: readonly string[]): Promise<boolean> {
  const found = await customers(context)
    .selectFrom('customers.erasure')
    .select('id')
    .where('state', '=', 'waiting')
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .limit(1)
    .execute()
  return found.length > 0
}

/** Erasures whose time has come. */
export async function readDue(context: Context, limit: number): Promise<Pick<ErasureRow, 'customer_id' | 'id'>[]> {
  return customers(context)
    .selectFrom('customers.erasure')
    .select(['customer_id', 'id'])
    .where('state', '=', 'waiting')
    .where('due_at', '<=', context.now)
    .orderBy('due_at')
    .limit(limit)
    .execute()
}

/** Ends an erasure that waits. */
export async function endErasure(
  context: Context,
  { customer_id, id }: Pick<ErasureRow, 'customer_id' | 'id'>,
  end: { calledOffBy: string | null } | { certificate: ErasureCertificate },
): Promise<ErasureRow> {
  const set =
    'certificate' in end
      ? { state: 'done' as const, done_at: context.now, certificate: JSON.stringify(end.certificate) }
      : { state: 'called-off' as const, called_off_at: context.now, called_off_by: end.calledOffBy }
  return customers(context)
    .updateTable('customers.erasure')
    .set(set)
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
