import { createRoute, redirect, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sessionQuery, useSession } from '../api/session.ts'
import { Bell } from '../modules/notifications/Bell.tsx'
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

/** The frame; after a session was ended elsewhere, or a demand came up meanwhile, the route's own check leads away. */
function App() {
  const { person, due } = useSession()
  const router = useRouter()
  const mayStay = person !== null && due === null
  useEffect(() => {
    if (!mayStay) void router.invalidate()
  }, [mayStay, router])
  return mayStay ? <AppFrame places={places} commands={commands} sources={paletteSources} bell={<Bell />} /> : null
}
