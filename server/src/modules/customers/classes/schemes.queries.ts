import type { AccessClass, Condition, classMarks } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

export interface SchemeClass {
  id: string
  name: string
  nameEn: string | null
  mark: (typeof classMarks)[number]
  active: boolean
  condition: Condition | null
}

export interface Scheme {
  id: string
  name: string
  nameEn: string | null
  by: 'hand' | 'rule'
  accessClass: AccessClass
  active: boolean
  protectedReason: string | null
  version: number
  /** In order. */
  classes: SchemeClass[]
}

/** Schemes of these access classes with their classes, in the order in which they came. */
export async function readSchemes(context: Pick<Context, 'tx'>, classes: readonly AccessClass[]): Promise<Scheme[]> {
  return readWhere(context, sql<boolean>`s.access_class = any(${[...classes]}::text[])`)
}

/** One scheme; `held`: until the transaction ends. */
export async function readScheme(context: Pick<Context, 'tx'>, id: string, held = false): Promise<Scheme | undefined> {
  if (held) await sql`select from customers.scheme where id = ${id} for update`.execute(context.tx)
  return (await readWhere(context, sql<boolean>`s.id = ${id}`))[0]
}

/** The schemes in use whose classes follow from rules. */
export const readRules = (context: Pick<Context, 'tx'>): Promise<Scheme[]> => readWhere(context, sql<boolean>`s.by_rule and s.active`)

async function readWhere({ tx }: Pick<Context, 'tx'>, where: ReturnType<typeof sql<boolean>>): Promise<Scheme[]> {
  const found = await sql<Omit<Scheme, 'by' | 'classes'> & { byRule: boolean; classes: SchemeClass[] | null }>`
    select s.id, s.name, s.name_en as "nameEn", s.by_rule as "byRule", s.access_class as "accessClass", s.active,
      s.protected_reason as "protectedReason", s.version,
      (select json_agg(json_build_object('id', k.id, 'name', k.name, 'nameEn', k.name_en, 'mark', k.mark, 'active', k.active,
        'condition', k.condition) order by k.position, k.id) from customers.scheme_class k where k.scheme_id = s.id) as classes
    from customers.scheme s where ${where} order by s.id limit 200`.execute(tx)
  return found.rows.map(({ byRule, classes, ...scheme }) => ({ ...scheme, by: byRule ? 'rule' : 'hand', classes: classes ?? [] }))
}

/** Writes a scheme, new or known, and its classes in their order; classes that are not among them are taken out of use. */
export async function writeScheme(context: Context, { classes, by, ...scheme }: Scheme): Promise<void> {
  const columns = {
    name: scheme.name,
    name_en: scheme.nameEn,
    by_rule: by === 'rule',
    access_class: scheme.accessClass,
    active: scheme.active,
    protected_reason: scheme.protectedReason,
    version: scheme.version,
  }
  await tables(context)
    .insertInto('customers.scheme')
    .values({ id: scheme.id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  const rows = classes.map(({ id, name, nameEn, mark, active, condition }, position) => ({
    id,
    scheme_id: scheme.id,
    position,
    name,
    name_en: nameEn,
    mark,
    active,
    condition: condition === null ? null : JSON.stringify(condition),
  }))
  await tables(context)
    .insertInto('customers.scheme_class')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        position: row.ref('excluded.position'),
        name: row.ref('excluded.name'),
        name_en: row.ref('excluded.name_en'),
        mark: row.ref('excluded.mark'),
        active: row.ref('excluded.active'),
        condition: row.ref('excluded.condition'),
      })),
    )
    .execute()
  await tables(context)
    .updateTable('customers.scheme_class')
    .set({ active: false, position: 1000 })
    .where('scheme_id', '=', scheme.id)
    .where(
      'id',
      'not in',
      classes.map(({ id }) => id),
    )
    .execute()
  // What is known of files of this scheme is as delicate as the scheme is now.
  for (const table of ['customers.file_class', 'customers.class_change'] as const)
    await tables(context)
      .updateTable(table)
      .set({ access_class: scheme.accessClass })
      .where('scheme_id', '=', scheme.id)
      .where('access_class', '<>', scheme.accessClass)
      .execute()
}
