import { relationRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'

export type Relations = ResponseOf<typeof relationRoutes.list>
export type Relation = Relations['relations'][number]

/** Puts the answer of a write in the place of what was read; the graph and the file across are read again. */
export function useKeepRelations(customerId: string) {
  const client = useQueryClient()
  return (after: Relations) => {
    client.setQueryData(query(relationRoutes.list, { params: { customerId } }).queryKey, after)
    void client.invalidateQueries({ queryKey: [relationRoutes.graph.path] })
  }
}
