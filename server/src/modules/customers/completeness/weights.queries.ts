import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { FieldRow } from '../customers.tables.ts'
import { readFields } from '../fields/fields.queries.ts'
import type { FixedFields } from '../files/file.types.ts'
import { defaultWeight, defaultWeights } from './completeness.rules.ts'
import type { Weights } from './completeness.rules.ts'

type Kind = FixedFields['kind']
const kinds: readonly Kind[] = ['person', 'organisation']

/** The weights in force with the organisation's own fields by their keys in the catalogue. */
export async function readWeights(context: Context): Promise<{ weights: Weights; own: Map<string, FieldRow> }> {
  const own = new Map((await readFields(context)).map((field) => [`x.${field.key}`, field]))
  const said = await sql<{ kind: Kind; field: string; weight: number }>`select kind, field, weight from customers.field_weight`.execute(
    context.tx,
  )
  const weightsOf = (kind: Kind) => {
    const keys = [...Object.keys(defaultWeights[kind]), ...own.keys()]
    const weights = new Map(keys.map((key) => [key, defaultWeight(kind, key, own.get(key))]))
    for (const one of said.rows)
      if (one.kind === kind && (own.has(one.field) || !one.field.startsWith('x.'))) weights.set(one.field, one.weight)
    return weights
  }
  return { weights: { person: weightsOf('person'), organisation: weightsOf('organisation') }, own }
}

/** The weights as they are to be: what is not named counts as from the start. */
export async function writeWeights(context: Context, weights: readonly { kind: Kind; key: string; weight: number }[]): Promise<void> {
  await sql`delete from customers.field_weight`.execute(context.tx)
  await sql`
    insert into customers.field_weight (kind, field, weight)
    select kind, key, weight from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb) as w (kind text, key text, weight int)
    on conflict (kind, field) do update set weight = excluded.weight`.execute(context.tx)
}

export interface Work {
  version: number
  is_working: boolean
  work_after: string | null
  work_done: number
  work_total: number
}

/** How far the files have been reckoned; held until the transaction ends. */
export async function holdWork(context: Context): Promise<Work> {
  const found = await sql<Work>`
    select version, is_working, work_after, work_done, work_total from customers.completeness_work where id = 1 for update`.execute(
    context.tx,
  )
  return found.rows[0] ?? { version: 1, is_working: false, work_after: null, work_done: 0, work_total: 0 }
}

export async function readWork(context: Context): Promise<Work> {
  const found = await sql<Work>`
    select version, is_working, work_after, work_done, work_total from customers.completeness_work where id = 1`.execute(context.tx)
  return found.rows[0] ?? { version: 1, is_working: false, work_after: null, work_done: 0, work_total: 0 }
}

export async function setWork(context: Context, work: Work): Promise<void> {
  await sql`
    update customers.completeness_work set version = ${work.version}, is_working = ${work.is_working}, work_after = ${work.work_after},
      work_done = ${work.work_done}, work_total = ${work.work_total} where id = 1`.execute(context.tx)
}

/** Writes what was reckoned on the files. */
export async function writeCompleteness(context: Context, files: readonly { customerId: string; share: number | null }[]): Promise<void> {
  await sql`
    update customers.customer c set completeness = s.share
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as s ("customerId" uuid, share real)
    where c.customer_id = s."customerId" and c.completeness is distinct from s.share`.execute(context.tx)
}

export { kinds as customerKindsInOrder }
