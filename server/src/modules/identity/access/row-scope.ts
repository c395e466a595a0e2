import type { AccessClass, Permission, Scope } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'

/** The two columns by which every row that a person may or may not see is known. */
interface RowRights {
  unitId: string | null
  ownerId: string | null
}

/**
 * The one condition over rows: which of them the actor may reach under a permission. `alias` is the table
 * (or view) in the query, which carries `unit_id` and the owner's column, `owner_id` unless named.
 * - own: the actor is the owner; team: or the row is of the actor's own unit;
 * - unit: or of a unit below it; all: every row.
 */
export function visibleRows(actor: Actor, permission: Permission, alias: string, ownerColumn = 'owner_id'): RawBuilder<boolean> {
  const scope = actor.grants[permission]
  const unit = sql.ref(`${alias}.unit_id`)
  const owner = sql.ref(`${alias}.${ownerColumn}`)
  const own = sql<boolean>`${owner} = ${actor.personId}`
  if (scope === undefined) return sql<boolean>`false`
  if (scope === 'all') return sql<boolean>`true`
  if (scope === 'own' || actor.unitId === null) return own
  if (scope === 'team') return sql<boolean>`(${own} or ${unit} = ${actor.unitId})`
  return sql<boolean>`(${own} or ${unit} = any(${[...actor.unitIds]}::uuid[]))`
}

/**
 * The units whose every row the actor may reach under a permission, or `all` of them; undefined where only own rows are.
 * Beside them own rows of other units are visible.
 */
export function visibleUnits(actor: Actor, permission: Permission): 'all' | readonly string[] | undefined {
  const scope = actor.grants[permission]
  if (scope === 'all') return 'all'
  if (scope === undefined || scope === 'own' || actor.unitId === null) return undefined
  return scope === 'team' ? [actor.unitId] : actor.unitIds
}

/** A page of so many parts would cost more than what it spares; units that many are wherever one looks. */
const mostParts = 40

/**
 * What `visibleRows` lets through in parts, each of one owner or one unit. A list in an order is read part by part,
 * each along its own index: whoever has only old rows would else be looked for through everybody's newer ones.
 */
export function visibleParts(actor: Actor, permission: Permission, alias: string): RawBuilder<boolean>[] {
  const scope = actor.grants[permission]
  const unitIds = scope === 'team' && actor.unitId !== null ? [actor.unitId] : scope === 'unit' ? actor.unitIds : []
  if (unitIds.length === 0 || unitIds.length > mostParts) return [visibleRows(actor, permission, alias)]
  const own = sql<boolean>`${sql.ref(`${alias}.owner_id`)} = ${actor.personId}`
  return [own, ...unitIds.map((unitId) => sql<boolean>`${sql.ref(`${alias}.unit_id`)} = ${unitId}`)]
}

/** The same decision for one row in hand: for live messages and for writes. */
export function mayReach(actor: Actor, permission: Permission, row: RowRights): boolean {
  const scope: Scope | undefined = actor.grants[permission]
  if (scope === undefined) return false
  if (scope === 'all') return true
  if (actor.personId !== null && row.ownerId === actor.personId) return true
  if (scope === 'own' || actor.unitId === null || row.unitId === null) return false
  return scope === 'team' ? row.unitId === actor.unitId : actor.unitIds.includes(row.unitId)
}

/** Refuses as if the row were not there. */
export function requireReach(actor: Actor, permission: Permission, row: RowRights | undefined): void {
  if (!row || !mayReach(actor, permission, row)) throw new AppError('not-found')
}

/** The classes of fields that the actor may read, for `access_class = any(...)`. */
export const readableClasses = (actor: Actor): AccessClass[] => [...actor.fieldClasses]
