import { chequeRoutes, ledgerRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { Account } from './sales.types.ts'

/** After a write the account is that of the answer, and the lists are read again. */
export function useAfterWrite() {
  const client = useQueryClient()
  return (account: Account) => {
    void client.invalidateQueries({ queryKey: [ledgerRoutes.account.path] })
    void client.invalidateQueries({ queryKey: [ledgerRoutes.list.path] })
    void client.invalidateQueries({ queryKey: [ledgerRoutes.show.path] })
    void client.invalidateQueries({ queryKey: [chequeRoutes.list.path] })
    return account
  }
}
