import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { rootRoute } from './root.route.ts'
import { safeBack } from './safe-back.ts'

/** Sign-in, and back to where the person wanted to go. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => {
    const back = safeBack(search.back)
    return back ? { back } : {}
  },
  beforeLoad: async ({ context, search }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session.person) throw redirect({ href: search.back ?? '/' })
    if (!session.setUp && !session.demo) throw redirect({ to: '/welcome' })
  },
  component: lazyRouteComponent(() => import('../modules/identity/sign-in/SignInPage.tsx'), 'SignInPage'),
})
