import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { resetSecondFactor } from '../second-factor/manage-second-factor.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { addPerson } from './add-person.ts'
import { changePerson, setPassword } from './change-person.ts'
import { accounts, findPersonByUsername, rootUnit } from './people.queries.ts'
import type { Person } from './people.queries.ts'
import { allRoles } from './roles.queries.ts'

/** The person with a user name; for the command line, which names people so. */
export async function requirePersonByUsername(context: Context, username: string): Promise<Person> {
  const person = await findPersonByUsername(context, username.toLowerCase())
  if (!person) throw new AppError('not-found')
  return person
}

export const everyAccount = (context: Context) => accounts(context)

export async function addPersonWithRole(
  context: Context,
  auth: Auth,
  given: { name: string; username: string; password: string; roleName: string },
): Promise<{ id: string }> {
  const role = (await allRoles(context)).find((one) => one.name === given.roleName)
  if (!role) throw new AppError('not-found')
  const { name, username, password } = given
  return addPerson(context, auth, { name, username, password, email: null, unitId: await rootUnit(context), roleIds: [role.id] })
}

export async function setPasswordOf(context: Context, auth: Auth, username: string, password: string): Promise<void> {
  await setPassword(context, auth, (await requirePersonByUsername(context, username)).id, password)
}

export async function resetSecondFactorOf(context: Context, username: string): Promise<void> {
  await resetSecondFactor(context, (await requirePersonByUsername(context, username)).id)
}

export async function stopAccount(context: Context, username: string): Promise<void> {
  const person = await requirePersonByUsername(context, username)
  await changePerson(context, person.id, { ...person, active: false })
}
