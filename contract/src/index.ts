import { catalogueRoutes } from './catalogue.ts'
import { customerRoutes } from './customers/files.ts'
import { documentRoutes } from './documents.ts'
import { calendarRoutes } from './identity/calendars.ts'
import { auditRoutes, peopleRoutes, roleRoutes, tokenRoutes, unitRoutes } from './identity/people.ts'
import { demoRoutes, sessionRoutes } from './identity/session.ts'
import { importRoutes } from './imports.ts'
import { interactionRoutes } from './interactions.ts'
import { kpiRoutes } from './kpi.ts'
import { requestRoutes } from './service/requests.ts'
import { systemRoutes } from './system.ts'

/** Every endpoint there is, by the noun it serves. */
export const contract = {
  system: systemRoutes,
  session: sessionRoutes,
  demo: demoRoutes,
  people: peopleRoutes,
  units: unitRoutes,
  roles: roleRoutes,
  tokens: tokenRoutes,
  audit: auditRoutes,
  calendars: calendarRoutes,
  catalogue: catalogueRoutes,
  customers: customerRoutes,
  interactions: interactionRoutes,
  documents: documentRoutes,
  requests: requestRoutes,
  kpi: kpiRoutes,
  imports: importRoutes,
}

export * from './catalogue.ts'
export * from './customers/files.ts'
export * from './documents.ts'
export * from './events.ts'
export * from './failures.ts'
export * from './fields.ts'
export * from './identity/calendars.ts'
export * from './identity/people.ts'
export * from './identity/session.ts'
export * from './imports.ts'
export * from './interactions.ts'
export * from './kpi.ts'
export * from './permissions.ts'
export * from './problem.ts'
export * from './route.ts'
export * from './service/requests.ts'
