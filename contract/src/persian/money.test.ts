import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toAsciiDigits } from './digits.ts'
import { amountInWords, formatMoney } from './money.ts'
import { numberInWords } from './number-words.ts'

describe('amounts shown', () => {
  test('an amount never goes without its unit', () => {
    expect(formatMoney(1_200_000, 'rial', 'fa')).toBe('۱٬۲۰۰٬۰۰۰ ریال')
    expect(formatMoney(1_200_000, 'toman', 'fa')).toBe('۱۲۰٬۰۰۰ تومان')
    expect(formatMoney(1_200_000n, 'rial', 'en')).toBe('1,200,000 rials')
    expect(formatMoney(0, 'toman', 'fa')).toBe('۰ تومان')
  })

  test('odd Rials are not lost in Tomans', () => {
    expect(formatMoney(12_345, 'toman', 'fa')).toBe('۱٬۲۳۴٫۵ تومان')
    expect(formatMoney(5, 'toman', 'en')).toBe('0.5 tomans')
  })

  test('what is owed is negative', () => {
    expect(formatMoney(-15_005, 'toman', 'fa')).toBe('\u200e\u2212۱٬۵۰۰٫۵ تومان')
    expect(formatMoney(-15_000, 'rial', 'fa')).toBe('\u200e\u2212۱۵٬۰۰۰ ریال')
    expect(formatMoney(-5, 'toman', 'en')).toBe('-0.5 tomans')
  })

  test('amounts beyond exact numbers are exact as bigints and refused as numbers', () => {
    expect(formatMoney(90_071_992_547_409_931n, 'rial', 'en')).toBe('90,071,992,547,409,931 rials')
    expect(() => formatMoney(2 ** 53, 'rial', 'en')).toThrow(RangeError)
    expect(() => formatMoney(1.5, 'rial', 'fa')).toThrow(RangeError)
    expect(() => amountInWords(Number.NaN)).toThrow(RangeError)
  })

  test('both units show the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (rial) => {
        const read = (text: string) =>
          toAsciiDigits(text)
            .replace(/[^\d٫]/g, '')
            .split('٫')
        const [tomans = '', odd = '0'] = read(formatMoney(rial, 'toman', 'fa'))
        expect(BigInt(tomans) * 10n + BigInt(odd)).toBe(rial)
        expect(BigInt(read(formatMoney(rial, 'rial', 'fa'))[0] ?? '')).toBe(rial)
      }),
    )
  })
})

describe('amounts in words', () => {
  test.each<[bigint, string]>([
    [0n, 'صفر ریال'],
    [7n, 'هفت ریال'],
    [19n, 'نوزده ریال'],
    [20n, 'بیست ریال'],
    [100n, 'صد ریال'],
    [365n, 'سیصد و شصت و پنج ریال'],
    [1_000n, 'هزار ریال'],
    [1_405n, 'هزار و چهارصد و پنج ریال'],
    [21_000n, 'بیست و یک هزار ریال'],
    [1_200_000n, 'یک میلیون و دویست هزار ریال'],
    [1_001_000n, 'یک میلیون و هزار ریال'],
    [2_000_000_005n, 'دو میلیارد و پنج ریال'],
    [
      999_999_999_999_999n,
      'نهصد و نود و نه تریلیون و نهصد و نود و نه میلیارد و نهصد و نود و نه میلیون و نهصد و نود و نه هزار و نهصد و نود و نه ریال',
    ],
    [10n ** 15n, 'هزار تریلیون ریال'],
    [-1_500n, 'منفی هزار و پانصد ریال'],
    [10n ** 18n, '۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰ ریال'],
  ])('%s Rials are %s', (rial, words) => {
    expect(amountInWords(rial)).toBe(words)
  })

  test('Tomans are said with the Rials that are left', () => {
    expect(amountInWords(1_200_000, 'toman')).toBe('صد و بیست هزار تومان')
    expect(amountInWords(125, 'toman')).toBe('دوازده تومان و پنج ریال')
    expect(amountInWords(5, 'toman')).toBe('پنج ریال')
    expect(amountInWords(0, 'toman')).toBe('صفر تومان')
  })

  test('words read back give the amount again', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (number) => {
        expect(readWords(numberInWords(number))).toBe(number)
      }),
    )
  })
})

/** Reads the words a child would: adds up small ones, and multiplies what has gathered by each scale. */
function readWords(words: string): bigint {
  const values: Record<string, bigint> = { صفر: 0n }
  const units = ['یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده', 'یازده', 'دوازده', 'سیزده', 'چهارده']
  for (const [index, word] of [...units, 'پانزده', 'شانزده', 'هفده', 'هجده', 'نوزده'].entries()) values[word] = BigInt(index + 1)
  for (const [index, word] of ['بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'].entries())
    values[word] = BigInt(index + 2) * 10n
  const hundreds = ['صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد']
  for (const [index, word] of hundreds.entries()) values[word] = BigInt(index + 1) * 100n
  const scales: Record<string, bigint> = { هزار: 10n ** 3n, میلیون: 10n ** 6n, میلیارد: 10n ** 9n, تریلیون: 10n ** 12n }
  let [total, gathered] = [0n, 0n]
  for (const word of words.replaceAll(' و ', ' ').split(' ')) {
    const scale = scales[word]
    if (scale === undefined) gathered += values[word] ?? 1_000_000_000_000_000_000n
    // هزار تریلیون is a thousand trillions: the scale multiplies what came before, already scaled or not.
    else if (gathered === 0n && total > 0n && word === 'تریلیون') total *= scale
    else {
      total += (gathered || 1n) * scale
      gathered = 0n
    }
  }
  return total + gathered
}
