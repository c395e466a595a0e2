import type { EntryKind } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { ofFile } from '../../customers/index.ts'
import type { EntryRow } from './entry.queries.ts'

export interface LedgerFilters {
  kinds: readonly EntryKind[] | undefined
  from: string | undefined
  to: string | undefined
  voided: boolean
}

/**
 * A page of one file's ledger, newest day first, each entry with the balance after it. The balance runs over the whole
 * ledger of the file, whatever the filters leave out.
 */
export async function readLedger(
  context: Context,
  files: readonly string[],
  filters: LedgerFilters,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<(EntryRow & { running: number })[]> {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`]
  if (filters.kinds) conditions.push(sql<boolean>`kind = any(${[...filters.kinds]}::text[])`)
  if (filters.from !== undefined) conditions.push(sql<boolean>`day >= ${filters.from}::date`)
  if (filters.to !== undefined) conditions.push(sql<boolean>`day <= ${filters.to}::date`)
  if (!filters.voided) conditions.push(sql<boolean>`voided_at is null`)
  if (after) conditions.push(sql<boolean>`(day, id) < (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await sql<EntryRow & { running: number }>`
    select * from (
      select e.*, sum(e.effect) over (order by e.day, e.id) as running from sales.entry e where ${ofFile('e.customer_id', files)}) ledger
    where ${sql.join(conditions, sql` and `)} order by day desc, id desc limit ${limit}`.execute(context.tx)
  return found.rows
}
