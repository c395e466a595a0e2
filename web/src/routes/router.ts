import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '../api/query-client.ts'
import { rootRoute } from './root.route.ts'

const developmentRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kit',
        component: lazyRouteComponent(() => import('../kit/KitPage.tsx'), 'KitPage'),
      }),
    ]
  : []

/** Every page there is. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(developmentRoutes),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
