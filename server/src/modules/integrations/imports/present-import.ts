import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Import } from './imports.queries.ts'
import { whatCanBeDone } from './import-states.rules.ts'

/** An import as its page shows it. */
export function presentImport(one: Import): AnswerOf<typeof contract.imports.show> {
  return {
    id: one.id,
    fileName: one.file_name,
    bytes: one.bytes,
    state: one.state,
    mapping: one.mapping,
    mappingName: one.mapping_name,
    rowsRead: one.rows_read,
    rowsRefused: one.rows_refused,
    rowsKnown: one.rows_known,
    rowsLoaded: one.rows_loaded,
    requestsLoaded: one.requests_loaded,
    progress: one.progress,
    result: one.result,
    failure: one.failure,
    createdAt: one.created_at.toISOString(),
    createdBy: one.owner_id,
    finishedAt: one.finished_at?.toISOString() ?? null,
    can: whatCanBeDone(one),
  }
}
