import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readInteractionSearch } from '../modules/interactions/list/interaction-search.ts'
import { appRoute } from './app.route.tsx'

/** Calls, visits, messages and notes over all files; the filters are in the address. */
export const interactionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/interactions',
  validateSearch: readInteractionSearch,
  component: lazyRouteComponent(() => import('../modules/interactions/list/InteractionsPage.tsx'), 'InteractionsPage'),
})
