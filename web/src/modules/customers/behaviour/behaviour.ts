import { behaviourRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'

export type Behaviour = ResponseOf<typeof behaviourRoutes.show>

/** Puts the answer of a write in the place of what was read. */
export function useKeepBehaviour(customerId: string) {
  const client = useQueryClient()
  return (after: Behaviour) => client.setQueryData(query(behaviourRoutes.show, { params: { customerId } }).queryKey, after)
}
