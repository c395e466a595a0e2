import {
  type LucideIcon,
  MapPin,
  MessageSquareReply,
  MessageSquareText,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  StickyNote,
} from 'lucide-react'
import type { Said } from './conversation-days.ts'

export type SaidKind = 'messageIn' | 'messageOut' | 'callIn' | 'callOut' | 'missedIn' | 'missedOut' | 'visit' | 'note'

/** What kind of talk it was, as people call it. */
export function saidKind({ kind, direction, answered }: Pick<Said, 'kind' | 'direction' | 'answered'>): SaidKind {
  if (kind === 'note' || direction === 'internal') return 'note'
  if (kind === 'visit') return 'visit'
  const side = direction === 'in' ? 'In' : 'Out'
  if (kind === 'message') return `message${side}`
  return answered ? `call${side}` : `missed${side}`
}

export const saidIcons: Record<SaidKind, LucideIcon> = {
  messageIn: MessageSquareText,
  messageOut: MessageSquareReply,
  callIn: PhoneIncoming,
  callOut: PhoneOutgoing,
  missedIn: PhoneMissed,
  missedOut: PhoneMissed,
  visit: MapPin,
  note: StickyNote,
}
