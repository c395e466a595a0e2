import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

interface PageOfRows {
  rows: { [key: string]: unknown }[]
}

/**
 * Shows changed values of a row at once, in every page of a list that has been read; `path` is that of the endpoint and
 * `idKey` the field that names a row.
 */
export function useInPlace(path: string, idKey: string) {
  const client = useQueryClient()
  return useCallback(
    (id: string, changed: object) => {
      const filter = { queryKey: [path], predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[2] === 'pages' }
      void client.cancelQueries(filter)
      client.setQueriesData<InfiniteData<PageOfRows>>(
        filter,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              rows: page.rows.map((row) => (row[idKey] === id ? { ...row, ...changed } : row)),
            })),
          },
      )
    },
    [client, path, idKey],
  )
}
