import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { IdentityTables } from '../identity.tables.ts'
import type { CalendarException, CalendarRule, ExceptionKind, Span, WorkInterval } from './clock.types.ts'

export type OwnerKind = 'organisation' | 'branch' | 'unit'

export interface CalendarOwner {
  ownerKind: OwnerKind
  ownerId: string | null
}

export interface OwnedRule extends CalendarRule, CalendarOwner {}

export interface OwnedException extends CalendarException, CalendarOwner {
  id: string
  certain: boolean
}

const identity = (context: Pick<Context, 'tx'>) => tablesOf<IdentityTables>(context)

export async function calendarVersion(context: Context): Promise<string> {
  const row = await identity(context).selectFrom('identity.calendar_version').select('version').executeTakeFirst()
  return row?.version ?? 'none'
}

export async function renewCalendarVersion(context: Context): Promise<void> {
  const version = newId(context.now)
  await identity(context)
    .insertInto('identity.calendar_version')
    .values({ id: 1, version })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version }))
    .execute()
}

export async function allRules(context: Context): Promise<OwnedRule[]> {
  const rows = await identity(context).selectFrom('identity.calendar_rule').selectAll().orderBy('valid_from').execute()
  return rows.map((row) => ({
    ownerKind: row.owner_kind,
    ownerId: row.owner_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    week: row.week,
  }))
}

export async function replaceRules(context: Context, owner: CalendarOwner, rules: readonly CalendarRule[]): Promise<void> {
  await identity(context)
    .deleteFrom('identity.calendar_rule')
    .where('owner_kind', '=', owner.ownerKind)
    .where(sql<boolean>`owner_id is not distinct from ${owner.ownerId}::uuid`)
    .execute()
  if (rules.length === 0) return
  await identity(context)
    .insertInto('identity.calendar_rule')
    .values(
      rules.map((rule) => ({
        id: newId(context.now),
        owner_kind: owner.ownerKind,
        owner_id: owner.ownerId,
        valid_from: rule.validFrom,
        valid_to: rule.validTo ?? null,
        week: JSON.stringify(rule.week),
      })),
    )
    .execute()
}

/** Exceptions of a stretch of days (half-open), or all there are: some thousands at the very most. */
export async function exceptionsIn(context: Context, period?: { from: string; to: string }): Promise<OwnedException[]> {
  let query = identity(context).selectFrom('identity.calendar_exception').selectAll().orderBy('day').orderBy('id').limit(20_000)
  if (period) query = query.where('day', '>=', period.from).where('day', '<', period.to)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    ownerKind: row.owner_kind,
    ownerId: row.owner_id,
    day: row.day,
    kind: row.kind,
    name: row.name,
    intervals: row.intervals,
    certain: row.certain,
  }))
}

export interface NewException extends CalendarOwner {
  day: string
  kind: ExceptionKind
  name: string
  intervals: readonly WorkInterval[] | null
  certain: boolean
}

export async function insertExceptions(context: Context, exceptions: readonly NewException[]): Promise<OwnedException[]> {
  const made = exceptions.map((one) => ({ ...one, id: newId(context.now) }))
  const values = made.map((one) => ({
    id: one.id,
    owner_kind: one.ownerKind,
    owner_id: one.ownerId,
    day: one.day,
    kind: one.kind,
    name: one.name,
    intervals: one.intervals === null ? null : JSON.stringify(one.intervals),
    certain: one.certain,
  }))
  await identity(context).insertInto('identity.calendar_exception').values(values).execute()
  return made
}

export async function deleteException(context: Context, id: string): Promise<{ day: string; name: string; kind: string } | undefined> {
  return identity(context)
    .deleteFrom('identity.calendar_exception')
    .where('id', '=', id)
    .returning(['day', 'name', 'kind'])
    .executeTakeFirst()
}

export async function unitPlaces(context: Context): Promise<{ id: string; parentId: string | null; branchId: string | null }[]> {
  const rows = await identity(context).selectFrom('identity.unit').select(['id', 'parent_id', 'branch_id']).execute()
  return rows.map((row) => ({ id: row.id, parentId: row.parent_id, branchId: row.branch_id }))
}

interface Leave {
  id: string
  personId: string
  from: Date
  to: Date
  note: string
}

const leaveOf = (row: { id: string; person_id: string; starts_at: Date; ends_at: Date; note: string }): Leave => ({
  id: row.id,
  personId: row.person_id,
  from: row.starts_at,
  to: row.ends_at,
  note: row.note,
})

export async function leavesIn(context: Context, from: Date, to: Date): Promise<Leave[]> {
  const rows = await identity(context)
    .selectFrom('identity.leave')
    .selectAll()
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .limit(5000)
    .execute()
  return rows.map(leaveOf)
}

/** The leaves of these people that touch a stretch of time. */
export async function leavesOf(context: Context, people: readonly string[], { from, to }: Span): Promise<Leave[]> {
  if (people.length === 0) return []
  const rows = await identity(context)
    .selectFrom('identity.leave')
    .selectAll()
    .where('person_id', 'in', people)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .execute()
  return rows.map(leaveOf)
}

export async function insertLeave(context: Context, leave: Leave): Promise<void> {
  await identity(context)
    .insertInto('identity.leave')
    .values({ id: leave.id, person_id: leave.personId, starts_at: leave.from, ends_at: leave.to, note: leave.note })
    .execute()
}

export async function deleteLeave(context: Context, id: string): Promise<Leave | undefined> {
  const row = await identity(context).deleteFrom('identity.leave').where('id', '=', id).returningAll().executeTakeFirst()
  return row && leaveOf(row)
}
