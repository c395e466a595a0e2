import { customerRoutes, erasureRoutes, removalRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'

/** Reads that are no longer true when a file goes or comes back. */
const stale = [customerRoutes.list, customerRoutes.count, customerRoutes.search, removalRoutes.list, erasureRoutes.list]

export function useListsAnew(): () => void {
  const client = useQueryClient()
  return () => {
    for (const { path } of stale) void client.invalidateQueries({ queryKey: [path] })
  }
}
