import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.fixtures.ts'
import { foldForStorage, foldJoined, foldSpaced } from './folding.ts'
import vectors from './folding.vectors.json' with { type: 'json' }

const persian = fc.string({
  unit: fc.constantFrom(
    ...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيىكئؤأإآٱةۀءـۆێە',
    ...'\u064b\u0651\u0653\u0654\u0670\u200c\u200c\u200d\u200f\u00a0 \n_',
    ...'۰۹٠٩09aZÉéŠİ.،()ﻻﷲ',
    '\u0301',
  ),
  maxLength: 24,
})

describe('search keys', () => {
  test.each(vectors)('$input is found as $spaced and $joined', ({ input, spaced, joined }) => {
    expect(foldSpaced(input)).toBe(spaced)
    expect(foldJoined(input)).toBe(joined)
  })

  test('there are enough shared examples to hold SQL and TypeScript together', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(60)
  })

  test('spellings of one word find each other', () => {
    expect(new Set(['کتاب‌ها', 'کتاب ها', 'كتابها'].map(foldJoined)).size).toBe(1)
    expect(new Set(['علی‌رضا', 'علیرضا', 'علي رضا'].map(foldJoined)).size).toBe(1)
    expect(new Set(['مسئول', 'مسؤول', 'مسوول'].map(foldSpaced)).size).toBe(1)
  })

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(persian, (text) => {
        expect(foldSpaced(foldSpaced(text))).toBe(foldSpaced(text))
        expect(foldJoined(foldJoined(text))).toBe(foldJoined(text))
      }),
    )
  })

  test('a half-space and a space give the same spaced key', () => {
    fc.assert(
      fc.property(persian, persian, (left, right) => {
        expect(foldSpaced(`${left}\u200c${right}`)).toBe(foldSpaced(`${left} ${right}`))
      }),
    )
  })

  test('the joined key can be made from the spaced key', () => {
    fc.assert(
      fc.property(persian, (text) => {
        expect(foldJoined(foldSpaced(text))).toBe(foldJoined(text))
      }),
    )
  })

  test('composed and decomposed writing give the same keys', () => {
    fc.assert(
      fc.property(persian, (text) => {
        expect(foldSpaced(text.normalize('NFD'))).toBe(foldSpaced(text.normalize('NFC')))
      }),
    )
  })

  test('storing a text does not change how it is found', () => {
    fc.assert(
      fc.property(persian, (text) => {
        expect(foldSpaced(foldForStorage(text))).toBe(foldSpaced(text))
        expect(foldJoined(foldForStorage(text))).toBe(foldJoined(text))
      }),
    )
  })
})

describe('text as it is stored', () => {
  test.each([
    ['  علي كاظمي ', 'علی کاظمی'],
    ['کتاب\u200c\u200cها', 'کتاب\u200cها'],
    ['کتاب \u200cها\u200c', 'کتاب ها'],
    ['\u200cکتاب\u200c\nها', 'کتاب\nها'],
    ['\u202bشرکت\u202c\u200f', 'شرکت'],
    ['ا\u0653رش', 'آرش'],
    ['یک\r\nدو\rسه', 'یک\nدو\nسه'],
    ['a\u0000b\u0007\ud800c', 'abc'],
    ['۱۲۳ مسئول', '۱۲۳ مسئول'],
    ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    ['\u200c \u200c', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(foldForStorage(typed)).toBe(kept)
  })

  test('storing what was stored changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(persian, anyText), (text) => {
        expect(foldForStorage(foldForStorage(text))).toBe(foldForStorage(text))
      }),
    )
  })
})
