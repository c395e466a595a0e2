import { APIError } from 'better-auth'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { codeAttemptsFor } from '../sign-in/lock-out.rules.ts'
import { countWrong, forgetWrong, refuseWhileLocked } from '../sign-in/lock-out.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { readCode } from './codes.rules.ts'
import type { GivenCode } from './codes.rules.ts'
import { spendCode } from './second-factor.queries.ts'

interface Asked {
  personId: string
  address: string
  code: string
  /** Those of a session, or of a sign-in of which the password was right. */
  headers: Headers
  remember?: boolean
}

/**
 * Verifies a code and uses it up. Wrong ones are counted and slowed as wrong passwords are, and a code is good once.
 * Gives the headers of the library's answer, whose cookies belong to the browser.
 */
export async function verifyCode(context: Context, auth: Auth, asked: Asked): Promise<{ headers: Headers; kind: GivenCode['kind'] }> {
  const { personId } = asked
  const attempts = codeAttemptsFor(personId, asked.address)
  await refuseWhileLocked(context, attempts)
  const code = readCode(asked.code)
  const isFresh = await spendCode(context, personId, code.text)
  const headers = isFresh ? await askLibrary(auth, code, asked) : null
  if (!headers) {
    throw new AppError('second-factor-refused', {
      afterRollback: async (after) => {
        const failures = await countWrong(after, attempts)
        await writeAudit(after, { action: 'second-factor.refused', subjectType: 'person', subjectId: personId, after: { failures } })
      },
    })
  }
  await forgetWrong(context, attempts)
  return { headers, kind: code.kind }
}

async function askLibrary(auth: Auth, code: GivenCode, { headers, remember }: Asked): Promise<Headers | null> {
  const input = { body: { code: code.text, trustDevice: remember ?? false }, headers, returnHeaders: true } as const
  try {
    return (await (code.kind === 'app' ? auth.api.verifyTOTP(input) : auth.api.verifyBackupCode(input))).headers
  } catch (error) {
    // Only the library's own "no" is a no; a database that fails is a failure.
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
