import type { Channel } from './seasons.ts'
import type { BranchKey, PersonKey, UnitKey } from './company.ts'
import type { TopicKey } from './topics.data.ts'

/** Everything is named by keys and places in lists; the loader gives it ids. */
export interface DemoCustomer {
  kind: 'person' | 'organisation'
  firstName: string | null
  lastName: string | null
  organisationName: string | null
  gender: 'female' | 'male' | null
  /** Plainly fictional, and kept with a reason; almost nobody has one. */
  nationalCode: string | null
  branch: BranchKey
  unit: UnitKey
  owner: PersonKey | null
  city: string
  street: string | null
  mobile: string | null
  phone: string | null
  email: string | null
  createdAt: Date
  createdBy: PersonKey | null
  /**
   * How mildly this customer judges, in standard deviations, whoever served. Nothing stores it: surveys to come draw
   * answers with it, and what they find is held against it.
   */
  leniency: number
}

export interface DemoInteraction {
  customer: number
  kind: 'call' | 'visit' | 'message' | 'note'
  direction: 'in' | 'out' | 'internal'
  channel: Channel | 'sms' | 'other'
  person: PersonKey | null
  unit: UnitKey
  startedAt: Date
  minutes: number | null
  answered: boolean
  subject: string
  body: string
  source: 'hand' | 'machine'
}

export interface DemoEvent {
  kind:
    | 'registered'
    | 'taken'
    | 'assigned'
    | 'referred'
    | 'returned'
    | 'answered'
    | 'customer-message'
    | 'call'
    | 'visit'
    | 'note'
    | 'waiting'
    | 'resumed'
    | 'resolved'
    | 'reopened'
    | 'closed'
  at: Date
  person: PersonKey | null
  unit: UnitKey | null
  toPerson?: PersonKey | null
  toUnit?: UnitKey
  channel?: DemoInteraction['channel']
  answered?: boolean
  outcome?: 'solved' | 'partly' | 'not-solved' | 'not-a-fault' | 'withdrawn'
  waitOn?: 'customer' | 'third-party'
  reportedAt?: Date
  byCustomer?: boolean
  automatic?: boolean
  note?: string
  /** What was said, kept as an interaction on the customer's file. */
  said?: DemoInteraction
}

export interface DemoRequest {
  customer: number
  subject: string
  description: string
  topic: TopicKey
  product: string
  /** What people call it. */
  spoken: string
  priority: 'low' | 'normal' | 'high' | 'urgent'
  channel: Channel
  contactName: string | null
  unit: UnitKey
  events: DemoEvent[]
}

/** A voucher of a customer's ledger. */
export interface DemoVoucher {
  customer: number
  kind: 'invoice' | 'receipt' | 'cheque'
  day: string
  amount: number
  dueDay?: string | null
  method?: 'cash' | 'card' | 'transfer'
  line?: { product: string; quantity: number; unitPrice: number }
  instalments?: { dueDay: string; amount: number }[]
  cheque?: {
    serial: string
    sayad_id: string
    bank: string
    due_day: string
    state: 'in-hand' | 'deposited' | 'cleared' | 'bounced'
    state_day: string
  }
}

export interface DemoPaper {
  customer: number
  name: string
  title: string
  accessClass: 'internal' | 'financial'
  unit: UnitKey
  person: PersonKey
  addedAt: Date
  content: Uint8Array
}

export interface DemoHistory {
  customers: readonly DemoCustomer[]
  /** In the order in which they were reported; made one at a time, so that whoever loads them may pause. */
  requests: () => Generator<DemoRequest>
  /** What passed between customers and the company apart from requests, in the order of time. */
  interactions: () => Generator<DemoInteraction>
  papers: () => Generator<DemoPaper>
}
