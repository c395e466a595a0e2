import type { Permission } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { placesOpenTo } from '../shell/navigation.ts'
import { appRoute } from './app.route.tsx'
import { places } from './places.ts'

/** The bare address is the desk; whoever has none is led to the first place that is open to them. */
export const startRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    const may = (permission: Permission) => session.permissions[permission] !== undefined
    const [first] = placesOpenTo(may, places)
    if (first && first.to !== '/') throw redirect({ to: first.to as '/', replace: true })
  },
  component: lazyRouteComponent(() => import('./Start.tsx'), 'Start'),
})
