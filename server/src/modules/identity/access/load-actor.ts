import { scopes } from '@parvandeh/contract'
import type { AccessClass, Permission, Scope } from '@parvandeh/contract'
import { createHash } from 'node:crypto'
import type { Actor, AnyTables } from '../../../platform/context.ts'
import type { Kysely } from 'kysely'
import { mustHaveSecondFactor } from '../second-factor/policy.rules.ts'
import { readDues } from '../second-factor/second-factor.queries.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { touchSession } from '../sign-in/sessions.queries.ts'
import { findPersonByToken, findPersonByUser, readPerson, readRoles, readUnitsBelow, touchToken } from './actor.queries.ts'

const rememberedMs = 10_000
const mostRemembered = 2000

export interface Authenticator {
  authenticate: (headers: Headers, address: string) => Promise<Actor | null>
  /** Forgets what was remembered: rights, roles, units or sessions changed. */
  forget: () => void
}

/**
 * Finds the actor behind a session cookie or an access token. What was found is remembered for some seconds;
 * every change of rights makes all processes forget at once.
 */
export function openAuthenticator(db: Kysely<AnyTables>, auth: Auth, clock: () => Date): Authenticator {
  const remembered = new Map<string, { actor: Actor | null; until: number }>()
  let changes = 0
  return {
    forget: () => {
      changes += 1
      remembered.clear()
    },
    authenticate: async (headers, address) => {
      const credential = headers.get('authorization') ?? headers.get('cookie')
      if (!credential) return null
      const known = remembered.get(credential)
      const now = clock()
      if (known && known.until > now.getTime()) return known.actor && { ...known.actor, address }
      const before = changes
      const actor = await findActor(db, auth, headers, now)
      if (remembered.size >= mostRemembered) remembered.clear()
      // What was read while rights changed may be of before the change.
      if (before === changes) remembered.set(credential, { actor, until: now.getTime() + rememberedMs })
      return actor && { ...actor, address }
    },
  }
}

async function findActor(db: Kysely<AnyTables>, auth: Auth, headers: Headers, now: Date): Promise<Actor | null> {
  const bearer = /^Bearer (pvd_[\w-]{20,200})$/u.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    const token = await findPersonByToken(db, sha256(bearer), now)
    if (!token) return null
    await touchToken(db, token.tokenId, now)
    return loadActor(db, token.personId, 'token')
  }
  if (headers.has('authorization')) return null
  const session = await auth.api.getSession({ headers })
  const personId = session && (await findPersonByUser(db, session.user.id))
  if (!personId) return null
  await touchSession(db, session.session, now)
  return loadActor(db, personId, 'person')
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a person's roles give together: the widest scope that any of them gives for each permission. */
export async function loadGrants(db: Kysely<AnyTables>, personId: string): Promise<Pick<Actor, 'grants' | 'fieldClasses'>> {
  const roles = await readRoles(db, personId)
  const grants: Partial<Record<Permission, Scope>> = {}
  for (const [permission, scope] of roles.flatMap((role) => Object.entries(role.grants) as [Permission, Scope][])) {
    const before = grants[permission]
    if (before === undefined || scopes.indexOf(scope) > scopes.indexOf(before)) grants[permission] = scope
  }
  return { grants, fieldClasses: new Set<AccessClass>(['public', ...roles.flatMap((role) => role.fieldClasses)]) }
}

/**
 * The actor that a person is, null when they may not act. Whoever must first set a password or a second factor holds
 * no right until that is done.
 */
export async function loadActor(db: Kysely<AnyTables>, personId: string, kind: 'person' | 'token'): Promise<Actor | null> {
  const person = await readPerson(db, personId)
  if (!person?.active) return null
  const { grants, fieldClasses } = await loadGrants(db, personId)
  const unitIds = person.unitId === null ? [] : await readUnitsBelow(db, person.unitId)
  const actor: Actor = { kind, personId, unitId: person.unitId, unitIds, grants, fieldClasses, address: null }
  const due = kind === 'person' ? await dueOf(db, personId, grants) : null
  return due ? { ...actor, grants: {}, fieldClasses: new Set(), due } : actor
}

async function dueOf(db: Kysely<AnyTables>, personId: string, grants: Actor['grants']): Promise<Actor['due'] | null> {
  const { passwordDue, secondFactor, policy } = await readDues(db, personId)
  if (passwordDue) return 'password'
  return !secondFactor && mustHaveSecondFactor(policy, grants) ? 'second-factor' : null
}
