import type { AnswerOf, CustomerCounts, ImportResult, LedgerCounts, contract } from '@parvandeh/contract'
import type { Import } from './imports.queries.ts'
import { whatCanBeDone } from './import-states.rules.ts'

/** An import as its page shows it. */
export function presentImport(one: Import): AnswerOf<typeof contract.imports.show> {
  return {
    id: one.id,
    kind: one.kind,
    fileName: one.file_name,
    bytes: one.bytes,
    state: one.state,
    mapping: one.mapping?.kind === 'customers' || one.mapping?.kind === 'ledgers' ? null : one.mapping,
    customerMapping: one.mapping?.kind === 'customers' ? one.mapping : null,
    ledgerMapping: one.mapping?.kind === 'ledgers' ? one.mapping : null,
    mappingName: one.mapping_name,
    rowsRead: one.rows_read,
    rowsRefused: one.rows_refused,
    rowsKnown: one.rows_known,
    rowsLoaded: one.rows_loaded,
    requestsLoaded: one.requests_loaded,
    progress: one.progress,
    result: one.kind === 'requests' ? (one.result as ImportResult | null) : null,
    customers: one.kind === 'customers' ? (one.result as CustomerCounts | null) : null,
    trial: one.kind === 'customers' ? (one.trial as CustomerCounts | null) : null,
    ledgers: one.kind === 'ledgers' ? (one.result as LedgerCounts | null) : null,
    ledgerTrial: one.kind === 'ledgers' ? (one.trial as LedgerCounts | null) : null,
    undone: one.undone,
    failure: one.failure,
    createdAt: one.created_at.toISOString(),
    createdBy: one.owner_id,
    finishedAt: one.finished_at?.toISOString() ?? null,
    can: whatCanBeDone(one),
  }
}
