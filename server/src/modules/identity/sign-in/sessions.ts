import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { requirePerson } from '../people/change-person.ts'
import type { Auth } from './open-auth.ts'
import { deleteSession, deleteSessions, forgetDevices, sessionsOf } from './sessions.queries.ts'

/** Who sits at a screen of their own, with the session that they ask by: a script has none. */
export interface Seated {
  personId: string
  userId: string
  sessionId: string
}

/** The session of the cookie that came along; a token is refused, whatever its owner may do. */
export async function requireSeated(context: Context, auth: Auth, exchange: Exchange): Promise<Seated> {
  const { kind, personId } = context.actor
  if (kind !== 'person' || personId === null) throw new AppError('not-permitted')
  const found = await auth.api.getSession({ headers: exchange.headers })
  if (!found) throw new AppError('not-signed-in')
  return { personId, userId: found.user.id, sessionId: found.session.id }
}

export async function ownSessions(context: Context, auth: Auth, exchange: Exchange) {
  const { userId, sessionId } = await requireSeated(context, auth, exchange)
  return { sessions: await sessionsOf(context, userId, sessionId) }
}

/** Ends one session of one's own, also the one that asks. */
export async function endOwnSession(context: Context, sessionId: string): Promise<void> {
  if (context.actor.personId === null) throw new AppError('not-signed-in')
  await endSessionOfPerson(context, context.actor.personId, sessionId)
}

/** Ends every session but this one, and forgets the browsers that need no code. */
export async function endOtherSessions(context: Context, auth: Auth, exchange: Exchange): Promise<{ ended: number }> {
  const { personId, userId, sessionId } = await requireSeated(context, auth, exchange)
  return endMany(context, personId, userId, sessionId)
}

export async function sessionsOfPerson(context: Context, personId: string) {
  const { userId } = await requirePerson(context, personId)
  return { sessions: userId === null ? [] : await sessionsOf(context, userId, null) }
}

export async function endSessionOfPerson(context: Context, personId: string, sessionId: string): Promise<void> {
  const { userId } = await requirePerson(context, personId)
  if (userId === null) throw new AppError('not-found')
  await endOne(context, personId, userId, sessionId)
}

export async function endSessionsOfPerson(context: Context, personId: string): Promise<{ ended: number }> {
  const { userId } = await requirePerson(context, personId)
  return userId === null ? { ended: 0 } : endMany(context, personId, userId, null)
}

async function endOne(context: Context, personId: string, userId: string, sessionId: string): Promise<void> {
  if (!(await deleteSession(context, userId, sessionId))) throw new AppError('not-found')
  await writeAudit(context, { action: 'session.ended', subjectType: 'person', subjectId: personId, after: { sessions: 1 } })
  await context.publish('identity.access-changed', { personId })
}

async function endMany(context: Context, personId: string, userId: string, exceptId: string | null): Promise<{ ended: number }> {
  const ended = await deleteSessions(context, userId, exceptId)
  await forgetDevices(context, userId)
  await writeAudit(context, { action: 'session.ended', subjectType: 'person', subjectId: personId, after: { sessions: ended } })
  await context.publish('identity.access-changed', { personId })
  return { ended }
}
