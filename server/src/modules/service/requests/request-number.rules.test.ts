import fc from 'fast-check'
import { expect, it } from 'vitest'
import { requestNumber } from './request-number.rules.ts'

it('names the Jalali year in which the request was registered, by the clock of the organisation', () => {
  expect(requestNumber(123, new Date('2026-11-22T10:00:00Z'), 'Asia/Tehran')).toBe('05000123')
  expect(requestNumber(124, new Date('2026-03-20T20:29:59Z'), 'Asia/Tehran')).toBe('04000124')
  expect(requestNumber(124, new Date('2026-03-20T20:30:00Z'), 'Asia/Tehran')).toBe('05000124')
})

it('grows beyond a million without meeting another number', () => {
  expect(requestNumber(1_234_567, new Date('2026-11-22T10:00:00Z'), 'Asia/Tehran')).toBe('051234567')
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  const running = fc.integer({ min: 1, max: 20_000_000 })
  fc.assert(
    fc.property(running, moment, running, moment, (a, at, b, bt) => {
      if (a !== b) expect(requestNumber(a, at, 'Asia/Tehran')).not.toBe(requestNumber(b, bt, 'Asia/Tehran'))
    }),
  )
})
