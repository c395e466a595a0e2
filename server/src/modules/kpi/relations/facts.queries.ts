import type { Behaviour } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CustomerFacts } from './relations.types.ts'

/** So many files say as much as all of them. */
const mostFiles = 100_000
const monthsBack = 12

interface FactRow {
  customerId: string
  kind: string
  province: string | null
  provisional: string
  source: string | null
  email: string
  mobile: string
  gender: string | null
  age: string | null
  custom: Record<string, unknown>
  classes: Record<string, string> | null
  months: number
  requests: number
  reopened: number
  contacts: number
  visits: number
  calls: number
  answered: number
  /** Null where no purchase of any customer is kept: that nobody bought anything is not known then. */
  purchases: number | null
  purchased: number | null
}

/** How many files there are to look at, and into how many parts they go so that one part is no more than enough. */
export async function countFiles(context: Context): Promise<{ files: number; parts: number }> {
  const found = await sql<{ count: string }>`select count(*) as count from customers.report_file`.execute(context.tx)
  const all = Number(found.rows[0]?.count ?? 0)
  const parts = Math.max(1, Math.ceil(all / mostFiles))
  return { files: Math.ceil(all / parts), parts }
}

/**
 * What some customers are, and what they did in the last twelve months or since they came, in the order of their ids;
 * by whichever id of a merged file; of `parts` parts one, chosen by the id so that it is the same at each run. Files of less than a month are too young.
 */
export async function readFacts(
  context: Context,
  asked: { after: string; limit: number; parts: number; fields: readonly string[] },
): Promise<{ facts: CustomerFacts[]; last: string | undefined }> {
  const since = sql`(${context.now}::timestamptz - make_interval(months => ${monthsBack}))`
  const found = await sql<FactRow>`
    with chosen as materialized (
      select * from customers.report_file f
      where f.customer_id > ${asked.after}::uuid and abs(hashtext(f.customer_id::text)::bigint) % ${asked.parts} = 0
        and f.created_at < ${context.now}::timestamptz - interval '1 month'
      order by f.customer_id limit ${asked.limit})
    select s.customer_id as "customerId", s.kind, s.province_id::text as province, s.provisional::text as provisional, s.source_kind as source,
      s.has_email::text as email, s.has_mobile::text as mobile, s.gender,
      (floor(extract(year from age(${context.now}::timestamptz, s.birth_date)) / 10) * 10)::int::text as age, s.custom,
      (select jsonb_object_agg(k.scheme_id, k.class_id) from customers.report_file_class k where k.customer_id = s.customer_id) as classes,
      least(${monthsBack}, extract(epoch from ${context.now}::timestamptz - own.created_at) / 2629800)::float8 as months,
      r.requests, r.reopened, i.contacts, i.visits, i.calls, i.answered,
      case when any_sale.kept then p.purchases end as purchases, case when any_sale.kept then p.purchased end as purchased
    from chosen s
    cross join (select exists (select from sales.report_purchase) as kept) any_sale
    cross join lateral (select array_agg(f.id) as ids, min(f.created_at) as created_at
      from customers.report_file_id f where f.customer_id = s.customer_id) own
    cross join lateral (select count(*)::int as requests, count(*) filter (where q.reopened_count > 0)::int as reopened
      from service.report_request q where q.customer_id = any(own.ids) and q.reported_at >= ${since}) r
    cross join lateral (select count(*)::int as contacts, count(*) filter (where n.kind = 'visit')::int as visits,
        count(*) filter (where n.kind = 'call')::int as calls, count(*) filter (where n.kind = 'call' and n.answered)::int as answered
      from interactions.report_interaction n where n.customer_id = any(own.ids) and n.started_at >= ${since}) i
    cross join lateral (select count(*) filter (where b.kind = 'invoice')::int as purchases, coalesce(sum(b.amount), 0)::float8 as purchased
      from sales.report_purchase b where b.customer_id = any(own.ids) and b.day >= (${since} at time zone 'Asia/Tehran')::date) p
    order by s.customer_id`.execute(context.tx)
  return {
    facts: found.rows.map((row) => factsOf(row, asked.fields)),
    last: found.rows.length === asked.limit ? found.rows.at(-1)?.customerId : undefined,
  }
}

function factsOf(row: FactRow, fields: readonly string[]): CustomerFacts {
  const own = fields.map((key) => [key, textOf(row.custom[key.slice(2)])] as const)
  const classes = Object.entries(row.classes ?? {}).map(([scheme, one]) => [`class:${scheme}`, one] as const)
  const { kind, province, provisional, source, email, mobile, gender, age } = row
  return {
    groups: { kind, provinceId: province, provisional, source, email, mobile, gender, age, ...Object.fromEntries([...own, ...classes]) },
    behaviours: behavioursOf(row),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'boolean' ? String(value) : null)

const behavioursOf = ({
  months,
  requests,
  reopened,
  contacts,
  visits,
  calls,
  answered,
  purchases,
  purchased,
}: FactRow): Record<Behaviour, number | null> => ({
  'requests-per-month': requests / Math.max(1, months),
  'reopened-share': requests === 0 ? null : reopened / requests,
  'contacts-per-month': contacts / Math.max(1, months),
  'visits-per-year': (visits / Math.max(1, months)) * 12,
  'answered-share': calls === 0 ? null : answered / calls,
  'purchases-per-year': purchases === null ? null : (purchases / Math.max(1, months)) * 12,
  'purchased-per-month': purchased === null ? null : purchased / Math.max(1, months),
})

/** The schemes in which files stand, with the names of their classes. */
export async function readSchemes(
  context: Context,
): Promise<{ schemeId: string; name: string; accessClass: string; classes: Record<string, string> }[]> {
  const found = await sql<{ schemeId: string; name: string; accessClass: string; classes: Record<string, string> }>`
    select scheme_id as "schemeId", min(scheme_name) as name, min(access_class) as "accessClass", jsonb_object_agg(class_id, class_name) as classes
    from (select distinct scheme_id, scheme_name, access_class, class_id, class_name from customers.report_file_class) k group by scheme_id
    limit 50`.execute(context.tx)
  return found.rows
}
