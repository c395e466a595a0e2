import { duplicateRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { pages, query } from '../api/query.ts'
import { placesQuery } from '../places/places.ts'
import { appRoute } from './app.route.tsx'

/** Pairs of files that look like one customer's. */
export const duplicatesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/duplicates',
  validateSearch: (search: Record<string, unknown>): { state?: 'not-duplicates' } =>
    search.state === 'not-duplicates' ? { state: 'not-duplicates' } : {},
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchInfiniteQuery(pages(duplicateRoutes.list, { query: { state: 'open', limit: 30 } }))
    void queryClient.prefetchQuery(placesQuery)
  },
  component: lazyRouteComponent(() => import('../modules/customers/duplicates/DuplicatesPage.tsx'), 'DuplicatesPage'),
})

/** Two files, to be merged. */
export const mergeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/duplicates/$customerId/$otherId',
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(directoryQuery)
    void queryClient.prefetchQuery(placesQuery)
    return queryClient.ensureQueryData(query(duplicateRoutes.show, { params }))
  },
  component: lazyRouteComponent(() => import('../modules/customers/duplicates/MergePage.tsx'), 'MergePage'),
})
