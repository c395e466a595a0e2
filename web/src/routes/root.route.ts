import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { FailedPage, NotFoundPage } from '../shell/failed-pages.tsx'
import { Root } from '../shell/Root.tsx'

/** The root of every page: title, toasts, and the last net under an error. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  errorComponent: FailedPage,
  notFoundComponent: NotFoundPage,
})
