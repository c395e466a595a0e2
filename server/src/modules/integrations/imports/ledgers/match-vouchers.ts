import type { LedgerCounts } from '@parvandeh/contract'
import { createHash } from 'node:crypto'
import type { Context } from '../../../../platform/context.ts'
import { fileRights, matchCustomers } from '../../../customers/index.ts'
import { mayReach } from '../../../identity/index.ts'
import { loadedBefore } from '../../../sales/index.ts'
import type { PastEntry } from '../../../sales/index.ts'
import type { RowFault } from '../mapping/row-faults.rules.ts'
import { said } from './read-ledger.rules.ts'
import type { ReadLedgerRow } from './read-ledger.rules.ts'

export type LedgerOutcome = Exclude<keyof LedgerCounts, 'debit' | 'credit'>

/** A row with its customer and what is to become of it. */
export interface MatchedRow {
  outcome: LedgerOutcome
  entry: PastEntry | null
  faults: RowFault[]
}

/** Finds whose each row is, among those whose accounts the importer may write, and which rows came before. */
export async function matchVouchers(context: Context, source: string, rows: readonly ReadLedgerRow[]): Promise<MatchedRow[]> {
  const read = rows.flatMap(({ voucher }) => voucher ?? [])
  const matches = await matchCustomers(
    context,
    source,
    read.map(({ ref }) => ref),
  )
  const rights = await fileRights(
    context,
    matches.flatMap((match) => ('customerId' in match ? [match.customerId] : [])),
  )
  const matchOf = new Map(read.map((voucher, place) => [voucher, matches[place]]))
  const matched = rows.map((row): MatchedRow => {
    if (!row.voucher) return { outcome: 'refused', entry: null, faults: row.faults }
    const { ref, key, ...voucher } = row.voucher
    const match = matchOf.get(row.voucher)
    const value = ref.name ?? ref.external ?? ref.code ?? ref.nationalCode ?? ''
    if (!match || 'problem' in match) return unmatched(match?.problem ?? 'nobody-found', value)
    const file = rights.get(match.customerId)
    if (!file || !mayReach(context.actor, 'sales.write', file)) return unmatched('nobody-found', value)
    return {
      outcome: 'entered',
      entry: { ...voucher, customerId: match.customerId, key: keyOf(source, match.customerId, key) },
      faults: [],
    }
  })
  return tellKnown(context, matched)
}

const unmatched = (problem: Parameters<typeof said>[0], value: string): MatchedRow => ({
  outcome: 'unmatched',
  entry: null,
  faults: [said(problem, null, value)],
})

const keyOf = (source: string, customerId: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([source, customerId, key]))
    .digest('base64url')

/** Rows that an earlier import brought are left, and told where their sum has changed since. */
async function tellKnown(context: Context, rows: readonly MatchedRow[]): Promise<MatchedRow[]> {
  const known = await loadedBefore(
    context,
    rows.flatMap(({ entry }) => entry?.key ?? []),
  )
  return rows.map((row) => {
    const before = row.entry?.key === undefined ? undefined : known.get(row.entry.key)
    if (!row.entry || before === undefined) return row
    if (before === row.entry.amount) return { ...row, outcome: 'known', entry: null }
    return { outcome: 'changed', entry: null, faults: [said('changed', null, row.entry.number)] }
  })
}
