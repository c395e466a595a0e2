import { APIError } from 'better-auth'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { verifyCode } from '../second-factor/verify-code.ts'
import { authHeaders, withCookiesOf } from './auth-headers.ts'
import { attemptsFor } from './lock-out.rules.ts'
import type { Attempt } from './lock-out.rules.ts'
import { countWrong, forgetWrong, refuseWhileLocked } from './lock-out.ts'
import type { Auth } from './open-auth.ts'
import { addressOf } from './open-auth.ts'
import { findPersonByLogin } from './sign-in.queries.ts'

interface Given {
  login: string
  password: string
  code?: string | undefined
  remember?: boolean
}

/**
 * Opens a session for a user name or email and a password, and a code where there is a second factor. Wrong passwords
 * in a row close the name for a growing while; who does not exist is told the same, after the same work.
 */
export async function signIn(context: Context, auth: Auth, exchange: Exchange, given: Given): Promise<string> {
  const login = given.login.toLowerCase()
  const attempts = attemptsFor(login, exchange.address)
  await refuseWhileLocked(context, attempts)
  const person = await findPersonByLogin(context, login)
  const opened = await openSession(auth, authHeaders(exchange), person?.id ?? 'nobody', given.password)
  if (!opened || !person?.active) throw refusePassword(attempts, person?.id ?? null)
  const { cookies, by } = opened.needsCode
    ? await passSecondFactor(context, auth, exchange, { ...given, personId: person.id, halfway: opened.headers })
    : { cookies: opened.headers, by: 'password' }
  for (const header of cookies.getSetCookie()) exchange.setCookie(header)
  await forgetWrong(context, attempts)
  const after = { by }
  await writeAudit(context, { action: 'session.opened', subjectType: 'person', subjectId: person.id, actorId: person.id, after })
  return person.id
}

async function openSession(
  auth: Auth,
  headers: Headers,
  personId: string,
  password: string,
): Promise<{ headers: Headers; needsCode: boolean } | null> {
  try {
    const result = await auth.api.signInEmail({ body: { email: addressOf(personId), password }, headers, returnHeaders: true })
    return { headers: result.headers, needsCode: 'twoFactorRedirect' in result.response }
  } catch (error) {
    // Only the library's own "no" is a no; a database that fails is a failure.
    if (error instanceof APIError && error.statusCode === 401) return null
    throw error
  }
}

/** The second step. The browser keeps nothing of the first: it sends the password along with the code. */
async function passSecondFactor(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  { personId, code, remember, halfway }: Given & { personId: string; halfway: Headers },
): Promise<{ cookies: Headers; by: string }> {
  if (code === undefined) throw new AppError('second-factor-needed')
  const headers = withCookiesOf(halfway, authHeaders(exchange))
  const passed = await verifyCode(context, auth, { personId, address: exchange.address, code, headers, remember: remember ?? false })
  return { cookies: passed.headers, by: passed.kind === 'app' ? 'password-and-code' : 'password-and-backup-code' }
}

/** Counts the wrong password and writes it to the audit trail: both outlive the refused transaction. */
export const refusePassword = (attempts: readonly Attempt[], personId: string | null): AppError =>
  new AppError('sign-in-refused', {
    afterRollback: async (context) => {
      const failures = await countWrong(context, attempts)
      await writeAudit(context, { action: 'session.refused', subjectType: 'person', subjectId: personId, after: { failures } })
    },
  })
