import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { AnyTables, Context } from '../../../platform/context.ts'
import type { Kysely } from 'kysely'
import type { IdentityTables } from '../identity.tables.ts'
import { deviceOf } from './device.rules.ts'

const identity = (context: Pick<Context, 'tx'>) => tablesOf<IdentityTables>(context)

/** Where a user is signed in, the latest used first. */
export async function sessionsOf(context: Context, userId: string, currentId: string | null) {
  const rows = await identity(context)
    .selectFrom('auth.session')
    .select(['id', 'userAgent', 'ipAddress', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', context.now)
    .orderBy('updatedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    device: deviceOf(row.userAgent ?? ''),
    address: row.ipAddress || null,
    beganAt: row.createdAt.toISOString(),
    lastUsedAt: row.updatedAt.toISOString(),
  }))
}

export async function deleteSession(context: Context, userId: string, sessionId: string): Promise<boolean> {
  const done = await identity(context)
    .deleteFrom('auth.session')
    .where('id', '=', sessionId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Ends the sessions of a user, all but one where one is to be kept; gives how many. */
export async function deleteSessions(context: Context, userId: string, exceptId: string | null = null): Promise<number> {
  let done = identity(context).deleteFrom('auth.session').where('userId', '=', userId)
  if (exceptId !== null) done = done.where('id', '!=', exceptId)
  return Number((await done.executeTakeFirst()).numDeletedRows)
}

/** Browsers that a user had remembered, and sign-ins half done, are asked for the whole again. */
export async function forgetDevices(context: Context, userId: string): Promise<void> {
  await identity(context).deleteFrom('auth.verification').where('value', '=', userId).execute()
}

const touchedEveryMs = 5 * 60_000

/** Remembers that a session was used, some minutes exactly: more often would be a write for every few reads. */
export async function touchSession(db: Kysely<AnyTables>, session: { id: string; updatedAt: Date | string }, now: Date): Promise<void> {
  if (new Date(session.updatedAt).getTime() > now.getTime() - touchedEveryMs) return
  await sql`update auth."session" set "updatedAt" = ${now} where id = ${session.id}`.execute(db)
}
