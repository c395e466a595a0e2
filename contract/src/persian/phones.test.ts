import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.fixtures.ts'
import { toPersianDigits } from './digits.ts'
import { checkPhone, formatPhone, phoneTail, toE164 } from './phones.ts'

describe('phone numbers as people write them', () => {
  test.each([
    ['09123456789', '+989123456789'],
    ['9123456789', '+989123456789'],
    ['00989123456789', '+989123456789'],
    ['+989123456789', '+989123456789'],
    ['989123456789', '+989123456789'],
    ['+98 (0) 912 345 6789', '+989123456789'],
    ['۰۹۱۲-۳۴۵-۶۷۸۹', '+989123456789'],
    ['٠٩١٢ ٣٤٥ ٦٧٨٩', '+989123456789'],
    ['\u200e+98 912 345 6789\u200f', '+989123456789'],
    ['02188776655', '+982188776655'],
    ['(021) 8877-6655', '+982188776655'],
    ['021.88776655', '+982188776655'],
    ['2188776655', '+982188776655'],
    ['+98 21 9100 1234', '+982191001234'],
    ['+39 06 698 1234', '+39066981234'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+1 202 555 0143', '+12025550143'],
  ])('%s is %s', (text, e164) => {
    expect(toE164(text)).toBe(e164)
  })

  test('an eight-digit landline takes the area code of the office', () => {
    expect(checkPhone('88776655').problem).toBe('area-code-missing')
    expect(toE164('88776655', { areaCode: '21' })).toBe('+982188776655')
    expect(toE164('۸۸۷۷۶۶۵۵', { areaCode: '۰۲۱' })).toBe('+982188776655')
  })

  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['ندارد', 'not-a-phone'],
    ['0912-345-678a', 'not-a-phone'],
    ['02188776655, 02188776656', 'not-a-phone'],
    ['+0912345678', 'not-a-phone'],
    ['110', 'too-short'],
    ['0912345678', 'too-short'],
    ['+4412', 'too-short'],
    ['+98', 'too-short'],
    ['091234567890', 'too-long'],
    ['+1234567890123456', 'too-long'],
    ['02288776655', 'unknown-area-code'],
    ['0012', 'too-short'],
  ])('%j is refused: %s', (text, problem) => {
    expect(checkPhone(text)).toMatchObject({ valid: false, problem })
    expect(toE164(text)).toBeNull()
  })

  test('an extension is kept apart', () => {
    expect(checkPhone('۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲').phone).toMatchObject({ e164: '+982188776655', extension: '12' })
    expect(checkPhone('02188776655 ext. 304').phone).toMatchObject({ e164: '+982188776655', extension: '304' })
    expect(checkPhone('داخلی ۱۲')).toMatchObject({ valid: false })
  })

  test('nothing typed makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[+0-9۰-۹ ()-]{0,20}$/)), (text) => {
        const { valid, value, problem } = checkPhone(text)
        expect(valid).toBe(problem === undefined)
        if (valid) expect(value).toMatch(/^\+[1-9]\d{6,14}$/)
      }),
    )
  })
})

describe('what the number tells', () => {
  test.each([
    ['09123456789', 'mobile', 'همراه اول'],
    ['09351234567', 'mobile', 'ایرانسل'],
    ['09201234567', 'mobile', 'رایتل'],
    ['09981123456', 'mobile', 'شاتل موبایل'],
    ['09321234567', 'mobile', 'همراه اول'],
    ['09999612345', 'mobile', 'رایتل'],
  ])('%s is a %s of %s', (text, kind, operator) => {
    expect(checkPhone(text).phone).toMatchObject({ kind, operator: { fa: operator } })
  })

  test('a landline tells its province, a foreign number neither', () => {
    expect(checkPhone('05138412345').phone).toMatchObject({ kind: 'landline', province: { fa: 'خراسان رضوی', en: 'Razavi Khorasan' } })
    const { kind, operator, province } = checkPhone('+39066981234').phone ?? {}
    expect({ kind, operator, province }).toEqual({ kind: 'foreign', operator: undefined, province: undefined })
  })

  test('a mobile of a range not yet known is still a mobile', () => {
    expect(checkPhone('09501234567').phone).toMatchObject({ kind: 'mobile', operator: undefined })
  })
})

describe('showing and finding', () => {
  test('numbers are grouped as Iranians read them out', () => {
    expect(formatPhone('+989123456789', 'fa')).toBe('۰۹۱۲\u00a0۳۴۵\u00a0۶۷۸۹')
    expect(formatPhone('+982188776655', 'fa')).toBe('۰۲۱\u00a0۸۸۷۷\u00a0۶۶۵۵')
    expect(formatPhone('+982188776655', 'en')).toBe('021\u00a08877\u00a06655')
    expect(formatPhone('+39066981234', 'fa')).toBe('\u200e+۳۹۰۶۶۹۸۱۲۳۴')
    expect(formatPhone('+39066981234', 'en')).toBe('+39066981234')
    expect(formatPhone('ندارد', 'fa')).toBe('ندارد')
  })

  test('what is shown is read back as the same number', () => {
    const mobile = fc.integer({ min: 0, max: 999_999_999 }).map((rest) => `+989${String(rest).padStart(9, '0')}`)
    const landline = fc
      .tuple(fc.constantFrom('21', '51', '87'), fc.integer({ min: 10_000_000, max: 99_999_999 }))
      .map(([area, rest]) => `+98${area}${rest}`)
    const foreign = fc.stringMatching(/^(?:1|44|39|90)[1-9]\d{7,10}$/).map((digits) => `+${digits}`)
    fc.assert(
      fc.property(fc.oneof(mobile, landline, foreign), fc.constantFrom('fa', 'en'), (e164, locale) => {
        expect(toE164(formatPhone(e164, locale))).toBe(e164)
        expect(toE164(toPersianDigits(e164.replace(/^\+/, '00')))).toBe(e164)
      }),
    )
  })

  test('the tail is the same however the number was written', () => {
    for (const text of ['09123456789', '+98 912 345 6789', '۹۱۲۳۴۵۶۷۸۹']) expect(phoneTail(text)).toBe('23456789')
    expect(phoneTail('110')).toBe('110')
    expect(phoneTail('')).toBe('')
  })
})
