import { permissions } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { requireAdministrator } from './change-person.ts'
import { allRoles, deleteRole, insertRole, updateRole } from './roles.queries.ts'
import type { Role } from './roles.queries.ts'

type RoleInput = Pick<Role, 'name' | 'grants' | 'fieldClasses'>

/** A permission that has no rows is held whole or not at all. */
const tidy = <T extends RoleInput>(input: T): T => ({
  ...input,
  grants: Object.fromEntries(
    Object.entries(input.grants).map(([key, scope]) => [key, permissions[key as keyof typeof permissions].scoped ? scope : 'all']),
  ),
})

export async function addRole(context: Context, input: RoleInput) {
  const role = { id: newId(context.now), builtIn: false, ...tidy(input) }
  await insertRole(context, role)
  await writeAudit(context, { action: 'role.added', subjectType: 'role', subjectId: role.id, after: input })
  return { ...role, version: 1, people: 0 }
}

/** Changes what a role may do; whoever holds it is bound by it from the next request on. */
export async function changeRole(context: Context, roleId: string, input: RoleInput & { version: number }) {
  const before = await requireRole(context, roleId)
  const after = tidy(input)
  if (!(await updateRole(context, { id: roleId, ...after }))) throw new AppError('changed-meanwhile')
  await requireAdministrator(context)
  await writeAudit(context, { action: 'role.changed', subjectType: 'role', subjectId: roleId, before, after })
  await context.publish('identity.access-changed', { personId: null })
  return { ...before, ...after, version: input.version + 1 }
}

/** Removes a role that nobody holds. */
export async function removeRole(context: Context, roleId: string): Promise<void> {
  const before = await requireRole(context, roleId)
  await deleteRole(context, roleId)
  await writeAudit(context, { action: 'role.removed', subjectType: 'role', subjectId: roleId, before })
}

async function requireRole(context: Context, roleId: string) {
  const role = (await allRoles(context)).find((one) => one.id === roleId)
  if (!role) throw new AppError('not-found')
  return role
}
