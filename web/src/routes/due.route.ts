import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { rootRoute } from './root.route.ts'

/** What a person must do before any other page opens to them. */
export const dueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/due',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session.person) throw redirect({ to: '/sign-in' })
    if (!session.due) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('../modules/administration/security/DuePage.tsx'), 'DuePage'),
})
