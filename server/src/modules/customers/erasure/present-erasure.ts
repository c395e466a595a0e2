import type { Erasure } from '@parvandeh/contract'
import type { ErasureRow } from './erasure.queries.ts'

export const presentErasure = (row: ErasureRow): Erasure => ({
  id: row.id,
  customerId: row.customer_id,
  code: row.code,
  state: row.state,
  basis: row.basis,
  reference: row.reference,
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  calledOffBy: row.called_off_by,
  calledOffAt: row.called_off_at?.toISOString() ?? null,
  doneAt: row.done_at?.toISOString() ?? null,
  certificate: row.certificate,
  can: { callOff: row.state === 'waiting' },
})
