import type { Permission, Scope, Verdict } from '@parvandeh/contract'
import type { Actor } from '../../../platform/context.ts'
import { mayReach } from './row-scope.ts'

interface Role {
  name: string
  grants: Partial<Record<Permission, Scope>>
}

interface Row {
  unitId: string | null
  ownerId: string | null
}

/** What each role gives for a permission. */
export const givenBy = (roles: readonly Role[], permission: Permission) =>
  roles.flatMap(({ name, grants }) => {
    const scope = grants[permission]
    return scope === undefined ? [] : [{ role: name, scope }]
  })

/** Whether a permission reaches a row, decided as everywhere by `mayReach`, for each role by itself. */
export function verdictOn(
  person: Pick<Actor, 'personId' | 'unitId' | 'unitIds'>,
  roles: readonly Role[],
  permission: Permission,
  row: Row,
): Verdict {
  const given = givenBy(roles, permission)
  const reaching = given.filter(({ scope }) => mayReach({ ...nobody, ...person, grants: { [permission]: scope } }, permission, row))
  if (reaching.length > 0) return { permission, allowed: true, reason: reasonOf(person, reaching, row), roles: reaching }
  return { permission, allowed: false, reason: given.length === 0 ? 'no-permission' : 'out-of-scope', roles: given }
}

const nobody: Actor = { kind: 'person', personId: null, unitId: null, unitIds: [], grants: {}, fieldClasses: new Set(), address: null }

/** The plainest reason that holds: it is theirs, it is of their unit, it is of a unit below, or they see all. */
function reasonOf(
  { personId, unitId }: Pick<Actor, 'personId' | 'unitId'>,
  reaching: readonly { scope: Scope }[],
  row: Row,
): Verdict['reason'] {
  if (row.ownerId !== null && row.ownerId === personId) return 'own'
  const scopes = new Set(reaching.map(({ scope }) => scope))
  if (row.unitId !== null && row.unitId === unitId && (scopes.has('team') || scopes.has('unit'))) return 'team'
  return scopes.has('unit') ? 'unit' : 'all'
}
