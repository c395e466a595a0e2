import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { ofFile } from '../files/file-set.queries.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)
const mostAccounts = 50

export interface BusinessFacts {
  marketerId: string | null
  referrer: string | null
  version: number
}

export interface AccountRow {
  id: string
  /** Under which id of the file it was written. */
  customerId: string
  kind: 'sheba' | 'card'
  value: string
  holder: string | null
  note: string | null
  primary: boolean
  reason: string | null
  addedAt: Date
  addedBy: string | null
  version: number
}

/**
 * By whom a customer came; of a file where nobody said so nothing is kept, at version 0. What was said of a file that
 * was merged into this one holds until something is said of this one.
 */
export async function readBusiness(context: Context, fileIds: readonly string[]): Promise<BusinessFacts> {
  const rows = await tables(context)
    .selectFrom('customers.business')
    .select(['customer_id', 'marketer_id as marketerId', 'referrer', 'version'])
    .where(ofFile('customer_id', fileIds))
    .execute()
  const own = rows.find((row) => row.customer_id === fileIds[0])
  const { marketerId = null, referrer = null } = own ?? rows[0] ?? {}
  return { marketerId, referrer, version: own?.version ?? 0 }
}

export async function writeBusiness(context: Context, customerId: string, { marketerId, referrer, version }: BusinessFacts): Promise<void> {
  const set = { marketer_id: marketerId, referrer, version }
  await tables(context)
    .insertInto('customers.business')
    .values({ customer_id: customerId, id: newId(context.now), ...set })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(set))
    .execute()
}

const accountColumns = [
  'id',
  'customer_id as customerId',
  'kind',
  'value',
  'holder',
  'note',
  'is_primary as primary',
  'reason',
  'added_at as addedAt',
  'added_by as addedBy',
  'version',
] as const

/** Bank accounts of a file, the main one first. */
export const readAccounts = (context: Context, fileIds: readonly string[]): Promise<AccountRow[]> =>
  tables(context)
    .selectFrom('customers.bank_account')
    .select(accountColumns)
    .where(ofFile('customer_id', fileIds))
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .limit(mostAccounts)
    .execute()

export const readAccount = (context: Context, fileIds: readonly string[], id: string): Promise<AccountRow | undefined> =>
  tables(context)
    .selectFrom('customers.bank_account')
    .select(accountColumns)
    .where(ofFile('customer_id', fileIds))
    .where('id', '=', id)
    .executeTakeFirst()

export type Written = Omit<AccountRow, 'id' | 'customerId' | 'addedAt' | 'addedBy' | 'version'>

export async function insertAccount(context: Context, customerId: string, { primary, ...account }: Written): Promise<string> {
  const id = newId(context.now)
  if (primary) await dethrone(context, customerId)
  const added = { added_at: context.now, added_by: context.actor.personId, version: 1 }
  await tables(context)
    .insertInto('customers.bank_account')
    .values({ customer_id: customerId, id, ...account, is_primary: primary, ...added })
    .execute()
  return id
}

export async function updateAccount(context: Context, before: AccountRow, { primary, ...account }: Written): Promise<void> {
  const { customerId } = before
  if (primary && !before.primary) await dethrone(context, customerId)
  await tables(context)
    .updateTable('customers.bank_account')
    .set({ ...account, is_primary: primary, version: before.version + 1 })
    .where('customer_id', '=', customerId)
    .where('id', '=', before.id)
    .execute()
}

/** One account is the main one. */
const dethrone = async (context: Context, customerId: string): Promise<void> =>
  void (await tables(context)
    .updateTable('customers.bank_account')
    .set({ is_primary: false })
    .where('customer_id', '=', customerId)
    .execute())

export async function deleteAccount(context: Context, { customerId, id }: AccountRow): Promise<void> {
  await tables(context).deleteFrom('customers.bank_account').where('customer_id', '=', customerId).where('id', '=', id).execute()
}

/** Who brought each of these files, where that was said. */
export const readBusinessOf = (context: Context, customerIds: readonly string[]) =>
  tables(context)
    .selectFrom('customers.business')
    .select(['customer_id as customerId', 'marketer_id as marketerId', 'referrer'])
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute()

/** Numbers of the accounts of these files. */
export const readAccountsOf = (context: Context, customerIds: readonly string[]) =>
  tables(context)
    .selectFrom('customers.bank_account')
    .select(['customer_id as customerId', 'kind', 'value'])
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .orderBy('id')
    .execute()
