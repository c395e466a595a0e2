import type { RequestMapping } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import { correctMoments, withFirstResponse, withOutcome } from './correct-events.rules.ts'
import type { ParsedRow } from './parse-row.rules.ts'
import type { MeaningOf, StagedRow, StoryEvent } from './story.types.ts'
import { tellActivities } from './tell-activities.rules.ts'
import { tellStates } from './tell-states.rules.ts'
import { tellTicket } from './tell-ticket.rules.ts'

/** A request as a file tells it: people, units, customers, products and topics are still names. */
export interface RequestStory {
  number: string
  subject: string
  customer: string | null
  product: string | null
  topic: string | null
  priority: ParsedRow['priority']
  channel: ParsedRow['channel']
  events: StoryEvent[]
}

/**
 * Tells a request from all its rows. What belongs to the whole (customer, product, topic, priority) is as the last row
 * that names it has it.
 */
export function tellRequest(number: string, given: readonly StagedRow[], mapping: RequestMapping): RequestStory {
  const rows = given.toSorted((a, b) => +momentOf(a.cells) - +momentOf(b.cells) || a.number - b.number)
  const last = <K extends keyof ParsedRow>(role: K): ParsedRow[K] | undefined =>
    rows.findLast((row) => row.cells[role] !== undefined)?.cells[role]
  const told = eventsOf(rows, mapping)
  const events =
    mapping.kind === 'ticket-table'
      ? told
      : withOutcome(withFirstResponse(correctMoments(told, last), last('firstResponseAt')), last('outcome'))
  return {
    number,
    subject: last('subject') ?? number,
    customer: last('customer') ?? null,
    product: last('product') ?? null,
    topic: last('topic') ?? null,
    priority: last('priority'),
    channel: last('channel'),
    events,
  }
}

/** Where a row stands among the rows of its request. */
export const momentOf = (cells: ParsedRow): Date => new Date(cells.at ?? cells.reportedAt ?? cells.registeredAt ?? '')

function eventsOf(rows: readonly StagedRow[], mapping: RequestMapping): StoryEvent[] {
  if (mapping.kind === 'ticket-table') return tellTicket(rows)
  const meaningOf = meanings(mapping)
  return mapping.activityIs === 'state' ? tellStates(rows, meaningOf) : tellActivities(rows, meaningOf, mapping.firstEventRegisters)
}

const meaningsByMapping = new WeakMap<RequestMapping, MeaningOf>()

/** Activities are found however they are spelled; one that the mapping does not name is kept as `other`. */
function meanings(mapping: RequestMapping): MeaningOf {
  const known = meaningsByMapping.get(mapping)
  if (known) return known
  const byName = new Map(Object.entries(mapping.activities).map(([name, meaning]) => [foldSpaced(name), meaning]))
  const meaningOf: MeaningOf = (activity) => byName.get(foldSpaced(activity)) ?? { event: 'other' }
  meaningsByMapping.set(mapping, meaningOf)
  return meaningOf
}
