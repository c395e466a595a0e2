import type { ResponseOf, tagRoutes } from '@parvandeh/contract'

export type Tag = ResponseOf<typeof tagRoutes.list>['tags'][number]
