import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { visibleFiles } from '../customers.access.ts'
import type { CustomersTables } from '../customers.tables.ts'

export type ProgrammeRow = Omit<CustomersTables['customers.programme'], 'fields'> & { fields: { key: string; minutes: number | null }[] }

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

/** Programmes, those that end soonest first; closed ones only when asked for. An organisation has dozens. */
export async function readProgrammes(context: Context, { closed }: { closed: boolean }): Promise<ProgrammeRow[]> {
  return tables(context)
    .selectFrom('customers.programme')
    .selectAll()
    .$if(!closed, (query) => query.where('closed', '=', false))
    .orderBy('closed')
    .orderBy('until')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function findProgramme(context: Context, id: string): Promise<ProgrammeRow | undefined> {
  return tables(context).selectFrom('customers.programme').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertProgramme(context: Context, row: ProgrammeRow): Promise<void> {
  await tables(context)
    .insertInto('customers.programme')
    .values({ ...row, fields: JSON.stringify(row.fields) })
    .execute()
}

/** Writes a programme anew, if it is still at the version that was seen. */
export async function updateProgramme(context: Context, row: ProgrammeRow, version: number): Promise<boolean> {
  const done = await tables(context)
    .updateTable('customers.programme')
    .set({ ...row, fields: JSON.stringify(row.fields), version: version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether a file is among those that meet the condition. */
export async function isAmong({ tx }: Context, customerId: string, where: RawBuilder<boolean>): Promise<boolean> {
  const found = await sql`select from customers.customer c where c.customer_id = ${customerId}::uuid and ${where}`.execute(tx)
  return found.rows.length > 0
}

interface Progress {
  ownerId: string | null
  files: number
  complete: number
  filled: number[]
}

/** How many of the files that the actor may see hold all of the fields, and each of them, by who is responsible. */
export async function readProgress(
  context: Context,
  where: RawBuilder<boolean>,
  filled: readonly RawBuilder<boolean>[],
): Promise<Progress[]> {
  const each = sql.join(filled.map((one) => sql`count(*) filter (where ${one})::int`))
  const found = await sql<Progress>`
    select c.owner_id as "ownerId", count(*)::int as files, count(*) filter (where ${sql.join([...filled], sql` and `)})::int as complete,
      array[${each}] as filled
    from customers.customer c where ${visibleFiles(context.actor, 'customers.read', 'c')} and ${where}
    group by c.owner_id order by files desc limit 500`.execute(context.tx)
  return found.rows
}

interface AskedBy {
  personId: string | null
  field: string
  answered: number
  declined: number
  seconds: number
}

/** What came of a programme's questions in files that the actor may see, or in what was merged into them, by who asked and by field. */
export async function readAsked(context: Context, programmeId: string): Promise<AskedBy[]> {
  const found = await sql<AskedBy>`
    select q.person_id as "personId", q.field, count(*) filter (where q.outcome = 'answered')::int as answered,
      count(*) filter (where q.outcome = 'declined')::int as declined, sum(q.seconds)::int as seconds
    from customers.field_question q join customers.customer own on own.customer_id = q.customer_id
    join customers.customer c on c.customer_id = coalesce(own.merged_into, own.customer_id)
    where q.programme_id = ${programmeId}::uuid and ${visibleFiles(context.actor, 'customers.read', 'c')}
    group by q.person_id, q.field limit 5000`.execute(context.tx)
  return found.rows
}
