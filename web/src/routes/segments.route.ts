import { segmentRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { query } from '../api/query.ts'
import { type ListParts, readListParts } from '../lists/list-search.ts'
import { segmentsQuery } from '../modules/customers/list/use-condition-source.ts'
import { appRoute } from './app.route.tsx'

/** Segments of customers; `create` opens the form for a new one. */
export const segmentsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/segments',
  validateSearch: (search: Record<string, unknown>): ListParts & { create?: true } => ({
    ...readListParts(search),
    ...(search.create === true ? { create: true as const } : {}),
  }),
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(segmentsQuery),
  component: lazyRouteComponent(() => import('../modules/customers/segments/SegmentsPage.tsx'), 'SegmentsPage'),
})

export const segmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/segments/$segmentId',
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(query(segmentRoutes.show, { params })),
  component: lazyRouteComponent(() => import('../modules/customers/segments/SegmentPage.tsx'), 'SegmentPage'),
})
