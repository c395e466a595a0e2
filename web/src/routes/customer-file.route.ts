import { customerRoutes, relationRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { pages, query } from '../api/query.ts'
import { placesQuery } from '../places/places.ts'
import { appRoute } from './app.route.tsx'

/** A customer's file; `show` names the kinds that the timeline is narrowed to, `log` opens the form for a call, and `line` is
 * the call or message to bring into view. */
export const customerFileRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/$customerId',
  validateSearch: (search: Record<string, unknown>): { show?: string; log?: 'call'; line?: string } => ({
    ...(typeof search.show === 'string' && search.show ? { show: search.show } : {}),
    ...(typeof search.line === 'string' ? { line: search.line } : {}),
    ...(search.log === 'call' ? { log: 'call' as const } : {}),
  }),
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchInfiniteQuery(pages(customerRoutes.timeline, { params, query: {} }))
    void queryClient.prefetchQuery(directoryQuery)
    void queryClient.prefetchQuery(placesQuery)
    return queryClient.ensureQueryData(query(customerRoutes.show, { params }))
  },
  component: lazyRouteComponent(() => import('./customer-file/CustomerFilePage.tsx'), 'CustomerFilePage'),
})

/** The files around a customer's file. */
export const customerRelationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/$customerId/relations',
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(query(relationRoutes.graph, { params, query: {} }))
    return queryClient.ensureQueryData(query(customerRoutes.show, { params }))
  },
  component: lazyRouteComponent(() => import('../modules/customers/relations/RelationsPage.tsx'), 'RelationsPage'),
})
