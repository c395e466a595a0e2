import type { RequestEventKind } from '../facts/facts.types.ts'

interface Contact {
  kind: 'call' | 'visit' | 'message' | 'note' | 'parcel'
  direction: 'in' | 'out' | 'internal'
}

/**
 * What a call, visit, message or note means for the request it is about: a message that came in is the customer's
 * side, one that went out is ours, a call or a visit is both. What stayed among colleagues reaches nobody,
 * and a parcel says nothing.
 */
export function eventKindOfContact({ kind, direction }: Contact): RequestEventKind {
  if (kind === 'note' || kind === 'parcel' || direction === 'internal') return 'note'
  if (kind === 'message') return direction === 'in' ? 'customer-message' : 'answered'
  return kind
}
