import { customerRoutes } from '@parvandeh/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { query } from '../../api/query.ts'
import { LedgerPage } from '../../modules/sales/ledger/LedgerPage.tsx'

/** A customer's ledger under the name that the file has. */
export function CustomerLedgerPage() {
  const { customerId } = useParams({ from: '/app/customers/$customerId/ledger' })
  const { data: file } = useSuspenseQuery(query(customerRoutes.show, { params: { customerId } }))
  return <LedgerPage name={file.displayName} />
}
