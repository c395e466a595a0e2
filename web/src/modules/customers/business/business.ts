import { businessRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'

export type Business = ResponseOf<typeof businessRoutes.show>

/** Puts the answer of a write in the place of what was read. */
export function useKeepBusiness(customerId: string) {
  const client = useQueryClient()
  return (after: Business) => client.setQueryData(query(businessRoutes.show, { params: { customerId } }).queryKey, after)
}
