import { type Condition, type ResponseOf, segmentRoutes } from '@parvandeh/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '../../../api/call.ts'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { useSegmentWords } from './messages.ts'

type Size = ResponseOf<typeof segmentRoutes.size>

/** How a size is said: exact, or as the estimate that it is. */
export function useSizeSaid() {
  const words = useSegmentWords()
  const format = useFormat()
  return ({ count, isExact, low, high }: Size) => ({
    text: isExact ? format.number(count) : words.about(format.number(count)),
    note: isExact ? undefined : words.between(format.number(low), format.number(high)),
  })
}

/** How many are in a segment, asked for when its row is seen. */
export function SegmentSize({ segmentId }: { segmentId: string }) {
  const said = useSizeSaid()
  const { data } = useQuery({ ...query(segmentRoutes.size, { params: { segmentId } }), staleTime: 60_000 })
  if (!data) return <span className="text-faint">…</span>
  const { text, note } = said(data)
  return <span title={note}>{text}</span>
}

/** How many fit a condition while it is being written; typing is not waited for. */
export function FittingCount({ condition }: { condition: Condition | null }) {
  const words = useSegmentWords()
  const said = useSizeSaid()
  const asked = useDeferredValue(condition)
  const key = JSON.stringify(asked)
  const { data, isFetching } = useQuery({
    queryKey: ['segment-measure', key],
    queryFn: ({ signal }) => call(segmentRoutes.measure, { body: { condition: asked! } }, signal),
    enabled: asked !== null,
    staleTime: 30_000,
    retry: false,
    placeholderData: keepPreviousData,
  })
  if (condition === null || !data) return null
  const { text, note } = said(data)
  return (
    <span aria-live="polite" title={note} className={isFetching ? 'text-small text-faint' : 'text-small text-muted'}>
      {words.fits(text)}
    </span>
  )
}
