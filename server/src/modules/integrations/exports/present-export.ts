import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Export } from './exports.queries.ts'

/** An export as its owner sees it. */
export function presentExport(one: Export): AnswerOf<typeof contract.exports.show> {
  return {
    id: one.id,
    list: one.list,
    format: one.format,
    state: one.state,
    rows: one.rows_written,
    total: one.total,
    fileName: one.file_name,
    bytes: one.bytes === null ? null : Number(one.bytes),
    failure: one.failure,
    createdAt: one.created_at.toISOString(),
    finishedAt: one.finished_at?.toISOString() ?? null,
    expiresAt: one.state === 'done' ? (one.expires_at?.toISOString() ?? null) : null,
    can: { fetch: one.state === 'done', discard: one.state === 'done' || one.state === 'waiting' || one.state === 'working' },
  }
}
