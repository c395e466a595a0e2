import { provenanceRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'
import { query } from '../../../api/query.ts'

export type Origin = ResponseOf<typeof provenanceRoutes.show>['values'][number]
export type PastValue = ResponseOf<typeof provenanceRoutes.history>['values'][number]

interface Origins {
  customerId: string
  /** By the path of the value. */
  byField: ReadonlyMap<string, Origin>
}

/** Where the values of the file on the page come from; null where nobody asked. */
export const OriginsContext = createContext<Origins | null>(null)

/** Asks where the values of a file come from. */
export function useOriginsOf(customerId: string): Origins {
  const { data } = useQuery(query(provenanceRoutes.show, { params: { customerId } }))
  return useMemo(() => ({ customerId, byField: new Map(data?.values.map((value) => [value.field, value])) }), [customerId, data])
}

/** Where one value comes from, as far as it is known yet. */
export function useOrigin(field: string): (Origin & { customerId: string }) | undefined {
  const origins = use(OriginsContext)
  const origin = origins?.byField.get(field)
  return origin && origins ? { ...origin, customerId: origins.customerId } : undefined
}
