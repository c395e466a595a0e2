import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

export async function findPersonByLogin(context: Context, login: string): Promise<{ id: string; active: boolean } | undefined> {
  return tablesOf<IdentityTables>(context)
    .selectFrom('identity.person')
    .select(['id', 'active'])
    .where((eb) => eb.or([eb('username', '=', login), eb('email', '=', login)]))
    .where('user_id', 'is not', null)
    .executeTakeFirst()
}

export async function failuresOf(context: Context, login: string): Promise<{ failures: number; lockedUntil: Date } | undefined> {
  const row = await tablesOf<IdentityTables>(context)
    .selectFrom('identity.sign_in_failure')
    .select(['failures', 'locked_until'])
    .where('login', '=', login)
    .executeTakeFirst()
  return row && { failures: row.failures, lockedUntil: row.locked_until }
}

export async function recordFailure(context: Context, login: string, failures: number, lockedUntil: Date): Promise<void> {
  await tablesOf<IdentityTables>(context)
    .insertInto('identity.sign_in_failure')
    .values({ login, failures, locked_until: lockedUntil })
    .onConflict((conflict) => conflict.column('login').doUpdateSet({ failures, locked_until: lockedUntil }))
    .execute()
}

export async function clearFailures(context: Context, login: string): Promise<void> {
  await tablesOf<IdentityTables>(context).deleteFrom('identity.sign_in_failure').where('login', '=', login).execute()
}
