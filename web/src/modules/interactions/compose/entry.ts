import type { channels, CallOf, interactionKinds, interactionRoutes } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'

export type Kind = (typeof interactionKinds)[number]
type Channel = (typeof channels)[number]
type Body = NonNullable<CallOf<typeof interactionRoutes.log>['body']>

/** The form as it stands. `when` is null for "just now"; otherwise the local day and time, each possibly still empty. */
export interface Entry {
  kind: Kind
  /** Under which it will be kept; made when the form is opened. */
  id?: string
  direction: 'in' | 'out'
  channel: Channel
  answered: boolean
  when: { day: string | null; time: string | null } | null
  minutes: number | null
  /** Who spoke for us; null, the person at the keyboard. */
  personId: string | null
  subject: string
  body: string
  requestId: string | null
  /** Where a visit took place, or a parcel went to or came from. */
  cityId: number | null
}

export const emptyEntry: Entry = {
  kind: 'call',
  direction: 'in',
  channel: 'sms',
  answered: true,
  when: null,
  minutes: null,
  personId: null,
  subject: '',
  body: '',
  requestId: null,
  cityId: null,
}

/** Whether such a thing happens somewhere. */
export const hasPlace = (kind: Kind): boolean => kind === 'visit' || kind === 'parcel'

/** Whether anything was typed that would be missed. */
export const isWritten = ({ subject, body, minutes }: Entry): boolean => subject.trim() !== '' || body.trim() !== '' || minutes !== null

/** Why the entry cannot be sent yet. */
export function whyNot({ kind, subject, body, when }: Entry): 'note-empty' | 'incomplete' | null {
  if (when && (!when.day || !when.time)) return 'incomplete'
  return kind === 'note' && subject.trim() === '' && body.trim() === '' ? 'note-empty' : null
}

const ownChannels: Record<Exclude<Kind, 'message'>, Channel> = { call: 'phone', visit: 'in-person', note: 'other', parcel: 'other' }

/** What to send. What ended just now began as long ago as it took. */
export function bodyOf(entry: Entry, documentIds: readonly string[], now: Date, zone: string): Body {
  const { kind, id, direction, channel, answered, when, personId, subject, body } = entry
  const minutes = kind === 'note' || kind === 'parcel' || (kind === 'call' && !answered) ? null : entry.minutes
  const began = when?.day && when.time ? instantOfLocal(when.day, when.time, zone) : new Date(now.getTime() - (minutes ?? 0) * 60_000)
  return {
    kind,
    ...(id !== undefined && { id }),
    direction: kind === 'note' ? 'internal' : direction,
    channel: kind === 'message' ? channel : ownChannels[kind],
    answered: kind === 'call' ? answered : true,
    personId,
    startedAt: began.toISOString(),
    minutes,
    subject: subject.trim(),
    body,
    documentIds: [...documentIds],
    ...(hasPlace(kind) && { cityId: entry.cityId ?? null }),
  }
}
