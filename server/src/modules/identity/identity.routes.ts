import { contract } from '@parvandeh/contract'
import type { Context } from '../../platform/context.ts'
import { serve } from '../../platform/http/handlers.ts'
import type { Exchange, ServedRoute } from '../../platform/http/handlers.ts'
import { explainAccess, tryAccess } from './access/explain-access.ts'
import { loadActor } from './access/load-actor.ts'
import { ownId } from './access/own-id.ts'
import { exportAudit } from './audit/export-audit.ts'
import type { Sight } from './access/sight.types.ts'
import { listAudit } from './audit/list-audit.queries.ts'
import { bulkRoutes } from './bulk/bulk.routes.ts'
import { calendarRoutes } from './calendars/calendar.routes.ts'
import { setUpOrganisation } from './organisation/set-up.ts'
import { addPerson } from './people/add-person.ts'
import { changePerson, requirePerson, setPassword } from './people/change-person.ts'
import { directory } from './people/directory.ts'
import { exportPeople } from './people/export-people.ts'
import { pageOfPeople } from './people/people.queries.ts'
import { allRoles } from './people/roles.queries.ts'
import { addRole, changeRole, removeRole } from './people/roles.ts'
import { allBranches, allUnits } from './people/units.queries.ts'
import { addBranch, addUnit, changeUnit, removeUnit, renameBranch } from './people/units.ts'
import type { Auth } from './sign-in/open-auth.ts'
import { tokensOf } from './tokens/tokens.queries.ts'
import type { ReadConditions } from './views/for-reader.ts'
import { viewRoutes } from './views/view.routes.ts'
import { addToken, revokeToken } from './tokens/tokens.ts'
import { changePassword, signOut } from './sign-in/own-session.ts'
import { showSession } from './sign-in/show-session.ts'
import { signIn } from './sign-in/sign-in.ts'
import {
  endOtherSessions,
  endOwnSession,
  endSessionOfPerson,
  endSessionsOfPerson,
  ownSessions,
  sessionsOfPerson,
} from './sign-in/sessions.ts'
import { resetSecondFactor, setPolicy } from './second-factor/manage-second-factor.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewBackupCodes,
  showSecondFactor,
  turnOffSecondFactor,
} from './second-factor/own-second-factor.ts'
import { readPolicy } from './second-factor/second-factor.queries.ts'

/** The endpoints of identity. `auth` is the sign-in library of this organisation, `sights` what the modules above tell of who sees what, `read` of conditions. */
export function identityRoutes(auth: Auth, sights: readonly Sight[], read: ReadConditions): ServedRoute[] {
  return [
    ...serve(contract.session, {
      show: (context) => showSession(context),
      signIn: async (context, { body, exchange }) => sessionOf(context, await signIn(context, auth, exchange, body)),
      signOut: (context, { exchange }) => signOut(context, auth, exchange),
      changePassword: (context, { body, exchange }) => changePassword(context, auth, exchange, body),
      setUp: async (context, { body, exchange }) => {
        const made = await setUpOrganisation(context, auth, body)
        return sessionOf(context, await signInAtOnce(context, auth, exchange, body, made.personId))
      },
    }),
    ...serve(contract.sessions, {
      list: (context, { exchange }) => ownSessions(context, auth, exchange),
      end: (context, { params }) => endOwnSession(context, params.sessionId),
      endOthers: (context, { exchange }) => endOtherSessions(context, auth, exchange),
    }),
    ...serve(contract.secondFactor, {
      show: (context, { exchange }) => showSecondFactor(context, auth, exchange),
      begin: (context, { body, exchange }) => beginSecondFactor(context, auth, exchange, body.password),
      confirm: (context, { body, exchange }) => confirmSecondFactor(context, auth, exchange, body.code),
      renewBackupCodes: (context, { body, exchange }) => renewBackupCodes(context, auth, exchange, body),
      turnOff: (context, { body, exchange }) => turnOffSecondFactor(context, auth, exchange, body),
      policy: (context) => readPolicy(context),
      setPolicy: (context, { body }) => setPolicy(context, body.policy),
    }),
    ...peopleRoutes(auth, sights),
    ...structureRoutes(),
    ...calendarRoutes(),
    ...viewRoutes(read),
    ...bulkRoutes(),
  ]
}

function peopleRoutes(auth: Auth, sights: readonly Sight[]): ServedRoute[] {
  const sightOf = (kind: Sight['kind']): Sight => {
    const found = sights.find((sight) => sight.kind === kind)
    if (!found) throw new Error(`nobody tells who sees ${kind}`)
    return found
  }
  return [
    ...serve(contract.people, {
      list: (context, { query }) => pageOfPeople(context, query),
      export: (context, { query }) => exportPeople(context, query),
      show: (context, { params }) => requirePerson(context, params.personId),
      add: async (context, { body }) =>
        requirePerson(context, (await addPerson(context, auth, { ...body, passwordDue: body.password !== null })).id),
      change: (context, { params, body }) => changePerson(context, params.personId, body),
      setPassword: (context, { params, body }) => setPassword(context, auth, params.personId, body.password),
      sessions: (context, { params }) => sessionsOfPerson(context, params.personId),
      endSession: (context, { params }) => endSessionOfPerson(context, params.personId, params.sessionId),
      endSessions: (context, { params }) => endSessionsOfPerson(context, params.personId),
      access: (context, { params }) => explainAccess(context, params.personId, sights),
      tryCustomer: (context, { params }) => tryAccess(context, params.personId, sightOf('customers'), params.fileId),
      tryRequest: (context, { params }) => tryAccess(context, params.personId, sightOf('requests'), params.number),
      resetSecondFactor: (context, { params }) => resetSecondFactor(context, params.personId),
      directory,
    }),
    ...serve(contract.tokens, {
      list: async (context) => ({ tokens: await tokensOf(context, ownId(context)) }),
      add: (context, { body }) => addToken(context, ownId(context), body),
      revoke: (context, { params }) => revokeToken(context, ownId(context), params.tokenId),
    }),
    ...serve(contract.audit, {
      list: (context, { query }) => listAudit(context, query),
      export: (context, { query }) => exportAudit(context, query),
    }),
  ]
}

function structureRoutes(): ServedRoute[] {
  return [
    ...serve(contract.units, {
      list: async (context) => ({ units: await allUnits(context), branches: await allBranches(context) }),
      add: (context, { body }) => addUnit(context, body),
      change: (context, { params, body }) => changeUnit(context, params.unitId, body),
      remove: (context, { params }) => removeUnit(context, params.unitId),
      addBranch: (context, { body }) => addBranch(context, body.name),
      renameBranch: (context, { params, body }) => renameBranch(context, params.branchId, body.name),
    }),
    ...serve(contract.roles, {
      list: async (context) => ({ roles: await allRoles(context) }),
      add: (context, { body }) => addRole(context, body),
      change: (context, { params, body }) => changeRole(context, params.roleId, body),
      remove: (context, { params }) => removeRole(context, params.roleId),
    }),
  ]
}

const sessionOf = async (context: Context, personId: string) =>
  showSession(context, (await loadActor(context.tx, personId, 'person')) ?? context.actor)

async function signInAtOnce(
  context: Context,
  auth: Auth,
  exchange: Exchange,
  body: { username: string; password: string },
  personId: string,
): Promise<string> {
  await signIn(context, auth, exchange, { login: body.username, password: body.password })
  return personId
}
