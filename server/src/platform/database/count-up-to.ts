import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../context.ts'

/** How many rows a query has, counting no further than `most`: what a million rows need not be counted for. */
export async function countUpTo(context: Pick<Context, 'tx'>, rows: RawBuilder<unknown>, most: number): Promise<number> {
  const counted = await sql<{ n: number }>`select count(*)::int as n from (${rows} limit ${most}) bounded`.execute(context.tx)
  return counted.rows[0]?.n ?? 0
}
