import { expect, test } from 'vitest'
import { hoursAndMinutes } from './working-time.ts'

test('working time is told in hours and minutes, however long', () => {
  expect(hoursAndMinutes(7800)).toEqual({ hours: 2, minutes: 10 })
  expect(hoursAndMinutes(90 * 3600)).toEqual({ hours: 90, minutes: 0 })
})

test('fifty-nine and a half minutes is an hour, and nothing is less than nothing', () => {
  expect(hoursAndMinutes(3590)).toEqual({ hours: 1, minutes: 0 })
  expect(hoursAndMinutes(-5)).toEqual({ hours: 0, minutes: 0 })
})
