import { expect, test } from 'vitest'
import { compileCalendar } from './compile.rules.ts'
import { workingSecondsBefore } from './look-back.rules.ts'

const hours = [{ from: '08:00', to: '16:00' }]
const calendar = compileCalendar(
  { zone: 'Asia/Tehran', rules: [{ validFrom: '2020-01-01', week: [hours, hours, hours, hours, hours, [], []] }], exceptions: [] },
  '2026-01-01',
  '2026-12-31',
)
const at = (local: string) => new Date(`${local}+03:30`)

test('eight hours of work before a Sunday noon begin at noon of the Saturday', () => {
  expect(workingSecondsBefore(calendar, at('2026-11-22T12:00:00'), 8 * 3600)).toEqual(at('2026-11-21T12:00:00'))
})

test('over the weekend no work passes: it is looked for before', () => {
  expect(workingSecondsBefore(calendar, at('2026-11-21T10:00:00'), 4 * 3600)).toEqual(at('2026-11-18T14:00:00'))
})

test('at night the day before counts whole', () => {
  expect(workingSecondsBefore(calendar, at('2026-11-22T23:00:00'), 8 * 3600)).toEqual(at('2026-11-22T08:00:00'))
})

test('a calendar without work leads two years back, not on and on', () => {
  const idle = compileCalendar({ zone: 'Asia/Tehran', rules: [], exceptions: [] }, '2026-01-01', '2026-12-31')
  expect(workingSecondsBefore(idle, at('2026-11-22T12:00:00'), 1).getUTCFullYear()).toBe(2024)
})
