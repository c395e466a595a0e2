import type { Permission } from '@parvandeh/contract'
import { addDays, localDay } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey } from '../../../platform/paging.ts'
import { withSegmentRead } from './read-segment.ts'
import type { Question } from './understand-question.ts'
import { columnOf, recordsBehind } from './records-behind.queries.ts'

export interface ReadRecord {
  id: string
  requestId: string
  customerId: string
  number: string
  subject: string
  at: Date
  /** The moment in full precision, which a Date does not have: by it the next page begins. */
  place: string
  personId: string | null
  state: 'known' | 'not-recorded' | 'not-yet'
  values: Record<string, number | null>
}

const place = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()])

interface RecordPage {
  bucket: string
  limit: number
  after: string | undefined
  also?: Permission
}

/** The days looked at first, and how many times as many are where they do not fill the page. */
const [firstDays, widening] = [1, 8]

/**
 * The records of the whole period (`all`) or of one bucket, the latest first, after the key. They are looked for in the
 * latest days first: records of some indicators come out of several tables, and all of a period would have to be put in
 * order for one page.
 */
export async function readRecords(context: Context, question: Question, page: RecordPage): Promise<ReadRecord[]> {
  const after = decodeKey(page.after, place)
  const { from, to } = question.filters
  const end = after === undefined ? to : addDays(localDay(new Date(after[0]), question.zone), 1)
  for (let days = firstDays; ; days *= widening) {
    const since = addDays(end, -days)
    const isAll = since <= from
    const within = { ...question, filters: { ...question.filters, from: isAll ? from : since, to: end < to ? end : to } }
    const read = await readWithin(context, await withSegmentRead(context, within), page, after)
    if (isAll || read.length === page.limit) return read
  }
}

async function readWithin(
  context: Context,
  question: Question,
  page: RecordPage,
  after: z.output<typeof place> | undefined,
): Promise<ReadRecord[]> {
  const values = question.definition.values.flatMap(({ key }) => [sql`${key}::text`, sql`f.${columnOf(key)}`])
  const read = await sql<ReadRecord>`
    select f.id, f.request_id as "requestId", f.customer_id as "customerId", f.number, f.subject, f.at, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
      f.person_id as "personId", f.state, jsonb_build_object(${sql.join(values)}) as values
    from ${recordsBehind(context, question, page.also)} as f
    where ${page.bucket === 'all' ? sql`true` : sql`f.bucket = ${page.bucket}`}
      and ${after === undefined ? sql`true` : sql`(f.at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by f.at desc, f.id desc
    limit ${page.limit}`.execute(context.tx)
  return read.rows
}
