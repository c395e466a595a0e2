import { eventNames, events } from '@parvandeh/contract'
import type { EventPayload } from '@parvandeh/contract'
import { onEvent, onEventAtLength, onEvents } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { classifyByRules } from './classes/classify-by-rule.ts'
import { classifyLoaded, workRun } from './classes/run-scheme.ts'
import { recountCompleteness } from './completeness/recount-completeness.ts'
import { measureSegment } from './segments/measure-segments.ts'
import { workField } from './fields/work-field.ts'
import { lookThroughFiles, reckonSeen } from './consistency/look-through.ts'
import { scanReaction } from './duplicates/scan/run-scan.ts'
import { growTimelines, loadTimeline } from './timeline/grow-timeline.ts'
import { withdrawLines } from './timeline/timeline.queries.ts'

type FileEventName =
  | 'customers.customer-created'
  | 'customers.customer-changed'
  | 'customers.facts-changed'
  | 'customers.related'
  | 'interactions.logged'
  | 'documents.added'
  | 'service.request-changed'
  | 'sales.account-changed'

/** Every event that tells of one thing in one file, whoever sends it; the contract says which these are. */
const fileEvents = eventNames.filter((name): name is FileEventName => {
  const shape: object = events[name].payload.shape
  return 'timeline' in shape && 'customerId' in shape
})

/** Things that may come to another unit or holder; whoever is told of them is told where they are now. */
const moving: readonly FileEventName[] = [
  'customers.customer-created',
  'customers.customer-changed',
  'service.request-changed',
  'sales.account-changed',
]

type BatchEventName =
  | 'customers.files-loaded'
  | 'customers.files-classified'
  | 'interactions.history-loaded'
  | 'documents.history-loaded'
  | 'service.history-loaded'
  | 'sales.history-loaded'

/** Every event that tells of many files at once. */
const batchEvents = eventNames.filter((name): name is BatchEventName => {
  const shape: object = events[name].payload.shape
  return 'timeline' in shape && !('customerId' in shape)
})

/** The timeline is written from other modules' events; a scan for duplicates is worked off. */
export const customerReactions: readonly Reaction[] = [
  onEvent('customers.segment-changed', 'customers.measure-segment', (context, { id }) => measureSegment(context, id)),
  onEventAtLength('customers.field-changed', 'customers.work-field', async (tools, { id, work }) => {
    if (work) await workField(tools, id)
  }),
  scanReaction,
  ...fileEvents.map((name) =>
    onEvents(name, 'customers.grow-timeline', (context, payloads: readonly EventPayload<FileEventName>[]) =>
      growTimelines(context, payloads, moving.includes(name)),
    ),
  ),
  ...batchEvents.map((name) =>
    onEvent(name, 'customers.load-timeline', (context, { timeline }: EventPayload<BatchEventName>) => loadTimeline(context, timeline)),
  ),
  // What a rule asks for may be of any kind: whatever changes in a file may put it into another class.
  ...fileEvents.map((name) =>
    onEvents(name, 'customers.classify', (context, payloads: readonly EventPayload<FileEventName>[]) =>
      classifyByRules(context, [...new Set(payloads.map(({ customerId }) => customerId))]),
    ),
  ),
  ...batchEvents
    .filter((name) => name !== 'customers.files-classified')
    .map((name) =>
      onEventAtLength(name, 'customers.classify-loaded', (tools, { timeline }: EventPayload<BatchEventName>) =>
        classifyLoaded(tools, timeline),
      ),
    ),
  onEventAtLength('customers.scheme-run-asked', 'customers.run-scheme', (tools, { schemeId }) => workRun(tools, schemeId)),
  onEventAtLength('customers.weights-changed', 'customers.recount-completeness', (tools) => recountCompleteness(tools)),
  onEvent('sales.history-withdrawn', 'customers.withdraw-lines', (context, { withdrawn }) => withdrawLines(context, withdrawn)),
  // After the lines are written: what they tell is held against the files.
  onEvent('interactions.logged', 'customers.reckon-seen', (context, { timeline }) => reckonSeen(context, timeline, true)),
  onEvent('interactions.history-loaded', 'customers.reckon-seen', (context, { timeline }) => reckonSeen(context, timeline, false)),
  onEventAtLength('customers.consistency-rule-changed', 'customers.look-through-files', lookThroughFiles),
]
