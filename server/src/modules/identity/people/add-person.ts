import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { addressOf } from '../sign-in/open-auth.ts'
import { requireGoodPassword } from '../sign-in/password.rules.ts'
import { insertPerson, setPasswordDue, setRoles } from './people.queries.ts'

export interface NewPerson {
  name: string
  username: string | null
  email: string | null
  unitId: string | null
  roleIds: readonly string[]
  /** Null for a colleague who does not sign in (yet). */
  password: string | null
  /** Whether the password holds only until the first sign-in, since whoever gave it knows it. */
  passwordDue?: boolean
}

/** Adds a colleague, with a way to sign in when a password is given. */
export async function addPerson(context: Context, auth: Auth, given: NewPerson): Promise<{ id: string }> {
  const id = newId(context.now)
  const userId = given.password === null ? null : await addUser(auth, id, given.name, given.password)
  await insertPerson(context, { ...given, id, userId })
  await setRoles(context, id, given.roleIds)
  if (given.passwordDue) await setPasswordDue(context, id, true)
  const { password: _secret, passwordDue: _due, ...after } = given
  await writeAudit(context, { action: 'person.added', subjectType: 'person', subjectId: id, after })
  await context.publish('identity.access-changed', { personId: id })
  return { id }
}

/** The user is made outside the transaction; one left over by a rollback belongs to no person and cannot sign in. */
export async function addUser(auth: Auth, personId: string, name: string, password: string): Promise<string> {
  requireGoodPassword(password)
  const made = await auth.api.signUpEmail({ body: { email: addressOf(personId), name, password } })
  return made.user.id
}
