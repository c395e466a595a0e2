import { type Shape, StatusBadge, type Tone } from '../../ui/Badge.tsx'
import { useServiceWords } from './messages.ts'
import type { RequestStatus } from './request.types.ts'

const looks: Record<RequestStatus, { shape: Shape; tone: Tone }> = {
  new: { shape: 'ring', tone: 'notice' },
  open: { shape: 'dot', tone: 'accent' },
  waiting: { shape: 'clock', tone: 'caution' },
  resolved: { shape: 'check', tone: 'positive' },
  closed: { shape: 'stop', tone: 'neutral' },
  merged: { shape: 'dash', tone: 'neutral' },
}

/** How far a request has come. */
export function RequestStatusBadge({ status }: { status: RequestStatus }) {
  const { statuses } = useServiceWords()
  return <StatusBadge {...looks[status]}>{statuses[status]}</StatusBadge>
}
