import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFailure } from './failure.ts'

let signedOut = () => {}

/** Says what to do when the server no longer knows the person: the session has ended, or was ended elsewhere. */
export function whenSignedOut(act: () => void) {
  signedOut = act
}

function notice(failure: unknown) {
  if (failure instanceof ApiFailure && failure.code === 'not-signed-in') signedOut()
}

/** The one cache of what the server has said. Live messages tell it what has gone stale. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 10 * 60_000, refetchOnWindowFocus: true, retry: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
