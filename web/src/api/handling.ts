import { useSyncExternalStore } from 'react'

/** The call or message that somebody is at, by the id that it will be kept under. */
export interface Handled {
  kind: 'call' | 'message'
  id: string
}

/** Whoever has just hung up still writes down what was said. */
const afterwardsMs = 10 * 60_000

const listeners = new Set<() => void>()
const handled = new Map<string, Handled & { until: number | null }>()

function change(customerId: string, to: (Handled & { until: number | null }) | null) {
  if (to) handled.set(customerId, to)
  else handled.delete(customerId)
  for (const listener of listeners) listener()
}

/** Says that a call or message with this customer is being written down; null: it was given up. */
export const beginHandling = (customerId: string, what: Handled | null) => change(customerId, what && { ...what, until: null })

/** It was kept: what is written into the file in the next minutes is still of it. */
export const endHandling = (customerId: string, what: Handled) => change(customerId, { ...what, until: Date.now() + afterwardsMs })

/** What was heard or read just now of this customer, as writes say where their values come from. */
export function sourceNow(customerId: string): Handled | undefined {
  const found = handled.get(customerId)
  if (!found || (found.until !== null && found.until < Date.now())) return undefined
  return { kind: found.kind, id: found.id }
}

function follow(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The kind of the call or message that this customer is being handled in; null: none. */
export const useHandledKind = (customerId: string | undefined): Handled['kind'] | null =>
  useSyncExternalStore(follow, () => (customerId === undefined ? null : (sourceNow(customerId)?.kind ?? null)))
