import type { DuplicateReason } from '@parvandeh/contract'

/** What one thing that was compared says, in bits; the reason is told where it speaks for the two being one. */
export interface Evidence {
  bits: number
  reason?: DuplicateReason
}
