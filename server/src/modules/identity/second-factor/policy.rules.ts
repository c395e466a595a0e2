import type { Permission, Scope, secondFactorPolicies } from '@parvandeh/contract'

export type SecondFactorPolicy = (typeof secondFactorPolicies)[number]

/** Whoever manages people, or sees beyond their own team. */
const isManager = (grants: Partial<Record<Permission, Scope>>): boolean =>
  grants['identity.manage'] !== undefined || grants['customers.read'] === 'unit' || grants['customers.read'] === 'all'

/** Whether an organisation of this policy asks a second factor of somebody with these rights. */
export const mustHaveSecondFactor = (policy: SecondFactorPolicy, grants: Partial<Record<Permission, Scope>>): boolean =>
  policy === 'everyone' || (policy === 'managers' && isManager(grants))
