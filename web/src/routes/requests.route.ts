import { requestRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { pages } from '../api/query.ts'
import { catalogueQuery } from '../modules/service/catalogue.ts'
import { filtersOf, readRequestSearch } from '../modules/service/list/request-search.ts'
import { requestQuery } from '../modules/service/request-query.ts'
import { appRoute } from './app.route.tsx'

/** The list of requests; the filters are in the address. */
export const requestsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/requests',
  validateSearch: readRequestSearch,
  loaderDeps: ({ search }) => search,
  // Asked for as the way here begins; waited for by nobody, so that the page appears at once.
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(pages(requestRoutes.list, { query: filtersOf(deps) }))
    void queryClient.prefetchQuery(directoryQuery)
    void queryClient.prefetchQuery(catalogueQuery)
  },
  component: lazyRouteComponent(() => import('../modules/service/list/RequestsPage.tsx'), 'RequestsPage'),
})

/** Registers a request; `customer` is whose, where that is known. */
export const newRequestRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/requests/new',
  validateSearch: (search: Record<string, unknown>): { customer?: string } =>
    typeof search.customer === 'string' ? { customer: search.customer } : {},
  component: lazyRouteComponent(() => import('../modules/service/form/NewRequestPage.tsx'), 'NewRequestPage'),
})

/** One request by its number. */
export const requestRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/requests/$number',
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(requestQuery(params.number))
    void queryClient.prefetchQuery(catalogueQuery)
  },
  component: lazyRouteComponent(() => import('../modules/service/page/RequestPage.tsx'), 'RequestPage'),
})
