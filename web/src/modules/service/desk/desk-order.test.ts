import { expect, test } from 'vitest'
import type { RequestRow } from '../request.types.ts'
import { deskOrder } from './desk-order.ts'

const row = (number: string, change: Partial<RequestRow>) =>
  ({ number, status: 'open', priority: 'normal', firstResponseAt: null, reportedAt: '2026-11-22T08:00:00Z', ...change }) as RequestRow

test('urgent comes first, then the unanswered, then whoever has waited longest; what waits for others comes last', () => {
  const rows = [
    row('answered', { firstResponseAt: '2026-11-22T09:00:00Z', reportedAt: '2026-11-20T08:00:00Z' }),
    row('waiting', { status: 'waiting', priority: 'urgent' }),
    row('younger', {}),
    row('older', { reportedAt: '2026-11-21T08:00:00Z' }),
    row('urgent', { priority: 'urgent', reportedAt: '2026-11-22T10:00:00Z' }),
  ]
  expect(deskOrder(rows).map(({ number }) => number)).toEqual(['urgent', 'older', 'younger', 'answered', 'waiting'])
})
