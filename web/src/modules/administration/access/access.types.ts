import type { accessRoutes, ResponseOf } from '@parvandeh/contract'

export type Access = ResponseOf<typeof accessRoutes.access>
export type Tried = ResponseOf<typeof accessRoutes.tryCustomer>
