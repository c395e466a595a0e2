import type { ParsedRow } from './parse-row.rules.ts'
import { dateOf } from './story.types.ts'
import type { Meaning, StoryEvent } from './story.types.ts'

type LastOf = (role: 'resolvedAt' | 'closedAt' | 'resolvedBy') => string | undefined

const turns: readonly Meaning['event'][] = ['resolved', 'closed', 'reopened', 'taken', 'waiting']

/**
 * Logs that repeat the moments of resolution and closing on each row know them better than the moment at which the
 * row was written: the last resolution and the last closing take them, as long as that puts them before nothing that
 * came earlier and behind nothing that ended or reopened the request later.
 */
export function correctMoments(events: readonly StoryEvent[], last: LastOf): StoryEvent[] {
  const resolvedBy = last('resolvedBy')
  const resolved = moveLast(events, 'resolved', dateOf(last('resolvedAt')), resolvedBy === undefined ? {} : { employee: resolvedBy })
  return moveLast(resolved, 'closed', dateOf(last('closedAt')), {})
}

function moveLast(
  events: readonly StoryEvent[],
  kind: Meaning['event'],
  moment: Date | undefined,
  more: Partial<StoryEvent>,
): StoryEvent[] {
  const index = events.findLastIndex((event) => event.kind === kind)
  const event = events[index]
  if (!event) return [...events]
  const earlier = events.slice(0, index).findLast((one) => one.at < event.at)
  const later = events.slice(index + 1).find((one) => turns.includes(one.kind))
  const fits = moment !== undefined && !(earlier && moment < earlier.at) && !(later && moment > later.at)
  return events.with(index, { ...event, ...more, at: fits ? moment : event.at })
}

/** The first response of a file that has its moment in a column and not among its events. */
export function withFirstResponse(events: readonly StoryEvent[], firstResponseAt: string | undefined): StoryEvent[] {
  const at = dateOf(firstResponseAt)
  return at ? [...events, { key: 'first-response', kind: 'answered', at, label: null }] : [...events]
}

/** How the request ended, where the file has it in a column: said of the last resolution, or else of the closing. */
export function withOutcome(events: readonly StoryEvent[], outcome: ParsedRow['outcome']): StoryEvent[] {
  const at = (kind: Meaning['event']) => events.findLastIndex((event) => event.kind === kind)
  const index = at('resolved') >= 0 ? at('resolved') : at('closed')
  const event = events[index]
  return outcome && event && !event.outcome ? events.with(index, { ...event, outcome }) : [...events]
}
