import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import type { Auth } from './open-auth.ts'
import { requireGoodPassword } from './password.rules.ts'

/** Ends the session of the cookie that came along. */
export async function signOut(context: Context, auth: Auth, exchange: Exchange): Promise<void> {
  const ended = await auth.api.signOut({ headers: exchange.headers, returnHeaders: true })
  for (const header of ended.headers.getSetCookie()) exchange.setCookie(header)
  await writeAudit(context, { action: 'session.closed', subjectType: 'person', subjectId: context.actor.personId })
  await context.publish('identity.access-changed', { personId: context.actor.personId })
}

/** Changes one's own password; every other session of the person ends. */
export async function changePassword(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  given: { current: string; next: string },
): Promise<void> {
  requireGoodPassword(given.next)
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true }
  const changed = await auth.api.changePassword({ body, headers: exchange.headers, returnHeaders: true }).catch(() => null)
  if (!changed) throw new AppError('sign-in-refused')
  for (const header of changed.headers.getSetCookie()) exchange.setCookie(header)
  await writeAudit(context, { action: 'password.changed', subjectType: 'person', subjectId: context.actor.personId })
  await context.publish('identity.access-changed', { personId: context.actor.personId })
}
