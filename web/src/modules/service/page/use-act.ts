import type { requestRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWrite } from '../../../api/query.ts'
import { useLastingWrite } from '../../../api/waiting-writes.ts'
import { requestQuery } from '../request-query.ts'
import type { RequestView } from '../request.types.ts'

type Act = (typeof requestRoutes)[
  | 'take'
  | 'assign'
  | 'refer'
  | 'answer'
  | 'wait'
  | 'resume'
  | 'resolve'
  | 'reopen'
  | 'close'
  | 'merge'
  | 'change'
  | 'attach'
  | 'logInteraction']

interface ActOptions {
  onDone?: () => void
  /** What the request will most likely have become; shown at once, and taken back if the server refuses. */
  foresee?: (request: RequestView) => RequestView
  onRefused?: (failure: { title: string; detail?: string | undefined }) => void
}

/**
 * A write upon the request in view: its answer takes the place of what is shown. A refusal means that what is shown is
 * old, so the request is read again.
 */
export function useAct<T extends Act>(route: T, { onDone, foresee, onRefused }: ActOptions = {}) {
  const client = useQueryClient()
  const { number } = useParams({ from: '/app/requests/$number' })
  const { queryKey } = requestQuery(number)
  return useWrite<T>(route, {
    onMutate: async () => {
      const shown = client.getQueryData<RequestView>(queryKey)
      if (!foresee || !shown) return
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, foresee(shown))
    },
    onSuccess: (view) => {
      client.setQueryData(queryKey, view as RequestView)
      onDone?.()
    },
    onError: (failure) => {
      void client.invalidateQueries({ queryKey })
      onRefused?.(failure)
    },
  })
}

interface LastingActOptions {
  /** What is being written, should it have to wait for the network. */
  label: () => string
  onDone: () => void
}

/** A write upon the request in view that outlasts a lost connection. */
export function useLastingAct<T extends Act>(route: T, { label, onDone }: LastingActOptions) {
  const client = useQueryClient()
  const { number } = useParams({ from: '/app/requests/$number' })
  const { queryKey } = requestQuery(number)
  return useLastingWrite<T>(route, {
    label,
    onKept: onDone,
    onSuccess: (view) => {
      client.setQueryData(queryKey, view as RequestView)
      onDone()
    },
    onError: () => void client.invalidateQueries({ queryKey }),
  })
}

/** The ids that address a request in writes. */
export const keyOf = ({ customerId, id }: RequestView) => ({ customerId, requestId: id })
