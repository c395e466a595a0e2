import { customerRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { query } from '../api/query.ts'
import { readChequeSearch } from '../modules/sales/cheques/cheque-search.ts'
import { readLedgerSearch } from '../modules/sales/ledger/ledger-search.ts'
import { appRoute } from './app.route.tsx'

/** The ledger of one customer; `entry` opens a voucher. */
export const ledgerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/$customerId/ledger',
  validateSearch: readLedgerSearch,
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(directoryQuery)
    return queryClient.ensureQueryData(query(customerRoutes.show, { params }))
  },
  component: lazyRouteComponent(() => import('./customer-file/CustomerLedgerPage.tsx'), 'CustomerLedgerPage'),
})

/** Cheques of all customers; the filters are in the address. */
export const chequesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cheques',
  validateSearch: readChequeSearch,
  component: lazyRouteComponent(() => import('../modules/sales/cheques/ChequesPage.tsx'), 'ChequesPage'),
})
