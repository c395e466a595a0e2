import { sql } from 'kysely'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Context } from '../../../platform/context.ts'
import type { FileField } from '../fields/file-field.ts'
import { fieldsByKey } from '../fields/field-catalogue.ts'
import { weighableFields } from './weighable.ts'

interface Use {
  field: string
  segments: number
  rules: number
  programmes: number
}

/** Measures each field anew: how many files could hold it and do, how often a value was corrected, and what names it. */
export async function measureFields(context: Context, day: string): Promise<void> {
  const fields = await weighableFields(context)
  const uses = await readUses(context)
  const counts = await countFilled(context, fields, day)
  const changed = await countChanged(context)
  const minutes = await saidMinutes(context)
  await sql`delete from customers.field_measure`.execute(context.tx)
  await insertRows(
    context,
    'customers.field_measure',
    fields.map(({ key, accessClass, kinds }) => ({
      field: key,
      access_class: accessClass,
      measured_on: day,
      files: kinds.reduce((sum, kind) => sum + (counts.files.get(kind) ?? 0), 0),
      filled: counts.filled.get(key) ?? 0,
      changed: changed.get(key) ?? 0,
      segments: uses.get(key)?.segments ?? 0,
      rules: uses.get(key)?.rules ?? 0,
      programmes: uses.get(key)?.programmes ?? 0,
      minutes: minutes.get(key) ?? null,
    })),
  )
}

const fieldsAtOnce = 25

async function countFilled(context: Context, fields: readonly FileField[], today: string) {
  const kinds = await sql<{ kind: string; n: number }>`
    select kind, count(*)::int as n from customers.customer where not gone group by kind`.execute(context.tx)
  const filled = new Map<string, number>()
  const askable = await fieldsByKey(
    context,
    fields.map(({ key }) => key),
  )
  for (let from = 0; from < fields.length; from += fieldsAtOnce) {
    const some = fields.slice(from, from + fieldsAtOnce)
    const columns = await Promise.all(
      some.map(async ({ key }, place) => {
        const ask = askable.get(key)?.ask
        const asked =
          ask && (await ask({ field: key, is: 'filled' }, { context, actor: context.actor, today, zone: 'Asia/Tehran', alias: 'c' }))
        return sql`count(*) filter (where ${asked ?? sql`false`})::int as ${sql.ref(`f${place}`)}`
      }),
    )
    const found = await sql<Record<string, number>>`select ${sql.join(columns)} from customers.customer c where not c.gone`.execute(
      context.tx,
    )
    for (const [place, { key }] of some.entries()) filled.set(key, found.rows[0]?.[`f${place}`] ?? 0)
  }
  return { filled, files: new Map(kinds.rows.map(({ kind, n }) => [kind, n])) }
}

/** Values that were there and were put right. */
async function countChanged({ tx }: Context): Promise<Map<string, number>> {
  const found = await sql<{ field: string; n: number }>`
    select field, count(*)::int as n from customers.provenance where until_at is not null group by field`.execute(tx)
  const ofOwn = (field: string) => (field.startsWith('custom.') ? `x.${field.slice('custom.'.length)}` : field)
  return new Map(found.rows.map(({ field, n }) => [ofOwn(field), n]))
}

/** How many segments, rules of classification and programmes name a field. */
async function readUses({ tx }: Context): Promise<Map<string, Use>> {
  const found = await sql<Use>`
    select field, sum(segments)::int as segments, sum(rules)::int as rules, sum(programmes)::int as programmes from (
      select f.field, 1 as segments, 0 as rules, 0 as programmes from customers.segment g cross join lateral unnest(g.fields) f (field) where g.removed_at is null
      union all
      select r.field, 0, 1, 0 from customers.scheme_class s
        cross join lateral (select distinct jsonb_path_query(s.condition, 'lax $.**.field') #>> '{}' as field) r where s.condition is not null
      union all
      select f.field, 0, 0, 1 from customers.programme p cross join lateral jsonb_to_recordset(p.fields) as f0 (key text)
        cross join lateral (select f0.key as field) f where not p.closed) used
    group by field`.execute(tx)
  return new Map(found.rows.map((row) => [row.field, row]))
}

/** What programmes say that asking takes; the latest that says it. */
async function saidMinutes({ tx }: Context): Promise<Map<string, number>> {
  const found = await sql<{ key: string; minutes: number }>`
    select distinct on (f.key) f.key, f.minutes from customers.programme p
    cross join lateral jsonb_to_recordset(p.fields) as f (key text, minutes real)
    where f.minutes is not null order by f.key, p.created_at desc`.execute(tx)
  return new Map(found.rows.map(({ key, minutes }) => [key, minutes]))
}
