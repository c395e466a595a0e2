import { expect, test } from 'vitest'
import { momentReader } from './read-moment.rules.ts'

const read = momentReader({ dateFormats: { زمان: 'gregorian-ymd' }, zone: 'Asia/Tehran' }, new Date('2026-11-22T06:00:00Z'))

test('what a spreadsheet writes for no date at all is no moment of a request, and neither is one that is still to come', () => {
  for (const nothing of ['1900-01-01', '1904-01-01', '1969-12-31'])
    expect(read('زمان', nothing), nothing).toEqual({ problem: 'year-out-of-range' })
  expect(read('زمان', '2026-12-24')).toEqual({ problem: 'in-future' })
  expect(read('زمان', '2016-02-29')).toEqual({ iso: '2016-02-28T20:30:00.000Z' })
})
