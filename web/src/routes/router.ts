import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient, whenSignedOut } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { FailedPage, NotFoundPage } from '../shell/failed-pages.tsx'
import { chequesRoute, ledgerRoute } from './accounts.route.ts'
import { appRoute } from './app.route.tsx'
import { contradictionsRoute } from './contradictions.route.ts'
import { completenessRoute, programmeRoute } from './completeness.route.ts'
import { customerFileRoute, customerRelationsRoute } from './customer-file.route.ts'
import { editCustomerRoute, newCustomerRoute } from './customer-form.route.ts'
import { customersRoute } from './customers.route.ts'
import { duplicatesRoute, mergeRoute } from './duplicates.route.ts'
import { exportsRoute } from './exports.route.ts'
import { importRoute, importsRoute } from './imports.route.ts'
import { dueRoute } from './due.route.ts'
import { interactionsRoute } from './interactions.route.ts'
import { leavingRoutes } from './leaving.route.ts'
import { kpiIndicatorRoute, kpiRecordsRoute, kpiRelationsRoute, kpiRoute } from './kpi.route.ts'
import { missingRoute } from './missing.route.ts'
import { notificationSettingsRoute, notificationsRoute } from './notifications.route.ts'
import { newRequestRoute, requestRoute, requestsRoute } from './requests.route.ts'
import { rootRoute } from './root.route.ts'
import { segmentRoute, segmentsRoute } from './segments.route.ts'
import { settingsRoutes } from './settings.route.ts'
import { supervisorRoute } from './supervisor.route.ts'
import { signInRoute } from './sign-in.route.ts'
import { startRoute } from './start.route.ts'
import { welcomeRoute } from './welcome.route.ts'

const developmentRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kit',
        component: lazyRouteComponent(() => import('../kit/KitPage.tsx'), 'KitPage'),
      }),
    ]
  : []

// Pages behind sign-in; one line each.
const appPages = [
  startRoute,
  requestsRoute,
  newRequestRoute,
  requestRoute,
  customersRoute,
  newCustomerRoute,
  editCustomerRoute,
  customerFileRoute,
  ...leavingRoutes,
  contradictionsRoute,
  customerRelationsRoute,
  duplicatesRoute,
  mergeRoute,
  ledgerRoute,
  chequesRoute,
  segmentsRoute,
  segmentRoute,
  completenessRoute,
  programmeRoute,
  interactionsRoute,
  kpiRoute,
  kpiRelationsRoute,
  kpiIndicatorRoute,
  kpiRecordsRoute,
  importsRoute,
  exportsRoute,
  importRoute,
  supervisorRoute,
  notificationsRoute,
  notificationSettingsRoute,
  ...settingsRoutes,
  missingRoute,
] as const

/** Every page there is. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([appRoute.addChildren(appPages), signInRoute, dueRoute, welcomeRoute, ...developmentRoutes]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

// The frame's own check then finds nobody signed in and leads to sign-in, and back afterwards.
whenSignedOut(() => {
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.invalidate()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
