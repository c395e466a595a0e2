import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'

/** Takes the words out of every interaction with these customers, and what was attached to them. */
export async function blankInteractions({ tx }: Context, customerIds: readonly string[]): Promise<number> {
  await sql`delete from interactions.interaction_document where customer_id = any(${customerIds}::uuid[])`.execute(tx)
  const blanked =
    await sql`update interactions.interaction set subject = '', body = '', wrong_number = null, city_id = null where customer_id = any(${customerIds}::uuid[])`.execute(
      tx,
    )
  return Number(blanked.numAffectedRows ?? 0)
}

/** How many of these the actor sees. */
export async function countInteractions({ tx, actor }: Context, customerIds: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from interactions.interaction i
    where i.customer_id = any(${customerIds}::uuid[]) and ${visibleRows(actor, 'interactions.read', 'i')}`.execute(tx)
  return found.rows[0]?.count ?? 0
}

export interface SaidToCustomer {
  id: string
  startedAt: Date
  kind: string
  direction: string
  channel: string
  minutes: number | null
  answered: boolean
  subject: string
  body: string
  ownerId: string | null
}

/** Everything that was said, oldest first, after a moment and an id. */
export async function readAllSaid(
  { tx }: Context,
  customerIds: readonly string[],
  after: SaidToCustomer | undefined,
  limit: number,
): Promise<SaidToCustomer[]> {
  const beyond = after ? sql`and (started_at, id) > (${after.startedAt}, ${after.id}::uuid)` : sql``
  const found = await sql<SaidToCustomer>`
    select id, started_at as "startedAt", kind, direction, channel, minutes, answered, subject, body, owner_id as "ownerId"
    from interactions.interaction where customer_id = any(${customerIds}::uuid[]) ${beyond}
    order by started_at, id limit ${limit}`.execute(tx)
  return found.rows
}
