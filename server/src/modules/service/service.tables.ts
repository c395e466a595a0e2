import type { GeneratedAlways } from 'kysely'
import type { RequestEventKind, RequestOutcome, RequestStatus, WaitKind } from './facts/facts.types.ts'

export type Priority = 'low' | 'normal' | 'high' | 'urgent'

/** What people say of a request, as against what its events say. */
export interface DetailColumns {
  customer_id: string
  id: string
  number: string
  subject: string
  description: string
  topic_id: string | null
  product_id: string | null
  priority: Priority
  channel: string
  contact_name: string | null
  contact_customer_id: string | null
  test: boolean
  source: string | null
  external_number: string | null
  search_spaced: string
  search_joined: string
  version: number
  updated_at: Date
  first_response_recorded: boolean
}

/** What the events say, stored so that lists and reports need not replay. */
export interface FactColumns {
  status: RequestStatus
  unit_id: string | null
  owner_id: string | null
  reported_at: Date
  registered_at: Date
  registered_by: string | null
  first_response_at: Date | null
  first_response_by: string | null
  resolved_at: Date | null
  resolved_by: string | null
  closed_at: Date | null
  closed_by: string | null
  reopened_count: number
  outcome: RequestOutcome | null
  merged_into_id: string | null
  merged_into_file: string | null
  exchange_count: number
  event_count: number
  first_contact: boolean | null
  first_resolved_at: Date | null
  response_elapsed_seconds: number | null
  response_working_seconds: number | null
  unregistered_elapsed_seconds: number | null
  unregistered_working_seconds: number | null
  misrouted_elapsed_seconds: number | null
  misrouted_working_seconds: number | null
  queued_elapsed_seconds: number | null
  queued_working_seconds: number | null
  held_elapsed_seconds: number | null
  held_working_seconds: number | null
  service_elapsed_seconds: number | null
  service_working_seconds: number | null
  customer_wait_elapsed_seconds: number | null
  customer_wait_working_seconds: number | null
}

export type RequestRow = DetailColumns & FactColumns

export interface EventRow {
  customer_id: string
  id: string
  request_id: string
  sequence: number
  kind: RequestEventKind
  at: Date
  person_id: string | null
  unit_id: string | null
  to_person_id: string | null
  to_unit_id: string | null
  channel: string | null
  public: boolean | null
  answered: boolean | null
  automatic: boolean | null
  by_customer: boolean | null
  outcome: RequestOutcome | null
  wait_on: WaitKind | null
  reported_at: Date | null
  merged_into_id: string | null
  merged_into_file: string | null
  undoes: string | null
  note: string | null
  label: string | null
  interaction_id: string | null
  import_key: string | null
  recorded_at: Date
}

interface OfRequest {
  customer_id: string
  id: string
  request_id: string
  position: number
}

export interface HoldingRow extends OfRequest {
  unit_id: string | null
  person_id: string | null
  starts_at: Date
  ends_at: Date | null
  reason: string
}

export interface ExchangeRow extends OfRequest {
  kind: string
  customer_at: Date | null
  employee_at: Date | null
  person_id: string | null
  unit_id: string | null
  channel: string | null
}

export interface WaitRow extends OfRequest {
  kind: WaitKind
  starts_at: Date
  ends_at: Date | null
}

export interface ResolutionRow extends OfRequest {
  at: Date
  person_id: string | null
  unit_id: string | null
  outcome: RequestOutcome | null
  reopened_at: Date | null
  is_last: boolean
}

export interface ServicePartRow extends OfRequest {
  unit_id: string | null
  person_id: string | null
  state: string
  elapsed_seconds: number
  working_seconds: number
}

export interface ServiceTables {
  'service.request': RequestRow & { priority_rank: GeneratedAlways<number> }
  'service.request_by_number': { number: string; customer_id: string; request_id: string }
  'service.request_by_external': { source: string; external_number: string; customer_id: string; request_id: string }
  'service.request_event': EventRow
  'service.holding': HoldingRow
  'service.exchange': ExchangeRow
  'service.wait': WaitRow
  'service.resolution': ResolutionRow
  'service.service_part': ServicePartRow
  'service.request_document': {
    customer_id: string
    id: string
    request_id: string
    document_id: string
    attached_at: Date
    attached_by: string | null
  }
}
