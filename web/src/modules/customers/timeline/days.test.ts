import { localDay } from '@parvandeh/contract/persian'
import { expect, test } from 'vitest'
import { byDay } from './days.ts'
import type { TimelineLine } from './line-kind.ts'

const line = (at: string): TimelineLine => ({
  id: at,
  at,
  kind: 'call',
  personId: null,
  unitId: null,
  subjectType: 'interaction',
  subjectId: at,
  accessClass: 'internal',
  facts: {},
})

test('lines stand under the day on which they happened in Tehran, not in Greenwich', () => {
  const days = byDay([line('2026-03-21T20:45:00Z'), line('2026-03-21T20:15:00Z'), line('2026-03-21T01:00:00Z')], (at) =>
    localDay(new Date(at), 'Asia/Tehran'),
  )
  expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
    ['2026-03-22', 1],
    ['2026-03-21', 2],
  ])
})

test('no lines make no days', () => {
  expect(byDay([], () => '')).toEqual([])
})
