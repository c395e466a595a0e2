import { exportRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { pages } from '../api/query.ts'
import { readListParts } from '../lists/list-search.ts'
import { appRoute } from './app.route.tsx'

/** Large lists that one has taken out in the background. */
export const exportsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/exports',
  validateSearch: readListParts,
  loader: ({ context }) => {
    if (context.session.permissions['customers.export']) void context.queryClient.prefetchInfiniteQuery(pages(exportRoutes.list))
  },
  component: lazyRouteComponent(() => import('../modules/exports/ExportsPage.tsx'), 'ExportsPage'),
})
