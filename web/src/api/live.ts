import type { LiveMessage } from '@parvandeh/contract'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ApiQueryKey } from './query.ts'
import { sessionQuery } from './session.ts'
import { isStaleBy } from './staleness.ts'

const gatherMilliseconds = 250
const openAgainMilliseconds = 5000

function readMessage(data: string): LiveMessage | null {
  try {
    const message = JSON.parse(data) as LiveMessage
    return typeof message.event === 'string' ? message : null
  } catch {
    return null
  }
}

/** Gathers messages for a moment, so that a burst of changes makes each list be fetched once. */
function listen(client: QueryClient): () => void {
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  let waiting: LiveMessage[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasCut = false
  const flush = () => {
    const messages = waiting
    waiting = []
    timer = undefined
    void client.invalidateQueries({
      predicate: ({ queryKey }) => messages.some((message) => isStaleBy(message, queryKey as unknown as ApiQueryKey)),
    })
  }
  const open = () => {
    source = new EventSource('/api/live')
    source.onmessage = ({ data }) => {
      const message = readMessage(String(data))
      if (!message) return
      waiting.push(message)
      timer ??= setTimeout(flush, gatherMilliseconds)
    }
    source.onerror = () => {
      wasCut = true
      if (source.readyState !== EventSource.CLOSED) return
      // Refused, which the browser does not try again by itself: the session was ended, or the server is going down.
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      again = setTimeout(open, openAgainMilliseconds)
    }
    source.onopen = () => {
      // What happened during the cut is not repeated by the server.
      if (wasCut) void client.invalidateQueries()
      wasCut = false
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    clearTimeout(again)
    source.close()
  }
}

/** Keeps what is on the screen fresh while `on`: the server says what changed, the stale is fetched again. */
export function useLiveUpdates(on: boolean) {
  const client = useQueryClient()
  useEffect(() => (on ? listen(client) : undefined), [client, on])
}
