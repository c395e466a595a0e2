import { kpiRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { directoryQuery } from '../api/directory.ts'
import { query } from '../api/query.ts'
import { readKpiSearch, readRecordsSearch } from '../modules/kpi/kpi-search.ts'
import { appRoute } from './app.route.tsx'

/** The six service indicators; period and filters are in the address. */
export const kpiRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kpi',
  validateSearch: readKpiSearch,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(query(kpiRoutes.list))
    void queryClient.prefetchQuery(directoryQuery)
  },
  component: lazyRouteComponent(() => import('../modules/kpi/KpiPage.tsx'), 'KpiPage'),
})

/** One of them in all that is known of it. */
export const kpiIndicatorRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kpi/$indicator',
  validateSearch: readKpiSearch,
  component: lazyRouteComponent(() => import('../modules/kpi/IndicatorPage.tsx'), 'IndicatorPage'),
})

/** The records behind one of their figures. */
export const kpiRecordsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kpi/$indicator/records',
  validateSearch: readRecordsSearch,
  component: lazyRouteComponent(() => import('../modules/kpi/RecordsPage.tsx'), 'RecordsPage'),
})

/** What fixed attributes go together with. */
export const kpiRelationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/kpi/relations',
  validateSearch: ({ verdict, all }: Record<string, unknown>): { verdict?: 'accepted' | 'rejected'; all?: true } => ({
    ...(verdict === 'accepted' || verdict === 'rejected' ? { verdict } : {}),
    ...(all === true ? { all } : {}),
  }),
  component: lazyRouteComponent(() => import('../modules/kpi/relations/RelationsPage.tsx'), 'RelationsPage'),
})
