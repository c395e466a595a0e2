import { z } from 'zod'
import { day, id, instant } from './fields.ts'
import { notice } from './identity/notifications.ts'
import { accessClasses, permissionKeys } from './permissions.ts'

/**
 * A line for the file's timeline, carried by the event that causes it: the customers module writes it
 * without knowing who sent it. `lineId` makes writing it twice the same as once.
 */
export const timelineLine = z.object({
  lineId: id,
  customerId: id,
  at: instant,
  kind: z.string(),
  personId: id.nullable(),
  /** Rights of the line: who may see it is decided by this permission over these two. */
  permission: z.enum(permissionKeys),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  accessClass: z.enum(accessClasses),
  subjectType: z.string(),
  subjectId: id,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type TimelineLine = z.infer<typeof timelineLine>

/** Whom a live message may reach: those who hold the permission over a row of this unit and owner. */
const rights = { unitId: id.nullable(), ownerId: id.nullable() }
const onFile = { customerId: id, id, version: z.number().int(), ...rights, timeline: z.array(timelineLine).default([]) }

/** Every event: what it says, and which permission a listener of live updates must hold; `owner`: nobody hears it but the person it is about. */
export const events = {
  'customers.customer-created': { live: 'customers.read', payload: z.object(onFile) },
  'customers.customer-changed': { live: 'customers.read', payload: z.object(onFile) },
  /** What is kept of a file beside its fields changed: tags, notes, business facts, classes. */
  'customers.facts-changed': { live: 'customers.read', payload: z.object(onFile) },
  /** Rules put many files into other classes. */
  'customers.files-classified': { live: null, payload: z.object({ timeline: z.array(timelineLine) }) },
  /** All files are to be classified by the rules of a scheme. */
  'customers.scheme-run-asked': { live: null, payload: z.object({ schemeId: id }) },
  /** A relation to another file changed. It is for those who see both files, which a live message cannot ask. */
  'customers.related': { live: null, payload: z.object(onFile) },
  /** One of the organisation's own fields was defined anew. `work`: values in files are to be made ready for it. */
  'customers.field-changed': { live: 'customers.fields', payload: z.object({ id, work: z.boolean(), ...rights }) },
  /** A contradiction was found, settled or has gone. It is for those who may know of it, which a live message cannot ask. */
  'customers.contradiction-changed': {
    live: null,
    payload: z.object({ customerId: id, id, version: z.number().int(), ...rights, notices: z.array(notice).default([]) }),
  },
  /** A rule is not as it was: files are looked through by it. */
  'customers.consistency-rule-changed': { live: null, payload: z.object({ id, version: z.number().int() }) },
  /** A file was merged into this one, or came out of it again: both are heard of, each under its own rights. */
  'customers.files-merged': { live: 'customers.read', payload: z.object({ customerId: id, id, ...rights }) },
  /** The scan for duplicates goes on; `work`: there is something to do. */
  'customers.duplicate-scan-changed': {
    live: 'customers.read',
    payload: z.object({ id, work: z.boolean().default(false), ...rights }),
  },
  /** Many files at once, made for customers whom another system knows. */
  'customers.files-loaded': {
    live: null,
    payload: z.object({ source: z.string(), count: z.number().int(), timeline: z.array(timelineLine).default([]) }),
  },
  /** Heard by those who may see the line that was added: its permission over its unit and owner, not the file's. */
  'customers.timeline-grown': {
    live: 'customers.read',
    payload: z.object({ customerId: id, permission: z.enum(permissionKeys), ...rights }),
  },
  /** The time for an erasure has come. */
  'customers.erasure-due': { live: null, payload: z.object({ customerId: id, id }) },
  /** A segment has another rule or other members: it is counted again. */
  /** How much fields count was said anew: all files are to be reckoned. */
  'customers.weights-changed': { live: null, payload: z.object({}) },
  'customers.segment-changed': { live: null, payload: z.object({ id }) },
  'interactions.logged': { live: 'interactions.read', payload: z.object({ ...onFile, kind: z.string(), startedAt: instant }) },
  /** Many at once, from the past; a batch over several files. */
  'interactions.history-loaded': { live: null, payload: z.object({ timeline: z.array(timelineLine) }) },
  'documents.added': { live: 'documents.read', payload: z.object(onFile) },
  'documents.history-loaded': { live: null, payload: z.object({ timeline: z.array(timelineLine) }) },
  'service.request-changed': {
    live: 'service.read',
    /** `change` names the verb: registered, taken, assigned... */
    payload: z.object({ ...onFile, number: z.string(), change: z.string(), notices: z.array(notice).default([]) }),
  },
  /** What goes together with what is to be tested anew. */
  'kpi.relations-asked': { live: null, payload: z.object({ id }) },
  /** These have lain unanswered in somebody's hands for longer than they should. */
  'service.requests-slow': { live: null, payload: z.object({ notices: z.array(notice) }) },
  /** Many requests at once, from an import or the demo; a batch over several files. */
  'service.history-loaded': {
    live: null,
    payload: z.object({ timeline: z.array(timelineLine), requests: z.array(z.object({ customerId: id, id })).default([]) }),
  },
  /** Something was entered in a file's ledger, voided or moved on; `id` is the file's, whose rights its lines follow. */
  'sales.account-changed': { live: 'sales.read', payload: z.object({ ...onFile, entryId: id.nullable(), change: z.string() }) },
  /** Many entries at once, from an import or the demo; a batch over several files. */
  'sales.history-loaded': { live: null, payload: z.object({ timeline: z.array(timelineLine) }) },
  /** Entries that an import brought are gone again, and so are their lines. */
  'sales.history-withdrawn': { live: null, payload: z.object({ withdrawn: z.array(z.object({ customerId: id, lineId: id })) }) },
  /** Working time of these requests was reckoned again, because a calendar changed under them. */
  'service.clocks-recounted': { live: null, payload: z.object({ requests: z.array(z.object({ customerId: id, id })) }) },
  /** Rules, holidays or closures changed: clocks that touch these days are reckoned again. */
  'identity.calendar-changed': { live: null, payload: z.object({ from: day, to: day.nullable() }) },
  /** A leave was added or taken back: clocks that ran in this person's hands then are reckoned again. */
  'identity.leave-changed': { live: null, payload: z.object({ personId: id, from: instant, to: instant }) },
  /** A change of many rows goes on; heard by whoever made it. `work`: there are rows to deal with. */
  'identity.bulk-changed': {
    live: 'owner',
    payload: z.object({ id, work: z.boolean().default(false), ...rights, notices: z.array(notice).default([]) }),
  },
  /** The bell of `ownerId` is no longer as it was; `id`: by this notification, which is new. */
  'identity.bell-changed': { live: 'owner', payload: z.object({ id: id.nullable(), ...rights }) },
  'identity.access-changed': { live: null, payload: z.object({ personId: id.nullable() }) },
  /** An export goes on; heard by whoever asked for it. `work`: a worker is to take it up. */
  'integrations.export-changed': {
    live: 'owner',
    payload: z.object({ id, state: z.string(), work: z.boolean().default(false), ...rights, notices: z.array(notice).default([]) }),
  },
  /** `work`: the state asks for work to be done, which a worker takes up on hearing this. */
  'integrations.import-changed': {
    live: 'imports.run',
    payload: z.object({ id, state: z.string(), work: z.boolean().default(false), ...rights, notices: z.array(notice).default([]) }),
  },
} as const

export type EventName = keyof typeof events
export const eventNames = Object.keys(events) as EventName[]
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]['payload']>
export type EventInput<N extends EventName> = z.input<(typeof events)[N]['payload']>

/** What the live stream carries: which kind of thing changed and its ids; the client fetches again under its own rights. */
export const liveMessage = z.object({ event: z.string(), customerId: id.nullable(), id: id.nullable() })
export type LiveMessage = z.infer<typeof liveMessage>
