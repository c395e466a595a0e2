import type { Permission } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { fileIds, ofFile } from '../customers/index.ts'
import { visibleParts, visibleRows } from '../identity/index.ts'
import type { Interaction, InteractionsTables } from './interactions.tables.ts'

/** An interaction as it is stored; `personId` is who spoke for the organisation. */
export interface StoredInteraction extends Pick<
  Interaction,
  'id' | 'customerId' | 'kind' | 'direction' | 'channel' | 'minutes' | 'answered' | 'subject' | 'body' | 'source' | 'cityId' | 'wrongNumber'
> {
  personId: string | null
  unitId: string | null
  startedAt: Date
  recordedAt: Date
  recordedBy: string | null
}

const columns = [
  'customer_id as customerId',
  'id',
  'kind',
  'direction',
  'channel',
  'owner_id as personId',
  'unit_id as unitId',
  'started_at as startedAt',
  'minutes',
  'answered',
  'subject',
  'body',
  'source',
  'city_id as cityId',
  'wrong_number as wrongNumber',
  'recorded_at as recordedAt',
  'recorded_by as recordedBy',
] as const

const visible = (context: Context) =>
  tablesOf<InteractionsTables>(context)
    .selectFrom('interactions.interaction as i')
    .select(columns)
    .where(visibleRows(context.actor, 'interactions.read', 'i'))

const rowsAtOnce = 1000

/**
 * Stores many interactions at once for imports and the demo: no events, no audit, no check of rights; the caller
 * answers for those. One that is there already (same customer and id) is left as it is.
 */
export async function insertInteractions(context: Pick<Context, 'tx'>, interactions: readonly StoredInteraction[]): Promise<number> {
  let added = 0
  for (let from = 0; from < interactions.length; from += rowsAtOnce) {
    // As one value: a statement of thousands of parameters costs more to read than its rows to write.
    const rows = JSON.stringify(interactions.slice(from, from + rowsAtOnce).map(rowOf))
    const result = await sql`
      insert into interactions.interaction
        (customer_id, id, kind, direction, channel, owner_id, unit_id, started_at, minutes, answered, subject, body, source, city_id, wrong_number, recorded_by, recorded_at)
      select customer_id, id, kind, direction, channel, owner_id, unit_id, started_at, minutes, answered, subject, body, source, city_id, wrong_number, recorded_by, recorded_at
      from jsonb_to_recordset(${rows}::jsonb) as r
        (customer_id uuid, id uuid, kind text, direction text, channel text, owner_id uuid, unit_id uuid, started_at timestamptz,
         minutes double precision, answered boolean, subject text, body text, source text, city_id int, wrong_number text, recorded_by uuid, recorded_at timestamptz)
      on conflict (customer_id, id) do nothing`.execute(context.tx)
    added += Number(result.numAffectedRows ?? 0)
  }
  return added
}

const rowOf = (one: StoredInteraction): InteractionsTables['interactions.interaction'] => ({
  customer_id: one.customerId,
  id: one.id,
  kind: one.kind,
  direction: one.direction,
  channel: one.channel,
  owner_id: one.personId,
  unit_id: one.unitId,
  started_at: one.startedAt,
  minutes: one.minutes,
  answered: one.answered,
  subject: one.subject,
  body: one.body,
  source: one.source,
  city_id: one.cityId ?? null,
  wrong_number: one.wrongNumber ?? null,
  recorded_by: one.recordedBy,
  recorded_at: one.recordedAt,
})

export async function attachDocuments(
  context: Context,
  { customerId, id }: Pick<StoredInteraction, 'customerId' | 'id'>,
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0) return
  await tablesOf<InteractionsTables>(context)
    .insertInto('interactions.interaction_document')
    .values(
      documentIds.map((document_id, position) => ({
        customer_id: customerId,
        id: newId(context.now),
        interaction_id: id,
        document_id,
        position,
      })),
    )
    .execute()
}

export interface InteractionFilters {
  kind?: Interaction['kind'] | undefined
  direction?: Interaction['direction'] | undefined
  personId?: string | undefined
  customerId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Newest first, after the given moment and id. `alsoUnder`: only rows that this permission reaches too. */
export async function readInteractions(
  context: Context,
  filters: InteractionFilters,
  after: readonly [string, string] | undefined,
  limit: number,
  alsoUnder?: Permission,
): Promise<StoredInteraction[]> {
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(`i.${column}`)} = ${value}`]
  const ids = filters.customerId === undefined ? undefined : await fileIds(context, filters.customerId)
  const conditions = [
    ...(alsoUnder === undefined ? [] : [visibleRows(context.actor, alsoUnder, 'i')]),
    ...equal('kind', filters.kind),
    ...equal('direction', filters.direction),
    ...equal('owner_id', filters.personId),
    ...(ids === undefined ? [] : [ofFile('i.customer_id', ids)]),
    ...(filters.from === undefined ? [] : [sql<boolean>`i.started_at >= ${filters.from}::timestamptz`]),
    ...(filters.to === undefined ? [] : [sql<boolean>`i.started_at < ${filters.to}::timestamptz`]),
    ...(after ? [sql<boolean>`(i.started_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ]
  const parts = visibleParts(context.actor, 'interactions.read', 'i').map(
    (part) => sql`(select i.customer_id, i.id, i.started_at from interactions.interaction i
      where ${sql.join([part, ...conditions], sql` and `)} order by i.started_at desc, i.id desc limit ${limit})`,
  )
  return tablesOf<InteractionsTables>(context)
    .selectFrom(
      sql<{
        customer_id: string
        id: string
      }>`(select * from (${sql.join(parts, sql` union `)}) part order by started_at desc, id desc limit ${limit})`.as('page'),
    )
    .innerJoin('interactions.interaction as i', (join) =>
      join.onRef('i.customer_id', '=', 'page.customer_id').onRef('i.id', '=', 'page.id'),
    )
    .select(columns.map((column) => `i.${column}` as const))
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
}

export async function readInteractionsByIds(
  context: Context,
  files: readonly string[],
  ids: readonly string[],
): Promise<StoredInteraction[]> {
  return visible(context)
    .where(ofFile('customer_id', files))
    .where(sql<boolean>`i.id = any(${[...ids]}::uuid[])`)
    .execute()
}

export interface AttachedDocument {
  customerId: string
  interactionId: string
  documentId: string
}

/** Documents attached to these interactions, in the order in which they were given. */
export async function readAttachedDocuments(
  context: Context,
  interactions: readonly Pick<StoredInteraction, 'customerId' | 'id'>[],
): Promise<AttachedDocument[]> {
  if (interactions.length === 0) return []
  return tablesOf<InteractionsTables>(context)
    .selectFrom('interactions.interaction_document')
    .select(['customer_id as customerId', 'interaction_id as interactionId', 'document_id as documentId'])
    .where(sql<boolean>`customer_id = any(${[...new Set(interactions.map((one) => one.customerId))]}::uuid[])`)
    .where(sql<boolean>`interaction_id = any(${interactions.map((one) => one.id)}::uuid[])`)
    .orderBy('position')
    .execute()
}
