import type { auditRoutes, ResponseOf } from '@parvandeh/contract'

export type Entry = ResponseOf<typeof auditRoutes.list>['rows'][number]
