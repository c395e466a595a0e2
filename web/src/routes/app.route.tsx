import { createRoute, Navigate, redirect, useLocation } from '@tanstack/react-router'
import { sessionQuery, useSession } from '../api/session.ts'
import { AppFrame } from '../shell/AppFrame.tsx'
import { commands } from './commands.ts'
import { paletteSources } from './palette-sources.ts'
import { places } from './places.ts'
import { rootRoute } from './root.route.ts'

/** Parent of every page behind sign-in: whoever is not signed in is led to where that is done, and back afterwards. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session.person && session.due) throw redirect({ to: '/due' })
    if (session.person) return { session }
    if (!session.setUp && !session.demo) throw redirect({ to: '/welcome' })
    const back = location.href === '/' ? {} : { back: location.href }
    throw redirect({ to: '/sign-in', search: back })
  },
  component: App,
})

/** The frame; a session that was ended elsewhere, or a demand that came up meanwhile, leads away from it. */
function App() {
  const { person, due } = useSession()
  const { href } = useLocation()
  if (!person) return <Navigate to="/sign-in" search={href === '/' ? {} : { back: href }} />
  return due ? <Navigate to="/due" /> : <AppFrame places={places} commands={commands} sources={paletteSources} />
}
