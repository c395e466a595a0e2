import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { addOfficialHolidays } from '../calendars/change-calendars.ts'
import { addPerson } from '../people/add-person.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { builtInRoles } from './built-in-roles.ts'
import { insertOrganisation, insertStandardCalendar } from './organisation.queries.ts'
import { insertRole } from '../people/roles.queries.ts'
import { addUnit } from '../people/units.ts'

export interface SetUp {
  organisationName: string
  personName: string
  username: string
  password: string
  demo?: boolean
}

/** Makes the organisation, its standard roles and calendar, its first unit, and its first administrator. Once. */
export async function setUpOrganisation(
  context: Context,
  auth: Auth,
  given: SetUp,
): Promise<{ personId: string; unitId: string; roleIds: Record<keyof typeof builtInRoles, string> }> {
  if (!(await insertOrganisation(context, { name: given.organisationName, demo: given.demo ?? false })))
    throw new AppError('already-set-up')
  const roleIds = {} as Record<keyof typeof builtInRoles, string>
  for (const [key, role] of Object.entries(builtInRoles) as [keyof typeof builtInRoles, (typeof builtInRoles)['manager']][]) {
    roleIds[key] = newId(context.now)
    await insertRole(context, { id: roleIds[key], builtIn: true, ...role })
  }
  await insertStandardCalendar(context)
  await addOfficialHolidays(context)
  const unit = await addUnit(context, { name: given.organisationName, parentId: null, branchId: null })
  const person = await addPerson(context, auth, {
    name: given.personName,
    username: given.username,
    email: null,
    unitId: unit.id,
    roleIds: [roleIds.administrator],
    password: given.password,
  })
  await writeAudit(context, {
    action: 'organisation.set-up',
    subjectType: 'organisation',
    after: { name: given.organisationName },
    actorId: person.id,
  })
  return { personId: person.id, unitId: unit.id, roleIds }
}
