import { erasureRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { query } from '../api/query.ts'
import { type ListSearch, readListParts } from '../lists/list-search.ts'
import { appRoute } from './app.route.tsx'

const readSearch = (search: Record<string, unknown>): ListSearch => ({
  ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q.slice(0, 100) } : {}),
  ...readListParts(search),
})

const removedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/removed',
  validateSearch: readSearch,
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(directoryQuery),
  component: lazyRouteComponent(() => import('../modules/customers/leaving/RemovedPage.tsx'), 'RemovedPage'),
})

const erasuresRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/erasures',
  validateSearch: readSearch,
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(directoryQuery),
  component: lazyRouteComponent(() => import('../modules/customers/leaving/ErasuresPage.tsx'), 'ErasuresPage'),
})

const certificateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/erasures/$erasureId',
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(query(erasureRoutes.show, { params })),
  component: lazyRouteComponent(() => import('../modules/customers/leaving/CertificatePage.tsx'), 'CertificatePage'),
})

/** Files that go: those that were removed, and erasures with their certificates. */
export const leavingRoutes = [removedRoute, erasuresRoute, certificateRoute] as const
