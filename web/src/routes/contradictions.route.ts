import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readContradictionSearch } from '../modules/customers/evidence/contradiction-search.ts'
import { appRoute } from './app.route.tsx'

/** What in files does not agree; the filters are in the address. */
export const contradictionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/contradictions',
  validateSearch: readContradictionSearch,
  component: lazyRouteComponent(() => import('../modules/customers/evidence/ContradictionsPage.tsx'), 'ContradictionsPage'),
})
