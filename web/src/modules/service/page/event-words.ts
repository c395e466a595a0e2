import {
  ArrowLeftRight,
  CheckCheck,
  CircleDot,
  CornerDownLeft,
  FilePlus2,
  Hand,
  Hourglass,
  type LucideIcon,
  MapPin,
  Merge,
  MessageSquareReply,
  MessageSquareText,
  Phone,
  Play,
  RotateCcw,
  Share2,
  StickyNote,
  Undo2,
  UserPlus,
  Archive,
} from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useServiceWords } from '../messages.ts'
import type { RequestView } from '../request.types.ts'
import { useRequestWords } from './messages.ts'

type RequestEvent = RequestView['events'][number]

export const eventIcons: Record<RequestEvent['kind'], LucideIcon> = {
  registered: FilePlus2,
  taken: Hand,
  assigned: UserPlus,
  referred: Share2,
  returned: CornerDownLeft,
  'auto-reassigned': ArrowLeftRight,
  answered: MessageSquareReply,
  'customer-message': MessageSquareText,
  call: Phone,
  visit: MapPin,
  note: StickyNote,
  waiting: Hourglass,
  resumed: Play,
  resolved: CheckCheck,
  reopened: RotateCcw,
  closed: Archive,
  merged: Merge,
  undone: Undo2,
  other: CircleDot,
}

/** What happened, in a few words, with whom or where it led. */
export function useEventWords(): (event: RequestEvent) => string {
  const { events: words } = useRequestWords()
  const { outcomes, waitOn } = useServiceWords()
  const { personName, unitName } = useDirectory()
  return (event) => {
    const { kind, outcome, waitOn: on, label } = event
    const target = personName(event.toPersonId) ?? unitName(event.toUnitId)
    if (kind === 'other') return label ?? words.other
    if (kind === 'resolved' && outcome) return words.resolvedWith(outcomes[outcome])
    if (kind === 'waiting' && on) return words.waitingOn(waitOn[on])
    if (!target) return words[kind]
    if (kind === 'assigned') return words.assignedTo(target)
    if (kind === 'referred') return words.referredTo(target)
    if (kind === 'returned') return words.returnedTo(target)
    if (kind === 'auto-reassigned') return words.autoReassignedTo(target)
    return words[kind]
  }
}
