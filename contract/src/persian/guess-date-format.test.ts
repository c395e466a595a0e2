import { describe, expect, test } from 'vitest'
import { guessDateFormat } from './guess-date-format.ts'

describe('guessing how a column of dates is written', () => {
  test.each([
    [['1403/5/12', '1403/12/30', '1402/1/1'], 'jalali-ymd'],
    [['۱۲-۰۵-۱۴۰۳', '۳۱-۰۶-۱۴۰۳'], 'jalali-dmy'],
    [['29/2/2016 01:16', '5/3/2016 12:00', '?', ''], 'gregorian-dmy-time'],
    [['2012/10/09 14:50:17.000', '2012/10/09 14:51:01.000'], 'gregorian-ymd-time'],
    [['2/29/2016', '3/5/2016'], 'gregorian-mdy'],
    [['2024-08-02T11:00:00Z'], 'gregorian-ymd-time'],
    [['1403/05/12 ۱۴:۳۰', '1403/05/13'], 'jalali-ymd-time'],
    [['12 Mar 2016', '1 Apr 2016'], 'gregorian-ymd'],
    [['۱۲ مرداد ۱۴۰۳'], 'jalali-ymd'],
    [['20160229', '20160301'], 'gregorian-ymd'],
    [['25/12/98', '30/11/97'], 'jalali-dmy-short'],
  ])('%j is %s', (samples, format) => {
    const guess = guessDateFormat(samples)
    expect(guess.format).toBe(format)
  })

  test('a column whose days are all twelve or less is not decided by chance', () => {
    const guess = guessDateFormat(['03/04/2016', '05/06/2016'])
    expect(guess).toMatchObject({ format: 'gregorian-dmy', ambiguous: true, confidence: 0.5 })
    expect(guess.alternatives).toEqual([{ format: 'gregorian-mdy', confidence: 1 }])
  })

  test('one day above twelve decides for the whole column', () => {
    const guess = guessDateFormat(['03/04/2016', '05/06/2016', '13/06/2016'])
    expect(guess).toMatchObject({ format: 'gregorian-dmy', ambiguous: false, confidence: 1 })
  })

  test('two-digit years leave the calendar open', () => {
    const guess = guessDateFormat(['98/05/12', '97/11/01'])
    expect(guess).toMatchObject({ format: 'jalali-ymd-short', ambiguous: true })
  })

  test('a few broken values lower the confidence and no more', () => {
    const guess = guessDateFormat(['1403/5/12', '1403/7/31', '1403/8/1', '1403/9/1'])
    expect(guess).toMatchObject({ format: 'jalali-ymd', ambiguous: false, confidence: 0.75 })
  })

  test('named months are the same in any order, so nobody is asked', () => {
    expect(guessDateFormat(['12 Mar 2016'])).toMatchObject({ ambiguous: false, alternatives: [], confidence: 1 })
  })

  test('a column without dates gets no format', () => {
    const none = { format: null, confidence: 0, alternatives: [], ambiguous: false }
    expect(guessDateFormat([])).toEqual(none)
    expect(guessDateFormat(['', '?', 'NULL'])).toEqual(none)
    expect(guessDateFormat(['Case 1', '12.5', '1403/13/45'])).toEqual(none)
  })
})
