import { expect, test } from 'vitest'
import { calendarOf } from './holidays.ts'

const works = [{ from: '08:00', to: '16:00' }]
// From Saturday: Thursday off until the new year, then a half day; Friday always off.
const until = { validFrom: '2001-03-21', validTo: '2026-03-21', week: [works, works, works, works, works, [], []] }
const since = { validFrom: '2026-03-21', validTo: null, week: [works, works, works, works, works, works, []] }
const exception = (day: string, kind: 'holiday' | 'closure' | 'half-day' | 'working-day', name: string, more = {}) => ({
  id: name,
  day,
  kind,
  name,
  intervals: null,
  ownerKind: 'organisation' as const,
  ownerId: null,
  certain: true,
  ...more,
})

const { special } = calendarOf(
  [until, since],
  [
    exception('2026-03-21', 'holiday', 'نوروز'),
    exception('2026-05-27', 'holiday', 'عید قربان', { certain: false }),
    exception('2026-06-12', 'working-day', 'جبران تعطیلی'),
    exception('2026-06-13', 'half-day', 'نیمه‌وقت'),
    exception('2026-06-14', 'closure', 'انبارگردانی', { ownerKind: 'unit', ownerId: 'x' }),
  ],
)

test('a holiday is off under its name, and one that awaits the moon says so', () => {
  expect(special('2026-03-21')).toEqual({ name: 'نوروز', isOff: true, certain: true })
  expect(special('2026-05-27')).toEqual({ name: 'عید قربان', isOff: true, certain: false })
})

test('a day off of the week is off without a name, by the week in force then', () => {
  expect(special('2026-02-05')).toEqual({ name: '', isOff: true, certain: true })
  expect(special('2026-04-02')).toBeUndefined()
  expect(special('2026-04-03')?.isOff).toBe(true)
})

test('a Friday that is worked and a half day are named but not off; a closure of one unit is not everybody’s', () => {
  expect(special('2026-06-12')).toMatchObject({ name: 'جبران تعطیلی', isOff: false })
  expect(special('2026-06-13')).toMatchObject({ isOff: false })
  expect(special('2026-06-14')).toBeUndefined()
})
