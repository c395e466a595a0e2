import { type NoticeKind, noticeKinds } from '@parvandeh/contract'

/** What the address of the page of notifications may hold. */
export interface NotificationSearch {
  kind?: NoticeKind | undefined
  unread?: boolean | undefined
}

/** Reads the filters out of the address; what does not fit is left out. */
export function readNotificationSearch({ kind, unread }: Record<string, unknown>): NotificationSearch {
  return {
    kind: noticeKinds.find((one) => one === kind),
    unread: typeof unread === 'boolean' ? unread : undefined,
  }
}
