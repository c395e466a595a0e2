import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readCollectionSearch } from '../modules/collection/collection-search.ts'
import { appRoute } from './app.route.tsx'

/** How complete files are, what is collected, what it takes and what counts; the part in view is in the address. */
export const completenessRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/completeness',
  validateSearch: readCollectionSearch,
  component: lazyRouteComponent(() => import('../modules/collection/CollectionPage.tsx'), 'CollectionPage'),
})

/** One programme of collection. */
export const programmeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/programmes/$programmeId',
  component: lazyRouteComponent(() => import('../modules/collection/programmes/ProgrammePage.tsx'), 'ProgrammePage'),
})
