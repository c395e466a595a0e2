import { APIError } from 'better-auth'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { attemptsFor } from './lock-out.rules.ts'
import type { Attempt } from './lock-out.rules.ts'
import { countWrong, forgetWrong, refuseWhileLocked } from './lock-out.ts'
import type { Auth } from './open-auth.ts'
import { addressOf } from './open-auth.ts'
import { findPersonByLogin } from './sign-in.queries.ts'

/**
 * Opens a session for a user name or email and a password. Wrong passwords in a row close the name for a growing
 * while; who does not exist is told the same, after the same work.
 */
export async function signIn(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  given: { login: string; password: string },
): Promise<string> {
  const login = given.login.toLowerCase()
  const attempts = attemptsFor(login, exchange.address)
  await refuseWhileLocked(context, attempts)
  const person = await findPersonByLogin(context, login)
  const opened = await openSession(auth, exchange.headers, person?.id ?? 'nobody', given.password)
  if (!opened || !person?.active) throw refusePassword(attempts, person?.id ?? null)
  for (const header of opened.getSetCookie()) exchange.setCookie(header)
  await forgetWrong(context, attempts)
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
export const refusePassword = (attempts: readonly Attempt[], personId: string | null): AppError =>
  new AppError('sign-in-refused', {
    afterRollback: async (context) => {
      const failures = await countWrong(context, attempts)
      await writeAudit(context, { action: 'session.refused', subjectType: 'person', subjectId: personId, after: { failures } })
    },
  })
