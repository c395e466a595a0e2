import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

const identity = (context: Context) => tablesOf<IdentityTables>(context)

export async function findPersonByLogin(context: Context, login: string): Promise<{ id: string; active: boolean } | undefined> {
  return identity(context)
    .selectFrom('identity.person')
    .select(['id', 'active'])
    .where((eb) => eb.or([eb('username', '=', login), eb('email', '=', login)]))
    .where('user_id', 'is not', null)
    .executeTakeFirst()
}

/** The furthest moment until which any of these is closed. */
export async function latestLock(context: Context, keys: readonly string[]): Promise<Date | undefined> {
  const row = await identity(context)
    .selectFrom('identity.sign_in_failure')
    .select('locked_until')
    .where('login', 'in', [...keys])
    .orderBy('locked_until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.locked_until
}

/** One failure more; the row is held until the transaction ends, so that of many at once each is counted. */
export async function addFailure(context: Context, key: string): Promise<number> {
  const row = await identity(context)
    .insertInto('identity.sign_in_failure')
    .values({ login: key, failures: 1, locked_until: context.now })
    .onConflict((conflict) => conflict.column('login').doUpdateSet((eb) => ({ failures: eb('identity.sign_in_failure.failures', '+', 1) })))
    .returning('failures')
    .executeTakeFirstOrThrow()
  return row.failures
}

export async function lockUntil(context: Context, key: string, until: Date): Promise<void> {
  await identity(context).updateTable('identity.sign_in_failure').set({ locked_until: until }).where('login', '=', key).execute()
}

export async function clearFailures(context: Context, keys: readonly string[]): Promise<void> {
  await identity(context)
    .deleteFrom('identity.sign_in_failure')
    .where('login', 'in', [...keys])
    .execute()
}
