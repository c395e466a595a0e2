import type { notificationRoutes, ResponseOf } from '@parvandeh/contract'

/** How somebody wishes to be told. */
export type NoticeSettings = ResponseOf<typeof notificationRoutes.settings>
