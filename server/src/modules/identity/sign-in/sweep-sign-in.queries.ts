import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

const dayMs = 86_400_000

/** Forgets sessions, remembered browsers and used codes that have ended by time, and wrong passwords whose wait was over a day ago. */
export async function sweepSignIn(context: Context): Promise<void> {
  await sql`delete from auth."session" where "expiresAt" < ${context.now}`.execute(context.tx)
  await sql`delete from auth."verification" where "expiresAt" < ${context.now}`.execute(context.tx)
  await tablesOf<IdentityTables>(context)
    .deleteFrom('identity.used_code')
    .where('used_at', '<', new Date(context.now.getTime() - dayMs))
    .execute()
  await tablesOf<IdentityTables>(context)
    .deleteFrom('identity.sign_in_failure')
    .where('locked_until', '<', new Date(context.now.getTime() - dayMs))
    .execute()
}
