import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { redactedIn } from '../../../platform/subjects/exact-words.rules.ts'
import type { SpeaksOf } from '../../../platform/subjects/exact-words.rules.ts'
import { redactTable } from '../../../platform/subjects/redact-table.queries.ts'

/** Redacts an erased person in the views that people keep, and in changes of many rows that go by filters. */
export const redactViews = async (context: Context, speaks: SpeaksOf): Promise<number> =>
  (await redactTable(
    context,
    { table: 'identity.saved_view', json: ['search'], texts: ['name'], joinedName: 'name_joined', hasVersion: true },
    speaks,
  )) + (await redactTable(context, { table: 'identity.bulk', json: ['selection', 'change'] }, speaks))

/** Lines of the trail that tell of no customer, and say with which filters or words somebody asked or kept something. */
const tellingOfFilters = [
  'view.created',
  'view.changed',
  'view.removed',
  'view.restored',
  'segment.created',
  'segment.changed',
  'segment.removed',
  'segment.restored',
  'scheme.added',
  'scheme.changed',
  'customers.exported',
  'request.exported',
  'interactions.exported',
  'cheques.exported',
  'ledger.exported',
  'audit.exported',
  'kpi.records-exported',
  'field.read',
]
const linesAtOnce = 1000

/** How many lines of the trail speak of a person whom no id in them leads to. They can be neither changed nor taken back. */
export async function countTrailOf({ tx }: Context, speaks: SpeaksOf): Promise<number> {
  let [after, count]: [string | undefined, number] = [undefined, 0]
  do {
    const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
    const found: { id: string; before: unknown; after: unknown }[] = (
      await sql<{ id: string; before: unknown; after: unknown }>`select id, before, after from identity.audit_entry
        where action = any(${tellingOfFilters}::text[]) and customer_id is null ${beyond} order by id limit ${linesAtOnce}`.execute(tx)
    ).rows
    for (const line of found) {
      const said = [line.before, line.after]
      if (redactedIn(said, speaks) !== said) count += 1
    }
    after = found.length === linesAtOnce ? found.at(-1)?.id : undefined
  } while (after !== undefined)
  return count
}
