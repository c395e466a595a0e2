import type { ResponseOf, Route } from '@parvandeh/contract'
import { useMutation } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { answerOf, ask, type CallInput, type Loose } from './call.ts'
import { ApiFailure, failureFrom, wayFailure } from './failure.ts'
import { newKey } from './new-key.ts'
import { queryClient } from './query-client.ts'
import { useSession } from './session.ts'

/** A write that could not be sent yet. Its key makes it be done once, however often it is sent. */
export interface WaitingWrite {
  key: string
  /** Whose it is: it is sent only while that person is signed in here. */
  personId: string
  route: Pick<Route, 'method' | 'path'>
  input: Loose
  /** What it is, in the words of whoever wrote it. */
  label: string
  writtenAt: string
  /** Why the server did not want it; it then waits for the person, not for the network. */
  refusal?: string
}

const place = 'parvandeh.waiting'
const listeners = new Set<() => void>()
let known: { text: string | null; writes: readonly WaitingWrite[] } = { text: null, writes: [] }

/** Every write that waits in this browser, the earliest first. */
function waitingWrites(): readonly WaitingWrite[] {
  const text = localStorage.getItem(place)
  if (text !== known.text) known = { text, writes: text === null ? [] : (JSON.parse(text) as WaitingWrite[]) }
  return known.writes
}

function keepWaiting(change: (writes: readonly WaitingWrite[]) => readonly WaitingWrite[]) {
  localStorage.setItem(place, JSON.stringify(change(waitingWrites())))
  for (const listener of listeners) listener()
}

/** Gives up a write that waits. */
export const dropWrite = (key: string) => keepWaiting((writes) => writes.filter((one) => one.key !== key))

function follow(listener: () => void) {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** What the person who is signed in has waiting. */
export function useWaitingWrites(): readonly WaitingWrite[] {
  const me = useSession().person?.id
  return useSyncExternalStore(follow, waitingWrites).filter(({ personId }) => personId === me)
}

const isAway = (failure: unknown) => failure instanceof ApiFailure && (failure.code === 'unreachable' || failure.status === 503)

/** What `useLastingWrite` is told besides the route. */
interface Lasting<T extends Route> {
  label: (input: CallInput<T>) => string
  /** What to send instead where the network is known to be down: with the moment at which it was written, say. */
  forLater?: (input: CallInput<T>) => CallInput<T>
  onSuccess?: (answer: ResponseOf<T>) => void
  /** Called when the write was kept for later: the form may be cleared. */
  onKept?: () => void
  onError?: (failure: ApiFailure) => void
}

/**
 * A write that outlasts a lost connection: kept in this browser and sent later, once. For what says itself when it
 * happened, and does not hang on what the server would have answered.
 */
export function useLastingWrite<T extends Route>(route: T, { label, forLater, onSuccess, onKept, onError }: Lasting<T>) {
  const personId = useSession().person?.id
  return useMutation<ResponseOf<T>, ApiFailure, CallInput<T>>({
    mutationFn: async (input) => {
      const key = newKey()
      const { method, path } = route
      // Once it may have reached the server it must stay as it was: under one key only one thing is done.
      const given = (forLater && !navigator.onLine ? forLater(input) : input) as Loose
      try {
        const { status, text } = await ask(route, given, { key })
        return answerOf(route, status, text)
      } catch (failure) {
        if (!isAway(failure) || personId === undefined) throw failure
        const writtenAt = new Date().toISOString()
        keepWaiting((writes) => [...writes, { key, personId, route: { method, path }, input: given, label: label(input), writtenAt }])
        throw wayFailure('waiting')
      }
    },
    onSuccess,
    onError: (failure) => (failure.code === 'waiting' ? onKept?.() : onError?.(failure)),
  })
}

interface Sent {
  sent: number
  refused: WaitingWrite[]
}

/** Sends what waits for this person, in order, until the network is away again. Another window's turn is waited for. */
export async function sendWaiting(personId: string): Promise<Sent> {
  // Pages over plain http have no locks; the keys alone then see to it that nothing is done twice.
  const result: Sent = { sent: 0, refused: [] }
  if ('locks' in navigator) await navigator.locks.request(place, () => sendInOrder(personId, result))
  else await sendInOrder(personId, result)
  if (result.sent > 0) void queryClient.invalidateQueries()
  return result
}

async function sendInOrder(personId: string, result: Sent): Promise<void> {
  for (const write of waitingWrites().filter((one) => one.personId === personId && one.refusal === undefined)) {
    const refusal = await refusalOf(write)
    if (refusal === 'away') return
    if (refusal === null) {
      dropWrite(write.key)
      result.sent += 1
    } else {
      const refused = { ...write, refusal }
      keepWaiting((writes) => writes.map((one) => (one.key === write.key ? refused : one)))
      result.refused.push(refused)
    }
  }
}

/** Tries a refused write once more. */
export const retryWrite = (key: string) =>
  keepWaiting((writes) => writes.map(({ refusal, ...one }) => (one.key === key || refusal === undefined ? one : { ...one, refusal })))

async function refusalOf({ route, input, key }: WaitingWrite): Promise<string | 'away' | null> {
  try {
    const { status, text } = await ask(route, input, { key })
    if (status < 400) return null
    const failure = failureFrom(status, readable(text))
    // Signed out, too many at once: neither says anything of the write itself.
    return isAway(failure) || status === 401 || status === 429 ? 'away' : failure.title
  } catch {
    return 'away'
  }
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
