import type { ResponseOf, Route } from '@parvandeh/contract'
import { infiniteQueryOptions, queryOptions, useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { call, type CallArguments, type CallInput } from './call.ts'
import type { ApiFailure } from './failure.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure
  }
}

/** The key of a query: the path as declared, then what was asked. Live messages find queries by it. */
export type ApiQueryKey = readonly [path: string, asked: unknown, ...rest: unknown[]]

/** A read of the server as a value: given to `useQuery`, `useSuspenseQuery` or a route's loader. */
export function query<T extends Route>(route: T, ...[input]: CallArguments<T>) {
  const asked = (input ?? {}) as CallInput<T>
  return queryOptions({
    queryKey: [route.path, asked] as const,
    queryFn: ({ signal }): Promise<ResponseOf<T>> => call(route, asked, signal),
  })
}

interface Paged {
  rows: unknown[]
  next?: string | undefined
}

/** A list read page after page by key, for `useInfiniteQuery`; rows of all pages so far come from `rowsOf`. */
export function pages<T extends Route>(route: T, ...[input]: CallArguments<T>) {
  const asked = (input ?? {}) as CallInput<T> & { query?: object }
  return infiniteQueryOptions({
    queryKey: [route.path, asked, 'pages'] as const,
    queryFn: ({ signal, pageParam }): Promise<ResponseOf<T>> =>
      call(route, pageParam ? { ...asked, query: { ...asked.query, after: pageParam } } : asked, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: ResponseOf<T>) => (last as Paged).next,
  })
}

/** The rows of every page read so far, in order. */
export function rowsOf<P extends Paged>(data: { pages: P[] } | undefined): P['rows'] {
  return data?.pages.flatMap((page) => page.rows) ?? []
}

interface Endless {
  hasNextPage: boolean
  isFetching: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

/** What a table must know to read further: whether there is more, and how to ask for it, one page at a time. */
export const moreOf = (list: Endless) => ({
  has: list.hasNextPage,
  isPending: list.isFetchingNextPage,
  onMore: () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage()
  },
})

/** A write as a mutation; its input is that of the endpoint. */
export function useWrite<T extends Route>(
  route: T,
  options: Omit<UseMutationOptions<ResponseOf<T>, ApiFailure, CallInput<T>>, 'mutationFn'> = {},
) {
  return useMutation<ResponseOf<T>, ApiFailure, CallInput<T>>({ ...options, mutationFn: (input) => call(route, input) })
}
