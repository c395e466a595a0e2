/** What can happen to a service request. */
export type RequestEventKind =
  | 'registered'
  | 'taken'
  | 'assigned'
  | 'referred'
  | 'returned'
  | 'auto-reassigned'
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
  | 'merged'
  | 'undone'
  | 'other'

/** How a request ended for the customer. */
export type RequestOutcome = 'solved' | 'partly' | 'not-solved' | 'not-a-fault' | 'duplicate' | 'withdrawn'

export type RequestStatus = 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'merged'

/** Whom a request waits for. Only waiting for the customer is left out of service time. */
export type WaitKind = 'customer' | 'third-party'

/** One thing that happened to a request. Order is by moment, then by `sequence`, then by id. */
export interface RequestEvent {
  id: string
  kind: RequestEventKind
  at: Date
  /** Breaks ties between events of the same moment. */
  sequence: number
  /** Who did it, and the unit that person acted for. */
  personId?: string | null
  unitId?: string | null
  /** To whom the request went: of registered, assigned, referred, returned, auto-reassigned, reopened. Without a unit it stays in its unit; without a person it goes to the queue. */
  toPersonId?: string | null
  toUnitId?: string | null
  channel?: string | null
  /** Of an answer: false when the customer cannot see it. */
  public?: boolean | null
  /** Of a call: false when nobody picked up. */
  answered?: boolean | null
  outcome?: RequestOutcome | null
  /** Of waiting. Without it a third party is assumed: only a recorded wait for the customer excuses time. */
  waitOn?: WaitKind | null
  /** Of registered: when the customer reported it, if earlier. */
  reportedAt?: Date | null
  /** The customer did it (of registered: the customer wrote it in, so it opens the first exchange). */
  byCustomer?: boolean | null
  /** The system did it by rule; it reaches nobody and is nobody's work. */
  automatic?: boolean | null
  /** Of merged: the request this one went into. */
  mergedInto?: string | null
  /** Of merged: the id that that request came by, where it is another than this one's: files were merged too. */
  mergedIntoFile?: string | null
  /** Of undone: the event that is taken back. */
  undoes?: string | null
}

/** Why a holding began. */
type HoldingReason = 'registered' | 'taken' | 'assigned' | 'referred' | 'returned' | 'auto-reassigned' | 'reopened'

/** Who had the request from when to when; `personId` null is the unit's queue, `to` null is now. */
export interface Holding {
  unitId: string | null
  personId: string | null
  from: Date
  to: Date | null
  reason: HoldingReason
}

/** A question and its answer: a run of customer messages and the run of employee messages after it, or one call, or one visit. */
export interface Exchange {
  kind: 'message' | 'call' | 'visit'
  /** The first message of each run. */
  customerAt: Date | null
  employeeAt: Date | null
  byPersonId: string | null
  unitId: string | null
  channel: string | null
}

export interface Wait {
  kind: WaitKind
  from: Date
  to: Date | null
}

/** One resolution, and when the request came back after it, if it did. */
interface Resolution {
  at: Date
  byPersonId: string | null
  unitId: string | null
  outcome: RequestOutcome | null
  reopenedAt: Date | null
}

/** Spells in which the request was closed or merged; `to` is when it was taken up again. */
interface Closure {
  from: Date
  to: Date | null
}

/** Everything that is known of a request, made of its events alone. */
export interface RequestFacts {
  status: RequestStatus
  reportedAt: Date
  registeredAt: Date
  /** False when the source of the history kept no contacts, so that a missing first response says nothing. */
  firstResponseRecorded: boolean
  firstResponseAt: Date | null
  firstResponseBy: string | null
  /** Last resolution, kept when the request comes back: whether it is in work again is told by `status`. */
  resolvedAt: Date | null
  resolvedBy: string | null
  /** Last closure, kept likewise. */
  closedAt: Date | null
  reopenedCount: number
  outcome: RequestOutcome | null
  mergedInto: string | null
  mergedIntoFile: string | null
  /** Who has it now; of a closed request, who had it last. */
  holderUnitId: string | null
  holderId: string | null
  holdings: Holding[]
  exchanges: Exchange[]
  waits: Wait[]
  resolutions: Resolution[]
  closures: Closure[]
  /** Units that reached the customer or resolved; the others that passed it on were misrouted to. */
  actedUnitIds: string[]
  eventCount: number
}

/** A part of the wait until response. */
export type WaitPart = 'unregistered' | 'misrouted' | 'queued' | 'held'

/** What a request was doing while its service time ran. `resolved` and `closed`: believed done, before it came back. */
export type ServiceState = 'unregistered' | 'queued' | 'held' | 'third-party' | 'resolved' | 'closed'

interface Spell {
  unitId: string | null
  personId: string | null
  from: Date
  to: Date
}

/** A stretch of the wait until response, with the calendar's unit. */
export interface WaitSpell extends Spell {
  part: WaitPart
}

/** A stretch of service time, with holder and state. */
export interface ServiceSpell extends Spell {
  state: ServiceState
}

/** Both clocks of one duration. */
export interface Clock {
  elapsedSeconds: number
  workingSeconds: number
}

/** Service time of one holder in one state. */
export interface ServicePart extends Clock {
  unitId: string | null
  personId: string | null
  state: ServiceState
}

/** Every duration of a request on both clocks; absent when not recorded or not there yet, never zero for that reason. */
export interface RequestClocks {
  waitUntilResponse?: Clock
  waitParts?: Record<WaitPart, Clock>
  serviceTime?: Clock
  serviceParts?: ServicePart[]
}

/** Measures working time: on a unit's calendar, less the leaves of whoever had the request (identity gives such). */
export interface WorkClock {
  workingSecondsBetween(from: Date, to: Date): number
}

/** The work clock of a unit, and of the person in it who had the request (null: its queue). */
export type WorkClockFor = (unitId: string | null, personId: string | null) => WorkClock
