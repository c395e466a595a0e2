import { QueryClient } from '@tanstack/react-query'

/** The one cache of what the server has said. Live messages tell it what has gone stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 10 * 60_000, refetchOnWindowFocus: true, retry: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
