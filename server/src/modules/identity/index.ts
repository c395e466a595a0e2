export { builtInRoles } from './organisation/built-in-roles.ts'
export { readUnitsBelow } from './access/actor.queries.ts'
export { loadActor, openAuthenticator } from './access/load-actor.ts'
export type { ReadConditions } from './views/for-reader.ts'
export type { Sight } from './access/sight.types.ts'
export { mayReach, readableClasses, requireReach, visibleParts, visibleRows, visibleUnits } from './access/row-scope.ts'
export { exportList } from './audit/export-list.ts'
export { auditTable, writeAudit, writeAudits } from './audit/audit.queries.ts'
export { identityRoutes } from './identity.routes.ts'
export { organisationOf, standardWeek, zoneOf } from './organisation/organisation.queries.ts'
export { setUpOrganisation } from './organisation/set-up.ts'
export { addPerson } from './people/add-person.ts'
export { addBranch, addUnit } from './people/units.ts'
export { openAuth } from './sign-in/open-auth.ts'
export type { Auth } from './sign-in/open-auth.ts'
export { sweepSignIn } from './sign-in/sweep-sign-in.queries.ts'
export { workClocksFor } from './calendars/work-clocks-for.ts'
export { addWorkingSeconds, isWorking } from './calendars/clock.rules.ts'
export { compileCalendar } from './calendars/compile.rules.ts'
export { officialHolidays } from './calendars/holidays.ts'
export type { CompiledCalendar } from './calendars/clock.types.ts'
export { directoryNames } from './people/directory.ts'
export { findPerson, peopleByExternalKey, rootUnit } from './people/people.queries.ts'
export { peopleOfUnit, personNames } from './people/who.queries.ts'
export { unitExists } from './people/units.queries.ts'
export { unitsByName } from './people/units-by-name.ts'
export {
  addPersonWithRole,
  everyAccount,
  requirePersonByUsername,
  resetSecondFactorOf,
  setPasswordOf,
  stopAccount,
} from './people/accounts.ts'
export { tokensOf } from './tokens/tokens.queries.ts'
export { addToken, revokeToken } from './tokens/tokens.ts'
export { demoAccounts } from './sign-in/show-session.ts'
export { notificationReactions } from './notifications/notification.reactions.ts'
export { notificationRoutes } from './notifications/notification.routes.ts'
export type { Notifier } from './notifications/notifier.ts'
export { sweepNotifications } from './notifications/sweep-notifications.ts'
export { workAgo } from './calendars/work-ago.ts'
export { peopleAtWork } from './people/people-at-work.ts'
export type { Colleague } from './people/people-at-work.ts'
export type {
  AskedByFilters,
  BulkDecision,
  BulkDone,
  BulkItem,
  BulkKey,
  BulkNoun,
  BulkOutcome,
  ChosenPage,
  ChosenRows,
} from './bulk/bulk.types.ts'
export { decisionBetween, expectedOf, previewOf } from './bulk/preview-bulk.rules.ts'
export { startBulk } from './bulk/start-bulk.ts'
export { sweepBulks } from './bulk/sweep-bulks.ts'
export { bulkReaction } from './bulk/work-bulk.ts'
export { identityHolder } from './subjects/identity-holder.ts'
