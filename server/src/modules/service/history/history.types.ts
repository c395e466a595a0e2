import type { RequestEvent } from '../facts/facts.types.ts'
import type { Priority } from '../service.tables.ts'

/** Something that happened to a request elsewhere. Of events at the same moment, the order given is kept. */
export interface HistoryEvent extends Omit<RequestEvent, 'id' | 'sequence'> {
  /** Names the event within its request, so that loading it again adds nothing; null where that cannot happen. */
  key: string | null
  note?: string | null
  /** What the other system called it. */
  label?: string | null
  /** An interaction in the same file, written before. */
  interactionId?: string | null
}

/** A request with its events, or with more of them, from another system. */
export interface RequestHistory {
  customerId: string
  /** The system it comes from; `externalNumber` is unique within it. */
  source: string
  /** Its number there, by which a later file continues it; null for a request that nothing will continue. */
  externalNumber: string | null
  /** Given where other histories of the same customer were merged into this one; otherwise left out. */
  id?: string
  subject: string
  description?: string
  topicId?: string | null
  productId?: string | null
  priority?: Priority
  channel?: string
  contactName?: string | null
  /** The unit whose request it is from its registration on, where the events do not say. */
  unitId?: string | null
  /** False where the other system kept no contacts with customers. */
  firstResponseRecorded: boolean
  test?: boolean
  events: readonly HistoryEvent[]
}

export interface LoadedHistory {
  requestsAdded: number
  /** Known requests to which events were added. */
  requestsContinued: number
  eventsAdded: number
  /** Events that were there already. */
  eventsKnown: number
}
