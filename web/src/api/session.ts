import { type Permission, type ResponseOf, sessionRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from './query.ts'

export type Session = ResponseOf<typeof sessionRoutes.show>

/** Who is asking and what they may do; read before the first page. */
export const sessionQuery = { ...query(sessionRoutes.show), staleTime: 5 * 60_000 }

const nobody: Session = {
  setUp: false,
  demo: false,
  organisation: null,
  person: null,
  permissions: {},
  fieldClasses: [],
  due: null,
  tryAccounts: [],
}

/** The session; that of nobody until it has been read. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? nobody
}

/** Whether the person holds a permission, at any scope. For what to show; the server decides what may be done. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions[permission] !== undefined
}
