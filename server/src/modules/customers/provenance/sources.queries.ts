import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'

export interface SourceContact {
  id: string
  kind: string
  at: Date
  personId: string | null
}

/** Calls and messages of these files by their ids, from the timeline: as far as the condition lets them be seen. */
export async function readContacts(
  context: Context,
  customerIds: readonly string[],
  ids: readonly string[],
  visible: RawBuilder<boolean>,
): Promise<Map<string, SourceContact>> {
  const found = await sql<SourceContact>`
    select t.subject_id as id, t.kind, t.at, t.person_id as "personId" from customers.timeline_entry t
    where t.customer_id = any(${[...customerIds]}::uuid[]) and t.subject_id = any(${[...ids]}::uuid[])
      and t.subject_type = 'interaction' and ${visible}`.execute(context.tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}
