import type { interaction } from '@parvandeh/contract'
import {
  Footprints,
  type LucideIcon,
  MessageSquareText,
  NotebookPen,
  Package,
  Phone,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
} from 'lucide-react'
import type { z } from 'zod'
import type { Tone } from '../../ui/Badge.tsx'
import type { useInteractionWords } from './messages.ts'

type Interaction = z.output<typeof interaction>
type Words = ReturnType<typeof useInteractionWords>

/** What tells one interaction from another at a glance. */
export type Glance = Pick<Interaction, 'kind' | 'direction' | 'channel' | 'answered'>

/** The sign of a kind in filters and on the tabs of the form. */
export const kindIcons: Record<Interaction['kind'], LucideIcon> = {
  call: Phone,
  visit: Footprints,
  message: MessageSquareText,
  note: NotebookPen,
  parcel: Package,
}

/** The sign of one interaction: a call shows its direction, and a missed one stands out. */
export function lookOf({ kind, direction, answered }: Glance): { icon: LucideIcon; tone: Tone } {
  if (kind !== 'call') return { icon: kindIcons[kind], tone: kind === 'note' ? 'caution' : kind === 'visit' ? 'positive' : 'notice' }
  if (!answered) return { icon: PhoneMissed, tone: 'danger' }
  return direction === 'out' ? { icon: PhoneOutgoing, tone: 'accent' } : { icon: PhoneIncoming, tone: 'accent' }
}

/** What happened in a few words: «تماس ورودی»، «پیامک به مشتری». */
export function titleOf({ kind, direction, channel, answered }: Glance, { told, channels, kinds }: Words): string {
  const isOut = direction === 'out'
  if (kind === 'note') return told.note
  if (kind === 'parcel') return isOut ? told.parcelOut : told.parcelIn
  if (kind === 'visit') return isOut ? told.visitOut : told.visitIn
  if (kind === 'call') {
    if (!answered) return isOut ? told.callUnanswered : told.callMissed
    return isOut ? told.callOut : told.callIn
  }
  const by = channel === 'other' ? kinds.message : channels[channel]
  return isOut ? told.messageOut(by) : told.messageIn(by)
}
