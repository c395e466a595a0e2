import type { RelationSide } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { shownName, visibleFiles } from '../customers.access.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { idsOfFiles, ofFile } from '../files/file-set.queries.ts'
import type { RelationFacts, RelationRow, SeenRelation } from './relation.types.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

const columns = sql`r.id, r.kind_id as "kindId", r.side, r.role, r.started_on as "startedOn",
  r.ended_on as "endedOn", r.note, r.version`

/**
 * Relations of some files to files that the actor may see: those that last first, then by age, at most so many.
 * A relation to a file out of sight is not there. Whatever was merged into another file is read as that one.
 */
export async function readRelations(context: Context, customerIds: readonly string[], most: number): Promise<SeenRelation[]> {
  if (customerIds.length === 0) return []
  const found = await sql<SeenRelation>`
    select ${columns}, f.root as "customerId", c.customer_id as "otherId", c.code, ${shownName(context.actor, 'c')} as "displayName", c.kind
    from ${idsOfFiles(customerIds)} f join customers.relation r on r.customer_id = f.id
      join customers.customer o on o.customer_id = r.other_id
      join customers.customer c on c.customer_id = coalesce(o.merged_into, o.customer_id)
    where c.customer_id <> f.root and ${visibleFiles(context.actor, 'customers.read', 'c')}
    order by r.ended_on is not null, r.id, r.customer_id limit ${most}`.execute(context.tx)
  return found.rows
}

/** One relation of a file, whoever is at its other end, held until the transaction ends. */
export async function lockRelation(context: Context, fileIds: readonly string[], id: string): Promise<RelationRow | undefined> {
  const found = await sql<RelationRow>`
    select ${columns}, r.customer_id as "customerId", r.other_id as "otherId" from customers.relation r
    where ${ofFile('r.customer_id', fileIds)} and r.id = ${id} for update`.execute(context.tx)
  return found.rows[0]
}

const otherSide = (side: RelationSide): RelationSide => (side === 'a' ? 'b' : 'a')

/** Writes the relation into both its files. */
export async function insertRelation(context: Context, relation: Omit<RelationRow, 'version'>): Promise<void> {
  const { id, customerId, otherId, kindId, side, role, startedOn, endedOn, note } = relation
  const facts = { role, started_on: startedOn, ended_on: endedOn, note }
  const made = { version: 1, created_at: context.now, created_by: context.actor.personId }
  await tables(context)
    .insertInto('customers.relation')
    .values([
      { customer_id: customerId, id, other_id: otherId, kind_id: kindId, side, ...facts, ...made },
      { customer_id: otherId, id, other_id: customerId, kind_id: kindId, side: otherSide(side), ...facts, ...made },
    ])
    .execute()
}

/** Writes what is said of the relation anew, in both its files. */
export async function updateRelation(context: Context, relation: RelationRow, facts: RelationFacts): Promise<void> {
  await tables(context)
    .updateTable('customers.relation')
    .set({ role: facts.role, started_on: facts.startedOn, ended_on: facts.endedOn, note: facts.note, version: relation.version + 1 })
    .where('customer_id', 'in', [relation.customerId, relation.otherId])
    .where('id', '=', relation.id)
    .execute()
}

/** Takes the relation out of both its files. */
export async function deleteRelation(context: Context, relation: RelationRow): Promise<void> {
  await tables(context)
    .deleteFrom('customers.relation')
    .where('customer_id', 'in', [relation.customerId, relation.otherId])
    .where('id', '=', relation.id)
    .execute()
}

/** Which of the files, all in sight, have more relations to files in sight than were read. */
export async function countRelations(context: Context, customerIds: readonly string[]): Promise<Map<string, number>> {
  if (customerIds.length === 0) return new Map()
  const found = await sql<{ customerId: string; count: number }>`
    select f.root as "customerId", count(*)::int as count from ${idsOfFiles(customerIds)} f
      join customers.relation r on r.customer_id = f.id join customers.customer o on o.customer_id = r.other_id
      join customers.customer c on c.customer_id = coalesce(o.merged_into, o.customer_id)
    where c.customer_id <> f.root and ${visibleFiles(context.actor, 'customers.read', 'c')}
    group by f.root`.execute(context.tx)
  return new Map(found.rows.map(({ customerId, count }) => [customerId, count]))
}

/** A file as a place in the graph. */
export async function readNode(
  context: Context,
  customerId: string,
): Promise<Pick<SeenRelation, 'customerId' | 'code' | 'displayName' | 'kind'> | undefined> {
  return tables(context)
    .selectFrom('customers.customer as c')
    .select(['c.customer_id as customerId', 'c.code', 'c.kind'])
    .select(shownName(context.actor, 'c').as('displayName'))
    .where('c.customer_id', '=', customerId)
    .executeTakeFirst()
}
