import { type Segment, segmentRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../api/query.ts'
import { useMay } from '../../api/session.ts'

const none: readonly Segment[] = []

/** The segments of customers that figures can be narrowed to: those that the person is told of and may use. */
export function useSegments(): { segments: readonly Segment[]; areRead: boolean } {
  const mayRead = useMay()('customers.read')
  const { data, isError } = useQuery({ ...query(segmentRoutes.list), staleTime: 60_000, enabled: mayRead })
  return { segments: data?.segments.filter(({ usable }) => usable) ?? none, areRead: data !== undefined || isError || !mayRead }
}

/** The segment that the address asks for: its name, null where it is not open to the person, undefined while that is not known or where none is asked for. */
export function useSegmentName(segmentId: string | undefined): string | null | undefined {
  const { segments, areRead } = useSegments()
  if (segmentId === undefined) return undefined
  return segments.find(({ id }) => id === segmentId)?.name ?? (areRead ? null : undefined)
}
