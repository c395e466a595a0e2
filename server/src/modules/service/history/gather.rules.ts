import { foldForStorage } from '@parvandeh/contract/persian'
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
  for (const history of histories) {
    const key = history.externalNumber === null ? Symbol('alone') : `${history.source}\n${history.externalNumber}`
    const before = byRequest.get(key)
    byRequest.set(key, before ? { ...before, events: [...before.events, ...history.events] } : history)
  }
  return [...byRequest.values()]
}

/** The events that the request lacks, placed after those it has; an event whose key is known is not new. */
export function newEvents({ history, customerId, requestId }: PlacedHistory, known: readonly StoredRequestEvent[], idOf: () => string): StoredRequestEvent[] {
  const keys = new Set(known.map((event) => event.importKey))
  let sequence = known.reduce((highest, event) => Math.max(highest, event.sequence), -1)
  const fresh: StoredRequestEvent[] = []
  for (const event of history.events) {
    if (event.key !== null && keys.has(event.key)) continue
    keys.add(event.key)
    sequence += 1
    fresh.push({ ...storedForm(event, history.unitId ?? null), id: idOf(), sequence, customerId, requestId })
  }
  return fresh
}

function storedForm({ key, note, label, interactionId, ...event }: HistoryEvent, unitId: string | null): Omit<StoredRequestEvent, 'id' | 'sequence' | 'customerId' | 'requestId'> {
  const toUnitId = event.kind === 'registered' ? (event.toUnitId ?? unitId) : event.toUnitId
  return {
    ...event,
    toUnitId: toUnitId ?? null,
    note: (note && foldForStorage(note)) || null,
    label: (label && foldForStorage(label)) || null,
    interactionId: interactionId ?? null,
    importKey: key,
  }
}
