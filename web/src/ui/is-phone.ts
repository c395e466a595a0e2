import { useSyncExternalStore } from 'react'

const narrow = globalThis.matchMedia?.('(max-width: 47.99rem)')

/** Whether the page is as narrow as a phone, where the rows of tables are cards. */
export const useIsPhone = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      narrow?.addEventListener('change', listener)
      return () => narrow?.removeEventListener('change', listener)
    },
    () => narrow?.matches ?? false,
  )
