import { z } from 'zod'
import { line, requiredLine } from './fields.ts'
import { channels } from './interactions.ts'
import { outcomes, priorities, requestEventKinds, waitKinds } from './service/words.ts'

const column = line(200)

/** How the columns of a file become requests. One row is an event of a request, or a whole request. */
export const requestMapping = z.object({
  kind: z.enum(['event-log', 'ticket-table']),
  /** Names the system the file comes from: keys of requests, customers and people are unique within it. */
  source: requiredLine(60),
  zone: z.string().max(60),
  /** Date format by column, as `parse-date` names it; a column left out is guessed from its values when the import starts. */
  dateFormats: z.record(z.string(), z.string().max(60)).default({}),
  /** Cell values that mean "missing", such as `?`. */
  missing: z.array(z.string().max(40)).max(20).default([]),
  columns: z.object({
    number: column,
    customer: column.optional(),
    customerName: column.optional(),
    /** Event log: who did it, or, of a hand-over, who got it. State log: who holds it. Ticket table: who holds or held it. */
    employee: column.optional(),
    unit: column.optional(),
    product: column.optional(),
    topic: column.optional(),
    priority: column.optional(),
    channel: column.optional(),
    subject: column.optional(),
    outcome: column.optional(),
    /** Event log: when and what. */
    at: column.optional(),
    activity: column.optional(),
    /** Ticket table (or a log that repeats them on each row): the moments themselves. */
    reportedAt: column.optional(),
    registeredAt: column.optional(),
    firstResponseAt: column.optional(),
    resolvedAt: column.optional(),
    closedAt: column.optional(),
    resolvedBy: column.optional(),
  }),
  /**
   * Event log: whether `activity` says what happened, so that each row is one event, or in which state the request
   * is, so that a row tells only what differs from the row before it: state, unit, employee.
   */
  activityIs: z.enum(['event', 'state']).default('event'),
  /** Event log: which activity is which event. One that is not named here is kept as `other`, under its own name. */
  activities: z
    .record(
      z.string(),
      z.object({
        event: z.enum(requestEventKinds).exclude(['merged', 'undone']),
        outcome: z.enum(outcomes).exclude(['duplicate']).optional(),
        waitOn: z.enum(waitKinds).optional(),
      }),
    )
    .default({}),
  /** Event log: whether the first event of a request registers it whatever its activity. */
  firstEventRegisters: z.boolean().default(true),
  firstResponseRecorded: z.boolean().default(false),
  priorities: z.record(z.string(), z.enum(priorities)).default({}),
  channels: z.record(z.string(), z.enum(channels)).default({}),
  outcomes: z.record(z.string(), z.enum(outcomes)).default({}),
  /** Requests without a customer: refuse the row, or file them under one provisional customer. */
  withoutCustomer: z.enum(['refuse', 'provisional']).default('provisional'),
  /** By which columns a row is known again in a later file; none: by all. For logs that repeat on each row what changes later. */
  keyColumns: z.array(column).max(50).default([]),
})
export type RequestMapping = z.infer<typeof requestMapping>
