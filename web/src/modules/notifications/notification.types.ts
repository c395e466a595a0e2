import type { notificationRoutes, ResponseOf } from '@parvandeh/contract'

export type Notification = ResponseOf<typeof notificationRoutes.list>['rows'][number]
