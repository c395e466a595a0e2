import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { AccessClass } from '@parvandeh/contract'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { readableRows } from '../customers.access.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { idsOfFiles, ofFile } from '../files/file-set.queries.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)
const mostHistory = 100

export interface Membership {
  customerId: string
  schemeId: string
  classId: string
  byRule: boolean
  since: Date
  setBy: string | null
  reason: string | null
}

/** The classes of files that the actor may read, in schemes in use; where a file has none of its own, that of what was merged into it. */
export async function readClasses(context: Context, customerIds: readonly string[]): Promise<Membership[]> {
  if (customerIds.length === 0) return []
  const found = await sql<Membership>`
    select distinct on (f.scheme_id, k.root) k.root as "customerId", f.scheme_id as "schemeId", f.class_id as "classId", f.by_rule as "byRule",
      f.since, f.set_by as "setBy", f.reason
    from ${idsOfFiles(customerIds)} k join customers.file_class f on f.customer_id = k.id join customers.scheme s on s.id = f.scheme_id
    where s.active and ${readableRows(context.actor, 'f')}
    order by f.scheme_id, k.root, k.id <> k.root, f.since desc`.execute(context.tx)
  return found.rows
}

/** The last changes of class of a file that the actor may read, newest first. */
export const readHistory = (context: Context, ids: readonly string[]) =>
  tables(context)
    .selectFrom('customers.class_change as h')
    .select(['id', 'scheme_id as schemeId', 'from_class_id as fromClassId', 'to_class_id as toClassId'])
    .select(['by_rule as byRule', 'person_id as personId', 'reason', 'at'])
    .where(ofFile('customer_id', ids))
    .where(readableRows(context.actor, 'h'))
    .orderBy('id', 'desc')
    .limit(mostHistory)
    .execute()

/** What class each of the files is of in a scheme, by hand or by rule. */
export async function readClassIn(context: Context, schemeId: string, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tables(context)
    .selectFrom('customers.file_class')
    .select(['customer_id', 'class_id'])
    .where('scheme_id', '=', schemeId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.customer_id, row.class_id]))
}

/** Of each of the files that are there, the first class whose condition it meets; none where it meets none. */
export async function judgeFiles(
  context: Context,
  customerIds: readonly string[],
  rules: readonly { classId: string; condition: RawBuilder<boolean> }[],
): Promise<Map<string, string | null>> {
  const cases = rules.map(({ classId, condition }) => sql`when ${condition} then ${classId}::uuid`)
  const judged = rules.length === 0 ? sql`null::uuid` : sql`case ${sql.join(cases, sql` `)} end`
  const found = await sql<{ id: string; classId: string | null }>`
    select c.customer_id as id, ${judged} as "classId" from customers.customer c
    where c.customer_id = any(${[...customerIds]}::uuid[]) and not c.gone`.execute(context.tx)
  return new Map(found.rows.map(({ id, classId }) => [id, classId]))
}

export interface ClassChange {
  customerId: string
  from: string | null
  to: string | null
}

interface Writing {
  schemeId: string
  accessClass: AccessClass
  byRule: boolean
  reason: string | null
}

/** Puts files into other classes of a scheme, and keeps from what to what. */
export async function writeClasses(context: Context, { schemeId, accessClass, byRule, reason }: Writing, changes: readonly ClassChange[]) {
  if (changes.length === 0) return
  const who = { access_class: accessClass, by_rule: byRule, reason }
  const personId = byRule ? null : context.actor.personId
  const put = changes.flatMap(({ customerId, to }) => (to === null ? [] : [{ customer_id: customerId, class_id: to }]))
  const out = changes.filter(({ to }) => to === null).map(({ customerId }) => customerId)
  if (put.length > 0)
    await tables(context)
      .insertInto('customers.file_class')
      .values(put.map((row) => ({ ...row, id: newId(context.now), scheme_id: schemeId, ...who, since: context.now, set_by: personId })))
      .onConflict((conflict) =>
        conflict
          .columns(['customer_id', 'scheme_id'])
          .doUpdateSet((row) => ({ class_id: row.ref('excluded.class_id'), ...who, since: context.now, set_by: personId })),
      )
      .execute()
  if (out.length > 0)
    await tables(context)
      .deleteFrom('customers.file_class')
      .where('scheme_id', '=', schemeId)
      .where(sql<boolean>`customer_id = any(${out}::uuid[])`)
      .execute()
  await tables(context)
    .insertInto('customers.class_change')
    .values(
      changes.map(({ customerId, from, to }) => ({
        customer_id: customerId,
        id: newId(context.now),
        scheme_id: schemeId,
        from_class_id: from,
        to_class_id: to,
        ...who,
        person_id: personId,
        at: context.now,
      })),
    )
    .execute()
}

/** Rights of files for the lines that tell of them. */
export const readPlaces = (context: Context, customerIds: readonly string[]) =>
  tables(context)
    .selectFrom('customers.customer')
    .select(['customer_id as customerId', 'unit_id as unitId', 'owner_id as ownerId', 'version'])
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute()
