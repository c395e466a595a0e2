import { customerRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { pages } from '../api/query.ts'
import { withoutParts } from '../lists/list-search.ts'
import { readCustomerSearch } from '../modules/customers/list/customer-search.ts'
import { placesQuery } from '../places/places.ts'
import { appRoute } from './app.route.tsx'

/** All customers; the filters are in the address. */
export const customersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers',
  validateSearch: readCustomerSearch,
  loaderDeps: ({ search }) => search,
  // Asked for as the way here begins; waited for by nobody, so that the page appears at once.
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(pages(customerRoutes.list, { query: withoutParts(deps) }))
    void queryClient.prefetchQuery(directoryQuery)
    void queryClient.prefetchQuery(placesQuery)
  },
  component: lazyRouteComponent(() => import('../modules/customers/list/CustomersPage.tsx'), 'CustomersPage'),
})
