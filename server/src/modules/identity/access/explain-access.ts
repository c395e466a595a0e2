import { accessClasses, permissionKeys, scopes } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { requirePerson } from '../people/change-person.ts'
import { readRoles, readUnitsBelow } from './actor.queries.ts'
import { loadGrants } from './load-actor.ts'
import type { Sight } from './sight.types.ts'
import { givenBy, verdictOn } from './verdict.ts'

const mostCounted = 10_000

/** What a person can see and do, which role each right comes from, and how much that reaches. */
export async function explainAccess(context: Context, personId: string, sights: readonly Sight[]) {
  const { person, actor, roles } = await standInFor(context, personId)
  await writeAudit(context, { action: 'access.explained', subjectType: 'person', subjectId: personId })
  const counted = sights.map(async ({ kind, count }) => ({
    kind,
    seen: Math.min(await count(context, actor, mostCounted + 1), mostCounted + 1),
    all: Math.min(await count(context, 'all', mostCounted + 1), mostCounted + 1),
    most: mostCounted,
  }))
  return {
    name: person.name,
    active: person.active,
    unitId: person.unitId,
    unitIds: [...actor.unitIds],
    roles: roles.map(({ name }) => name),
    grants: permissionKeys.flatMap((permission) => {
      const scope = actor.grants[permission]
      return scope === undefined ? [] : [{ permission, scope, roles: widestFirst(givenBy(roles, permission)) }]
    }),
    fieldClasses: accessClasses
      .filter((one) => actor.fieldClasses.has(one))
      .map((accessClass) => ({
        accessClass,
        roles: roles.filter((role) => role.fieldClasses.includes(accessClass)).map(({ name }) => name),
      })),
    sights: await Promise.all(counted),
  }
}

/** Whether a person sees one record and may change it. Whoever asks must see it themselves: else it is not there. */
export async function tryAccess(context: Context, personId: string, sight: Sight, key: string) {
  const { actor, roles } = await standInFor(context, personId)
  const row = await sight.find?.(context, key)
  if (!row) throw new AppError('not-found')
  const { customerId, unitId, ownerId } = row
  await writeAudit(context, {
    action: 'access.tried',
    impersonal: true,
    subjectType: 'person',
    subjectId: personId,
    customerId,
    after: { kind: sight.kind, key },
  })
  return { unitId, ownerId, read: verdictOn(actor, roles, sight.read, row), write: verdictOn(actor, roles, sight.write, row) }
}

/** The rights that a person has, whether or not they may sign in just now. */
async function standInFor(context: Context, personId: string) {
  const person = await requirePerson(context, personId)
  const roles = await readRoles(context.tx, personId)
  const unitIds = person.unitId === null ? [] : await readUnitsBelow(context.tx, person.unitId)
  const held = await loadGrants(context.tx, personId)
  const actor: Actor = { kind: 'person', personId, unitId: person.unitId, unitIds, ...held, address: null }
  return { person, roles, actor }
}

const widestFirst = <T extends { scope: (typeof scopes)[number] }>(given: T[]): T[] =>
  given.toSorted((left, right) => scopes.indexOf(right.scope) - scopes.indexOf(left.scope))
