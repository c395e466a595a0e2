import { APIError } from 'better-auth'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Exchange } from '../../../platform/http/handlers.ts'
import { loadGrants } from '../access/load-actor.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { organisationOf } from '../organisation/organisation.queries.ts'
import { findSignedInPerson } from '../people/signed-in.queries.ts'
import { authHeaders } from '../sign-in/auth-headers.ts'
import { attemptsFor } from '../sign-in/lock-out.rules.ts'
import { forgetWrong, refuseWhileLocked } from '../sign-in/lock-out.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { forgetDevices } from '../sign-in/sessions.queries.ts'
import { requireSeated } from '../sign-in/sessions.ts'
import { refusePassword } from '../sign-in/sign-in.ts'
import { keyAddress } from './codes.rules.ts'
import { mustHaveSecondFactor } from './policy.rules.ts'
import { readDues } from './second-factor.queries.ts'
import { verifyCode } from './verify-code.ts'

/** Whether one's second factor is on, and what is left to get in by without the phone. */
export async function showSecondFactor(context: Context, auth: Auth, exchange: Exchange) {
  const { personId, userId } = await requireSeated(context, auth, exchange)
  const { secondFactor, policy } = await readDues(context.tx, personId)
  const { grants } = await loadGrants(context.tx, personId)
  return {
    on: secondFactor,
    backupCodesLeft: secondFactor ? (await backupCodesOf(auth, userId)).length : 0,
    required: mustHaveSecondFactor(policy, grants),
  }
}

/** Makes a secret for an app on the phone. Nothing is asked for before a first code has confirmed it. */
export async function beginSecondFactor(context: Context, auth: Auth, exchange: Exchange, password: string) {
  const { personId } = await requireSeated(context, auth, exchange)
  if ((await readDues(context.tx, personId)).secondFactor) throw new AppError('second-factor-on')
  const made = await withPassword(context, exchange, personId, () =>
    auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: authHeaders(exchange) }),
  )
  if (made.method !== 'totp') throw new Error('the sign-in library made another second factor than was asked for')
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? ''
  const account = (await findSignedInPerson(context, personId))?.username ?? personId
  await writeAudit(context, { action: 'second-factor.begun', subjectType: 'person', subjectId: personId })
  return { secret, address: keyAddress(secret, (await organisationOf(context))?.name ?? 'Parvandeh', account) }
}

/** Turns it on by a first code, and gives the codes for the day when the phone is lost: this once. */
export async function confirmSecondFactor(context: Context, auth: Auth, exchange: Exchange, code: string) {
  const { personId, userId } = await requireSeated(context, auth, exchange)
  if ((await readDues(context.tx, personId)).secondFactor) throw new AppError('second-factor-on')
  await passWithCode(context, auth, exchange, personId, code)
  await writeAudit(context, { action: 'second-factor.turned-on', subjectType: 'person', subjectId: personId })
  await context.publish('identity.access-changed', { personId })
  return { backupCodes: await backupCodesOf(auth, userId) }
}

/** New backup codes in place of the old, which no longer count. */
export async function renewBackupCodes(context: Context, auth: Auth, exchange: Exchange, given: { password: string; code: string }) {
  const { personId } = await requireOn(context, auth, exchange)
  await passWithCode(context, auth, exchange, personId, given.code)
  const made = await withPassword(context, exchange, personId, () =>
    auth.api.generateBackupCodes({ body: { password: given.password }, headers: authHeaders(exchange) }),
  )
  await writeAudit(context, { action: 'second-factor.codes-renewed', subjectType: 'person', subjectId: personId })
  return { backupCodes: made.backupCodes }
}

/** Turns it off, by password and a code: who sits at an open screen has neither. */
export async function turnOffSecondFactor(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  given: { password: string; code: string },
): Promise<void> {
  const { personId, userId } = await requireOn(context, auth, exchange)
  const { policy } = await readDues(context.tx, personId)
  if (mustHaveSecondFactor(policy, (await loadGrants(context.tx, personId)).grants)) throw new AppError('second-factor-required')
  await passWithCode(context, auth, exchange, personId, given.code)
  const done = await withPassword(context, exchange, personId, () =>
    auth.api.disableTwoFactor({ body: { password: given.password }, headers: authHeaders(exchange), returnHeaders: true }),
  )
  for (const header of done.headers.getSetCookie()) exchange.setCookie(header)
  await forgetDevices(context, userId)
  await writeAudit(context, { action: 'second-factor.turned-off', subjectType: 'person', subjectId: personId })
  await context.publish('identity.access-changed', { personId })
}

async function requireOn(context: Context, auth: Auth, exchange: Exchange) {
  const seated = await requireSeated(context, auth, exchange)
  if (!(await readDues(context.tx, seated.personId)).secondFactor) throw new AppError('second-factor-off')
  return seated
}

async function passWithCode(context: Context, auth: Auth, exchange: Exchange, personId: string, code: string): Promise<void> {
  const { headers } = await verifyCode(context, auth, { personId, address: exchange.address, code, headers: authHeaders(exchange) })
  for (const header of headers.getSetCookie()) exchange.setCookie(header)
}

/** What the library does by password; a wrong one is counted and slowed as at sign-in. */
async function withPassword<T>(context: Context, exchange: Exchange, personId: string, act: () => Promise<T>): Promise<T> {
  const attempts = attemptsFor(personId, exchange.address)
  await refuseWhileLocked(context, attempts)
  try {
    const done = await act()
    await forgetWrong(context, attempts)
    return done
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw refusePassword(attempts, personId)
    throw error
  }
}

async function backupCodesOf(auth: Auth, userId: string): Promise<string[]> {
  return (await auth.api.viewBackupCodes({ body: { userId } })).backupCodes
}
