import { notificationRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { query } from '../api/query.ts'
import { readNotificationSearch } from '../modules/notifications/notification-search.ts'
import { appRoute } from './app.route.tsx'

/** Everything that one was told. */
export const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/notifications',
  validateSearch: readNotificationSearch,
  component: lazyRouteComponent(() => import('../modules/notifications/NotificationsPage.tsx'), 'NotificationsPage'),
})

/** What to tell me of, and how. */
export const notificationSettingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/notifications',
  loader: ({ context }) => void context.queryClient.prefetchQuery(query(notificationRoutes.settings)),
  component: lazyRouteComponent(() => import('../modules/administration/notices/NoticesPage.tsx'), 'NoticesPage'),
})
