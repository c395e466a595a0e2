import { sql } from 'kysely'
import { countUpTo } from '../../../platform/database/count-up-to.ts'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables, FieldRow } from '../customers.tables.ts'

const customers = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

/** The organisation's own fields that are in use, in their order; only those of the keys where these are given. */
export async function readFields(context: Pick<Context, 'tx'>, keys?: readonly string[]): Promise<FieldRow[]> {
  if (keys?.length === 0) return []
  return customers(context)
    .selectFrom('customers.field')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(keys !== undefined, (query) => query.where(sql<boolean>`key = any(${[...(keys ?? [])]}::text[])`))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export const readGroups = (context: Pick<Context, 'tx'>) =>
  customers(context).selectFrom('customers.field_group').selectAll().orderBy('position').orderBy('id').execute()

export const readRemoved = (context: Pick<Context, 'tx'>) =>
  customers(context)
    .selectFrom('customers.field')
    .selectAll()
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .limit(200)
    .execute()

export const findField = (context: Context, id: string): Promise<FieldRow | undefined> =>
  customers(context).selectFrom('customers.field').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const findGroup = (context: Context, id: string) =>
  customers(context).selectFrom('customers.field_group').selectAll().where('id', '=', id).executeTakeFirst()

export async function countFields(context: Context): Promise<number> {
  const { n } = await customers(context)
    .selectFrom('customers.field')
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The keys of all fields, of removed ones too: their values are still there. */
export async function takenKeys(context: Context): Promise<Set<string>> {
  return new Set((await customers(context).selectFrom('customers.field').select('key').execute()).map(({ key }) => key))
}

/** The place after the last field of a group. */
export async function nextPlace(context: Context, groupId: string): Promise<number> {
  const last = await customers(context)
    .selectFrom('customers.field')
    .select(sql<number>`coalesce(max(position), -1) + 1`.as('place'))
    .where('group_id', '=', groupId)
    .executeTakeFirstOrThrow()
  return last.place
}

type WrittenField = Omit<FieldRow, 'choices' | 'rules' | 'visible_when'> & { choices: string; rules: string; visible_when: string | null }

export async function insertField(context: Context, row: WrittenField): Promise<void> {
  await customers(context).insertInto('customers.field').values(row).execute()
}

export async function updateField(context: Context, { id, ...row }: WrittenField): Promise<void> {
  await customers(context).updateTable('customers.field').set(row).where('id', '=', id).execute()
}

/** Takes a field away, or puts it back; `work`: files are to be walked for it. */
export async function setRemoved(context: Context, id: string, at: Date | null, work = false): Promise<void> {
  await customers(context)
    .updateTable('customers.field')
    .set({ removed_at: at, removed_by: at && context.actor.personId, updated_at: context.now })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .$if(work, (query) => query.set({ work_state: 'working', work_after: null, work_done: 0, work_total: 0 }))
    .where('id', '=', id)
    .execute()
}

/** How many files hold a value, counting no further than `most`. */
export const countHolders = (context: Pick<Context, 'tx'>, key: string, most: number): Promise<number> =>
  countUpTo(context, sql`select from customers.customer c where c.custom ? ${key}`, most)

/** Takes the values that files hold as unique; false when two are alike. */
export async function claimHeldValues(context: Context, { id, key }: FieldRow): Promise<boolean> {
  const held = await countHolders(context, key, Number.MAX_SAFE_INTEGER)
  const claimed = await sql`insert into customers.unique_value (field_id, value, customer_id)
    select ${id}::uuid, lower(c.custom ->> ${key}), c.customer_id from customers.customer c where c.custom ? ${key}
    on conflict do nothing`.execute(context.tx)
  return Number(claimed.numAffectedRows ?? 0) === held
}

export async function dropClaims(context: Context, fieldId: string): Promise<void> {
  await sql`delete from customers.unique_value where field_id = ${fieldId}::uuid`.execute(context.tx)
}

export async function insertGroup(context: Context, row: CustomersTables['customers.field_group']): Promise<void> {
  await customers(context).insertInto('customers.field_group').values(row).execute()
}

export async function renameGroup(
  context: Context,
  id: string,
  label: { fa: string; en: string | null },
  version: number,
): Promise<boolean> {
  const done = await customers(context)
    .updateTable('customers.field_group')
    .set({ label_fa: label.fa, label_en: label.en, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function isGroupEmpty(context: Context, id: string): Promise<boolean> {
  const one = await customers(context).selectFrom('customers.field').select('id').where('group_id', '=', id).limit(1).executeTakeFirst()
  return one === undefined
}

export async function removeGroupRow(context: Context, id: string): Promise<void> {
  await customers(context).deleteFrom('customers.field_group').where('id', '=', id).execute()
}

export async function placeGroups(context: Context, ids: readonly string[]): Promise<void> {
  await sql`update customers.field_group g set position = p.place from unnest(${[...ids]}::uuid[]) with ordinality p (id, place) where g.id = p.id`.execute(
    context.tx,
  )
}

export async function placeFields(
  context: Context,
  places: readonly { fieldId: string; groupId: string; position: number }[],
): Promise<void> {
  await sql`update customers.field f set position = p.place, group_id = p.group_id
    from unnest(${places.map(({ fieldId }) => fieldId)}::uuid[], ${places.map(({ groupId }) => groupId)}::uuid[], ${places.map(({ position }) => position)}::int[])
      p (id, group_id, place) where f.id = p.id`.execute(context.tx)
}
