import { foldForStorage } from '@parvandeh/contract/persian'
import { createHash } from 'node:crypto'
import type { StoredRequestEvent } from '../requests/event.queries.ts'
import type { HistoryEvent, RequestHistory } from './history.types.ts'

/** A history with the request that it belongs to. */
export interface PlacedHistory {
  history: RequestHistory
  customerId: string
  requestId: string
  isNew: boolean
}

/** Histories of one request that came in pieces become one, in the order given. */
export function gathered(histories: readonly RequestHistory[]): RequestHistory[] {
  const byRequest = new Map<string | symbol, RequestHistory>()
  for (const given of histories) {
    const history = {
      ...given,
      source: keptText(given.source),
      externalNumber: given.externalNumber === null ? null : keptText(given.externalNumber),
    }
    const key = history.externalNumber === null ? Symbol('alone') : `${history.source}\n${history.externalNumber}`
    const before = byRequest.get(key)
    byRequest.set(key, before ? { ...before, events: [...before.events, ...history.events] } : history)
  }
  return [...byRequest.values()]
}

const longestKept = 300

/** What the database can keep and index: whole, or its head and a digest when it is beyond all measure. */
function keptText(text: string): string {
  const sound = text.replaceAll('\0', '').toWellFormed()
  if (sound.length <= longestKept) return sound
  return `${sound.slice(0, longestKept - 64)}${createHash('sha256').update(sound).digest('hex')}`.toWellFormed()
}

/** The events that the request lacks, placed after those it has; an event whose key is known is not new. */
export function newEvents(
  { history, customerId, requestId }: PlacedHistory,
  known: readonly StoredRequestEvent[],
  idOf: () => string,
): StoredRequestEvent[] {
  const keys = new Set(known.map((event) => event.importKey))
  let sequence = known.reduce((highest, event) => Math.max(highest, event.sequence), -1)
  const fresh: StoredRequestEvent[] = []
  for (const event of history.events) {
    const stored = storedForm(event, history.unitId ?? null)
    if (stored.importKey !== null && keys.has(stored.importKey)) continue
    keys.add(stored.importKey)
    sequence += 1
    fresh.push({ ...stored, id: idOf(), sequence, customerId, requestId })
  }
  return fresh
}

function storedForm(
  { key, note, label, interactionId, ...event }: HistoryEvent,
  unitId: string | null,
): Omit<StoredRequestEvent, 'id' | 'sequence' | 'customerId' | 'requestId'> {
  const toUnitId = event.kind === 'registered' ? (event.toUnitId ?? unitId) : event.toUnitId
  return {
    ...event,
    toUnitId: toUnitId ?? null,
    note: (note && foldForStorage(note)) || null,
    label: (label && foldForStorage(label)) || null,
    interactionId: interactionId ?? null,
    importKey: key === null ? null : keptText(key),
  }
}
