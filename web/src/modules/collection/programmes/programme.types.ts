import type { programmeRoutes, ResponseOf } from '@parvandeh/contract'

export type Programme = ResponseOf<typeof programmeRoutes.list>['programmes'][number]
