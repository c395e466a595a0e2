import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { rootRoute } from './root.route.ts'

/** The first page of a new installation: look at the demo, or set up one's own organisation. */
export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session.setUp || session.demo) throw redirect({ to: session.person ? '/' : '/sign-in' })
  },
  component: lazyRouteComponent(() => import('../modules/identity/welcome/WelcomePage.tsx'), 'WelcomePage'),
})
