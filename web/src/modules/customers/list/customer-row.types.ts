import type { customerRoutes, ResponseOf } from '@parvandeh/contract'

/** A customer as the list has it. */
export type CustomerRow = ResponseOf<typeof customerRoutes.list>['rows'][number]
