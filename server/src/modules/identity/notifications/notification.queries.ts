import type { Notice, NoticeKind } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { countUpTo } from '../../../platform/database/count-up-to.ts'
import { newId } from '../../../platform/ids.ts'
import type { IdentityTables } from '../identity.tables.ts'

const identity = (context: Pick<Context, 'tx'>) => tablesOf<IdentityTables>(context)
const table = 'identity.notification'

export type NotificationRow = IdentityTables[typeof table]

/** Of several deliveries to one person one at a time, so that none overlooks what another is about to write. */
export async function waitForTurnToTell(context: Context, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(727020, hashtext(${personId}))`.execute(context.tx)
}

/** What the person has not read about the thing since a moment, the newest first. */
export async function unreadAbout(context: Context, personId: string, subjectId: string, since: Date): Promise<NotificationRow[]> {
  return identity(context)
    .selectFrom(table)
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
}

export async function insertNotification(context: Context, personId: string, notice: Notice): Promise<string> {
  const id = newId(context.now)
  await identity(context)
    .insertInto(table)
    .values({ id, person_id: personId, times: 1, read_at: null, kind: notice.kind, ...columnsOf(context, notice) })
    .execute()
  return id
}

/** It happened again: the line is of now. */
export async function repeatNotification(context: Context, id: string, notice: Notice): Promise<void> {
  await identity(context)
    .updateTable(table)
    .set(columnsOf(context, notice))
    .set((row) => ({ times: row('times', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const columnsOf = (context: Context, notice: Notice) => ({
  at: context.now,
  by_person_id: notice.byPersonId,
  permission: notice.permission,
  unit_id: notice.unitId,
  owner_id: notice.ownerId,
  subject_type: notice.subjectType,
  subject_id: notice.subjectId,
  label: notice.label,
  title: notice.title,
  title_class: notice.titleClass,
  outcome: notice.outcome,
  customer_id: notice.customerId ?? null,
})

export async function deleteNotifications(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await identity(context).deleteFrom(table).where('id', 'in', ids).execute()
}

/** Takes away what nobody has read about a thing since a moment; gives whose bells that changes. */
export async function deleteUnreadAbout(
  context: Context,
  subjectId: string,
  kinds: readonly NoticeKind[],
  since: Date,
): Promise<Set<string>> {
  const gone = await identity(context)
    .deleteFrom(table)
    .where('subject_id', '=', subjectId)
    .where('kind', 'in', kinds)
    .where('read_at', 'is', null)
    .where('at', '>=', since)
    .returning('person_id')
    .execute()
  return new Set(gone.map((row) => row.person_id))
}

/** The thing has come to another unit or holder: so have the rights to what is said of it. */
export async function moveNotifications(
  context: Context,
  subjectId: string,
  rights: { unitId: string | null; ownerId: string | null },
): Promise<void> {
  await sql`update identity.notification set unit_id = ${rights.unitId}, owner_id = ${rights.ownerId}
    where subject_id = ${subjectId} and (unit_id, owner_id) is distinct from (${rights.unitId}::uuid, ${rights.ownerId}::uuid)`.execute(
    context.tx,
  )
}

/** A page of what a person was told, the newest first. */
export async function readNotifications(
  context: Context,
  personId: string,
  asked: { kind?: string | undefined; unread?: boolean | undefined; after?: readonly [string, string] | undefined; limit: number },
): Promise<NotificationRow[]> {
  return identity(context)
    .selectFrom(table)
    .selectAll()
    .where('person_id', '=', personId)
    .$if(asked.kind !== undefined, (query) => query.where('kind', '=', asked.kind ?? ''))
    .$if(asked.unread === true, (query) => query.where('read_at', 'is', null))
    .$if(asked.unread === false, (query) => query.where('read_at', 'is not', null))
    .$if(asked.after !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${asked.after?.[0]}::timestamptz, ${asked.after?.[1]}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute()
}

/** How many are unread, exact to the limit. */
export const countUnread = (context: Context, personId: string, most: number): Promise<number> =>
  countUpTo(context, sql`select 1 from identity.notification where person_id = ${personId} and read_at is null`, most)

/** Marks the person's own; ids of others' are passed over. */
export async function markNotifications(context: Context, personId: string, ids: readonly string[], readAt: Date | null): Promise<void> {
  await identity(context)
    .updateTable(table)
    .set({ read_at: readAt })
    .where('person_id', '=', personId)
    .where('id', 'in', ids)
    .where('read_at', readAt === null ? 'is not' : 'is', null)
    .execute()
}

export async function markEvery(context: Context, personId: string): Promise<number> {
  const marked = await identity(context)
    .updateTable(table)
    .set({ read_at: context.now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return Number(marked.numUpdatedRows)
}

export async function unmarkEvery(context: Context, personId: string, readAt: Date): Promise<number> {
  const unmarked = await identity(context)
    .updateTable(table)
    .set({ read_at: null })
    .where('person_id', '=', personId)
    .where('read_at', '=', readAt)
    .executeTakeFirst()
  return Number(unmarked.numUpdatedRows)
}

/** Forgets some of what is older than the moment; gives how many. */
export async function forgetNotifications(context: Context, before: Date, most: number): Promise<number> {
  const gone = await sql`delete from identity.notification where id in (
    select id from identity.notification where at < ${before} order by at limit ${most})`.execute(context.tx)
  return Number(gone.numAffectedRows ?? 0)
}
