import { supervisionRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { query } from '../api/query.ts'
import { appRoute } from './app.route.tsx'

/** Who is free and who holds what; the unit is in the address. */
export const supervisorRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor',
  validateSearch: ({ unitId }: Record<string, unknown>): { unitId?: string } =>
    typeof unitId === 'string' && unitId !== '' ? { unitId } : {},
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchQuery(query(supervisionRoutes.show, { query: deps })),
  component: lazyRouteComponent(() => import('../modules/service/supervision/SupervisorPage.tsx'), 'SupervisorPage'),
})
