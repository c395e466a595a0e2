import type { ResponseOf, roleRoutes } from '@parvandeh/contract'

export type Role = ResponseOf<typeof roleRoutes.list>['roles'][number]
export type RoleInput = Pick<Role, 'name' | 'grants' | 'fieldClasses'>
