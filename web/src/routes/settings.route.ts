import { catalogueRoutes, customFieldRoutes, roleRoutes, unitRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { query } from '../api/query.ts'
import { readListParts } from '../lists/list-search.ts'
import { readAuditSearch } from '../modules/administration/audit/audit-search.ts'
import { readCalendarSearch } from '../modules/administration/calendar/calendar-search.ts'
import type { FileWordsTab } from '../modules/administration/filewords/FileWordsPage.tsx'
import type { PeopleSearch } from '../modules/administration/people/person.types.ts'
import { appRoute } from './app.route.tsx'

const textOf = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../modules/administration/SettingsPage.tsx'), 'SettingsPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => {
    const [q, unitId] = [textOf(search.q), textOf(search.unitId)]
    return { ...(q ? { q } : {}), ...(unitId ? { unitId } : {}), ...readListParts(search) }
  },
  loader: ({ context }) => {
    if (context.session.permissions['identity.manage']) void context.queryClient.prefetchQuery(query(roleRoutes.list))
  },
  component: lazyRouteComponent(() => import('../modules/administration/people/PeoplePage.tsx'), 'PeoplePage'),
})

const unitsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/units',
  loader: ({ context }) => {
    if (context.session.permissions['identity.manage']) void context.queryClient.prefetchQuery(query(unitRoutes.list))
  },
  component: lazyRouteComponent(() => import('../modules/administration/units/UnitsPage.tsx'), 'UnitsPage'),
})

const rolesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/roles',
  validateSearch: (search: Record<string, unknown>): { role?: string } => {
    const role = textOf(search.role)
    return role ? { role } : {}
  },
  loader: ({ context }) => {
    if (context.session.permissions['identity.manage']) void context.queryClient.prefetchQuery(query(roleRoutes.list))
  },
  component: lazyRouteComponent(() => import('../modules/administration/roles/RolesPage.tsx'), 'RolesPage'),
})

const calendarRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('../modules/administration/calendar/CalendarPage.tsx'), 'CalendarPage'),
})

const fieldsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/fields',
  loader: ({ context }) => {
    if (context.session.permissions['customers.fields']) void context.queryClient.prefetchQuery(query(customFieldRoutes.list))
  },
  component: lazyRouteComponent(() => import('../modules/administration/fields/FieldsPage.tsx'), 'FieldsPage'),
})

const catalogueRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/catalogue',
  loader: ({ context }) => {
    if (context.session.permissions['catalogue.read']) void context.queryClient.prefetchQuery(query(catalogueRoutes.show))
  },
  component: lazyRouteComponent(() => import('../modules/administration/catalogue/CataloguePage.tsx'), 'CataloguePage'),
})

const fileWordsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/file-words',
  validateSearch: (search: Record<string, unknown>): { tab?: FileWordsTab } =>
    search.tab === 'kinds' || search.tab === 'places' ? { tab: search.tab } : {},
  component: lazyRouteComponent(() => import('./settings/FileWords.tsx'), 'FileWords'),
})

const classificationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/classification',
  component: lazyRouteComponent(() => import('./settings/Classification.tsx'), 'Classification'),
})

const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../modules/administration/audit/AuditPage.tsx'), 'AuditPage'),
})

const meRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/me',
  component: lazyRouteComponent(() => import('../modules/administration/me/MePage.tsx'), 'MePage'),
})

const accessRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/people/$personId/access',
  component: lazyRouteComponent(() => import('../modules/administration/access/AccessPage.tsx'), 'AccessPage'),
})

const securityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/security',
  component: lazyRouteComponent(() => import('../modules/administration/security/SecurityPage.tsx'), 'SecurityPage'),
})

/** The index of settings and its pages. */
export const settingsRoutes = [
  settingsRoute,
  peopleRoute,
  unitsRoute,
  rolesRoute,
  accessRoute,
  securityRoute,
  calendarRoute,
  fieldsRoute,
  catalogueRoute,
  fileWordsRoute,
  classificationRoute,
  auditRoute,
  meRoute,
] as const
