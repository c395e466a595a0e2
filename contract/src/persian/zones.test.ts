import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOfLocal, isTimeZone, localDay, localTime } from './zones.ts'

const tehran = 'Asia/Tehran'
const rome = 'Europe/Rome'

describe('local days and clocks', () => {
  test.each([
    ['2026-11-22T20:29:59Z', tehran, '2026-11-22', '23:59:59'],
    ['2026-11-22T20:30:00Z', tehran, '2026-11-23', '00:00:00'],
    ['2022-07-01T19:29:59Z', tehran, '2022-07-01', '23:59:59'],
    ['2022-07-01T19:30:00Z', tehran, '2022-07-02', '00:00:00'],
    ['2023-07-01T19:30:00Z', tehran, '2023-07-01', '23:00:00'],
    ['2012-10-09T12:50:17Z', rome, '2012-10-09', '14:50:17'],
    ['2012-12-31T23:00:00Z', rome, '2013-01-01', '00:00:00'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01', '00:00:00'],
    ['2026-01-01T02:00:00Z', 'America/New_York', '2025-12-31', '21:00:00'],
  ])('%s in %s is %s %s', (instant, zone, day, time) => {
    expect(localDay(new Date(instant), zone)).toBe(day)
    expect(localTime(new Date(instant), zone)).toBe(time)
    expect(instantOfLocal(day, time, zone).toISOString()).toBe(new Date(instant).toISOString())
  })

  test('Tehran kept summer time until September 2022 and not since', () => {
    expect(instantOfLocal('2022-09-21', '23:30', tehran).toISOString()).toBe('2022-09-21T19:00:00.000Z')
    expect(instantOfLocal('2022-09-22', '12:00', tehran).toISOString()).toBe('2022-09-22T08:30:00.000Z')
    expect(instantOfLocal('2024-07-01', '12:00:00', tehran).toISOString()).toBe('2024-07-01T08:30:00.000Z')
  })

  test('a time that came twice is taken as its first coming', () => {
    expect(instantOfLocal('2013-10-27', '02:30', rome).toISOString()).toBe('2013-10-27T00:30:00.000Z')
    expect(instantOfLocal('2022-09-21', '23:15', tehran).toISOString()).toBe('2022-09-21T18:45:00.000Z')
    expect(localTime(new Date('2013-10-27T01:30:00Z'), rome)).toBe('02:30:00')
  })

  test('a time that the clocks skipped is moved on by the hour they skipped', () => {
    expect(instantOfLocal('2013-03-31', '02:30', rome).toISOString()).toBe('2013-03-31T01:30:00.000Z')
    expect(localTime(new Date('2013-03-31T01:30:00Z'), rome)).toBe('03:30:00')
    // Iran's clocks went from 00:00 to 01:00 on 2 Farvardin 1401: there was no midnight.
    expect(instantOfLocal('2022-03-22', '00:00', tehran).toISOString()).toBe('2022-03-21T20:30:00.000Z')
    expect(localDay(new Date('2022-03-21T20:30:00Z'), tehran)).toBe('2022-03-22')
  })

  test('the hours around a change of clocks are right', () => {
    expect(instantOfLocal('2013-03-31', '01:59:59', rome).toISOString()).toBe('2013-03-31T00:59:59.000Z')
    expect(instantOfLocal('2013-03-31', '03:00:00', rome).toISOString()).toBe('2013-03-31T01:00:00.000Z')
    expect(instantOfLocal('2013-10-27', '03:00:00', rome).toISOString()).toBe('2013-10-27T02:00:00.000Z')
  })

  test('milliseconds are kept', () => {
    expect(instantOfLocal('2012-10-09', '14:50:17.123', rome).toISOString()).toBe('2012-10-09T12:50:17.123Z')
  })

  test('what is not a time, a day, an instant or a zone is refused', () => {
    expect(() => instantOfLocal('2024-01-01', '24:00', tehran)).toThrow(RangeError)
    expect(() => instantOfLocal('2024-01-01', '9:00', tehran)).toThrow(RangeError)
    expect(() => instantOfLocal('2023-02-29', '09:00', tehran)).toThrow(RangeError)
    expect(() => localDay(new Date(Number.NaN), tehran)).toThrow(RangeError)
    expect(() => localDay(new Date(0), 'Asia/Nowhere')).toThrow(RangeError)
    expect(isTimeZone(tehran)).toBe(true)
    expect(isTimeZone('Asia/Nowhere')).toBe(false)
  })

  test('days and clocks agree with Intl at any instant', () => {
    const zones = fc.constantFrom(tehran, rome, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
        expect(`${localDay(instant, zone)} ${localTime(instant, zone)}`).toBe(written.format(instant))
      }),
    )
  })

  test('an instant read back from its local clock is itself, or the first of two', () => {
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.constantFrom(tehran, rome), (instant, zone) => {
        const whole = new Date(Math.floor(instant.getTime() / 1000) * 1000)
        const back = instantOfLocal(localDay(whole, zone), localTime(whole, zone), zone)
        const difference = whole.getTime() - back.getTime()
        expect([0, 3_600_000]).toContain(difference)
        if (difference) expect(localTime(back, zone)).toBe(localTime(whole, zone))
      }),
    )
  })
})
