import { Outlet, useRouter } from '@tanstack/react-router'
import { RouterProvider } from 'react-aria-components'
import { Toasts } from '../ui/toast.tsx'
import { useShellWords } from './messages.ts'

/** Holds what every page has. Links of React Aria are led through the router, so that none of them loads the app anew. */
export function Root() {
  const router = useRouter()
  const words = useShellWords()
  return (
    <RouterProvider navigate={(href) => void router.navigate({ href })}>
      <title>{words.product}</title>
      <Outlet />
      <Toasts />
    </RouterProvider>
  )
}
