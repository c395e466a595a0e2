import { APIError } from 'better-auth'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { setPasswordDue } from '../people/people.queries.ts'
import { revokeTokensOf } from '../tokens/tokens.queries.ts'
import { authHeaders } from './auth-headers.ts'
import { attemptsFor } from './lock-out.rules.ts'
import { forgetWrong, refuseWhileLocked } from './lock-out.ts'
import type { Auth } from './open-auth.ts'
import { requireGoodPassword } from './password.rules.ts'
import { refusePassword } from './sign-in.ts'

/** Ends the session of the cookie that came along. */
export async function signOut(context: Context, auth: Auth, exchange: Exchange): Promise<void> {
  const ended = await auth.api.signOut({ headers: exchange.headers, returnHeaders: true })
  for (const header of ended.headers.getSetCookie()) exchange.setCookie(header)
  await writeAudit(context, { action: 'session.closed', subjectType: 'person', subjectId: context.actor.personId })
  await context.publish('identity.access-changed', { personId: context.actor.personId })
}

/**
 * Changes one's own password; every other session of the person ends, and the tokens where that is wished. Guessing the
 * present one is slowed as at sign-in.
 */
export async function changePassword(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  given: { current: string; next: string; endTokens: boolean },
): Promise<void> {
  const { kind, personId } = context.actor
  // A password belongs to a person at a screen, not to a script.
  if (kind !== 'person' || personId === null) throw new AppError('not-permitted')
  requireGoodPassword(given.next)
  if (given.next === given.current) throw new AppError('same-password')
  const attempts = attemptsFor(personId, exchange.address)
  await refuseWhileLocked(context, attempts)
  const headers = await replacePassword(auth, authHeaders(exchange), given)
  if (!headers) throw refusePassword(attempts, personId)
  for (const header of headers.getSetCookie()) exchange.setCookie(header)
  await forgetWrong(context, attempts)
  await setPasswordDue(context, personId, false)
  const tokens = given.endTokens ? await revokeTokensOf(context, personId) : 0
  await writeAudit(context, { action: 'password.changed', subjectType: 'person', subjectId: personId, after: { tokensEnded: tokens } })
  await context.publish('identity.access-changed', { personId })
}

async function replacePassword(auth: Auth, headers: Headers, given: { current: string; next: string }): Promise<Headers | null> {
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true }
  try {
    return (await auth.api.changePassword({ body, headers, returnHeaders: true })).headers
  } catch (error) {
    // Only the library's own "no" is a no; a database that fails is a failure.
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
