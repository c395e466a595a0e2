import type { BodyOf, requestRoutes } from '@parvandeh/contract'
import type { Channel, RequestView } from '../request.types.ts'
import { instantOfMoment, type TypedMoment } from '../moment.rules.ts'

export type ComposeTab = 'answer' | 'note' | 'call' | 'visit' | 'received'

/** What is being written about a request, under whichever tab. */
export interface Composed {
  tab: ComposeTab
  body: string
  channel: Channel
  outgoing: boolean
  answered: boolean
  minutes: number | null
  at: TypedMoment
  documents: { id: string; name: string }[]
}

const written: readonly Channel[] = ['sms', 'email', 'messenger', 'web', 'letter', 'fax']

/** The way by which the customer last wrote, or else asked in writing; a text message where they only ever spoke. */
export function likelyChannel({ channel, conversation }: Pick<RequestView, 'channel' | 'conversation'>): Channel {
  const last = conversation.findLast(({ kind, direction }) => kind === 'message' && direction === 'in')?.channel
  return [last, channel].find((one) => one !== undefined && written.includes(one)) ?? 'sms'
}

/** An empty sheet under a tab. */
export const nothingComposed = (tab: ComposeTab, channel: Channel): Composed => ({
  tab,
  body: '',
  channel,
  outgoing: true,
  answered: true,
  minutes: null,
  at: 'now',
  documents: [],
})

/** Whether there is enough to record: an unanswered call needs no words, and a visit or call may stand by its length. */
export function isWritten({ tab, body, answered, minutes }: Composed): boolean {
  if (body.trim() !== '') return true
  return (tab === 'call' && (!answered || minutes !== null)) || (tab === 'visit' && minutes !== null)
}

/** The interaction that a sheet other than an answer makes. */
export function interactionOf(sheet: Composed, zone: string, now: Date): BodyOf<typeof requestRoutes.logInteraction> {
  const { tab, body, channel, outgoing, answered, minutes, at, documents } = sheet
  const common = {
    personId: null,
    startedAt: instantOfMoment(at, zone) ?? now.toISOString(),
    minutes: null,
    answered: true,
    subject: '',
    body,
    documentIds: documents.map(({ id }) => id),
  }
  if (tab === 'call') {
    return { ...common, kind: 'call', direction: outgoing ? 'out' : 'in', channel: 'phone', answered, minutes: answered ? minutes : null }
  }
  if (tab === 'visit') return { ...common, kind: 'visit', direction: 'out', channel: 'in-person', minutes }
  if (tab === 'received') return { ...common, kind: 'message', direction: 'in', channel }
  return { ...common, kind: 'note', direction: 'internal', channel: 'other' }
}
