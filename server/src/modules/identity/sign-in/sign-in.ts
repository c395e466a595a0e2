import { APIError } from 'better-auth'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { lockedUntil } from './lock-out.rules.ts'
import type { Auth } from './open-auth.ts'
import { addressOf } from './open-auth.ts'
import { clearFailures, failuresOf, findPersonByLogin, recordFailure } from './sign-in.queries.ts'

/**
 * Opens a session for a user name or email and a password. Each wrong password in a row doubles the wait before
 * the next try is looked at; who does not exist is told the same, after the same work.
 */
export async function signIn(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  given: { login: string; password: string },
): Promise<string> {
  const login = given.login.toLowerCase()
  const before = await failuresOf(context, login)
  if (before && before.lockedUntil > context.now) {
    const seconds = Math.ceil((before.lockedUntil.getTime() - context.now.getTime()) / 1000)
    throw new AppError('sign-in-locked', { retryAfterSeconds: seconds })
  }
  const person = await findPersonByLogin(context, login)
  const opened = await openSession(auth, exchange.headers, person?.id ?? 'nobody', given.password)
  if (!opened || !person?.active) throw refuse(login, person?.id ?? null)
  for (const header of opened.getSetCookie()) exchange.setCookie(header)
  await clearFailures(context, login)
  await writeAudit(context, { action: 'session.opened', subjectType: 'person', subjectId: person.id, actorId: person.id })
  return person.id
}

async function openSession(auth: Auth, headers: Headers, personId: string, password: string): Promise<Headers | null> {
  try {
    const result = await auth.api.signInEmail({ body: { email: addressOf(personId), password }, headers, returnHeaders: true })
    return result.headers
  } catch (error) {
    // Only the library's own "no" is a no; a database that fails is a failure.
    if (error instanceof APIError && error.statusCode === 401) return null
    throw error
  }
}

/** Counts the wrong password and writes it to the audit trail: both outlive the refused transaction. */
const refuse = (login: string, personId: string | null): AppError =>
  new AppError('sign-in-refused', {
    afterRollback: async (context) => {
      const failures = ((await failuresOf(context, login))?.failures ?? 0) + 1
      await recordFailure(context, login, failures, lockedUntil(failures, context.now))
      await writeAudit(context, { action: 'session.refused', subjectType: 'person', subjectId: personId, after: { failures } })
    },
  })
