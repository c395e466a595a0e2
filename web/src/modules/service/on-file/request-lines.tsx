import type { customerRoutes, ResponseOf } from '@parvandeh/contract'
import {
  Ban,
  CheckCircle2,
  CirclePlay,
  CircleUserRound,
  ClipboardList,
  Clock,
  CornerUpLeft,
  FilePlus2,
  type LucideIcon,
  Merge,
  RotateCcw,
  Send,
  Undo2,
} from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import type { Tone } from '../../../ui/Badge.tsx'
import { Link } from '../../../ui/Link.tsx'
import { TimelineEntry } from '../../../ui/Timeline.tsx'
import { useServiceWords } from '../messages.ts'
import type { Outcome } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { useOnFileWords } from './messages.ts'

type TimelineLine = ResponseOf<typeof customerRoutes.timeline>['rows'][number]

const looks = {
  registered: { icon: FilePlus2, tone: 'notice' },
  taken: { icon: CircleUserRound },
  assigned: { icon: CircleUserRound },
  'auto-reassigned': { icon: CircleUserRound },
  referred: { icon: Send },
  returned: { icon: CornerUpLeft },
  waiting: { icon: Clock, tone: 'caution' },
  resumed: { icon: CirclePlay },
  resolved: { icon: CheckCircle2, tone: 'positive' },
  reopened: { icon: RotateCcw, tone: 'danger' },
  closed: { icon: Ban },
  merged: { icon: Merge },
  undone: { icon: Undo2 },
} satisfies Record<string, { icon: LucideIcon; tone?: Tone }>

type Event = keyof typeof looks
const events = Object.keys(looks) as Event[]

/** The lines that a request leaves on the timeline of the customer's file. */
export function useRequestLines() {
  const { requests } = useServiceWords()
  return { id: 'request', label: requests, icon: ClipboardList, kinds: events.map((event) => `request.${event}`), Line: RequestLine }
}

function RequestLine({ line }: { line: TimelineLine }) {
  const format = useFormat()
  const { personName } = useDirectory()
  const event = line.kind.replace('request.', '') as Event
  const { icon, tone } = { tone: undefined, ...looks[event] }
  const { number, subject } = line.facts
  return (
    <TimelineEntry icon={icon} tone={tone} title={useTold(event, line)} time={format.time(line.at)} by={personName(line.personId)}>
      {typeof number === 'string' && (
        <Link to="/requests/$number" params={{ number }} className="inline-flex max-w-full items-baseline gap-2">
          <RequestNumber number={number} className="shrink-0 text-small" />
          <bdi className="truncate">{subject}</bdi>
        </Link>
      )}
    </TimelineEntry>
  )
}

function useTold(event: Event, { facts }: TimelineLine): string {
  const { told } = useOnFileWords()
  const { outcomes, waitOn } = useServiceWords()
  const { personName, unitName } = useDirectory()
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  const [outcome, on] = [text('outcome'), text('waitOn')]
  if (event === 'assigned' || event === 'auto-reassigned') return told[event](personName(text('toPersonId')) ?? told.someone)
  if (event === 'referred') return told.referred(unitName(text('toUnitId')) ?? told.someUnit)
  if (event === 'waiting') return told.waiting(on !== null && on in waitOn ? waitOn[on as keyof typeof waitOn] : told.someWait)
  if (event === 'resolved' && outcome !== null && outcome in outcomes) return told.resolvedAs(outcomes[outcome as Outcome])
  return told[event]
}
