import { importRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { pages, query } from '../api/query.ts'
import { readListParts } from '../lists/list-search.ts'
import { appRoute } from './app.route.tsx'

/** Files of history brought in, and the place to drop a new one. */
export const importsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/imports',
  validateSearch: readListParts,
  loader: ({ context }) => {
    if (context.session.permissions['imports.run']) void context.queryClient.prefetchInfiniteQuery(pages(importRoutes.list))
  },
  component: lazyRouteComponent(() => import('../modules/imports/list/ImportsPage.tsx'), 'ImportsPage'),
})

/** One import; `remap` returns to its mapping after it had started. */
export const importRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/imports/$importId',
  validateSearch: (search: Record<string, unknown>): { remap?: true } => (search.remap === true ? { remap: true } : {}),
  loader: ({ context: { queryClient }, params }) => void queryClient.prefetchQuery(query(importRoutes.show, { params })),
  component: lazyRouteComponent(() => import('../modules/imports/ImportPage.tsx'), 'ImportPage'),
})
