import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersNear, slipsBetween, slipsOf, soundOf, soundsOf } from './sounds.rules.ts'

const letters = [...'ابپتجچهخدرزژسشقفکگلمنویصثذضظطحغع']
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 12 })
const letter = fc.constantFrom(...letters)

/** A word with one slip in it, at any place. */
const slipped = fc
  .tuple(word, fc.nat(), fc.constantFrom('left out', 'put in', 'mistaken', 'swapped'), letter)
  .map(([meant, at, slip, other]) => {
    const place = at % meant.length
    const [before, after] = [meant.slice(0, place), meant.slice(place)]
    if (slip === 'left out') return { meant, typed: before + after.slice(1) }
    if (slip === 'put in') return { meant, typed: before + other + after }
    if (slip === 'mistaken') return { meant, typed: before + other + after.slice(1) }
    return { meant, typed: before + after.charAt(1) + after.charAt(0) + after.slice(2) }
  })

test('C27: whatever sounds as if one letter had slipped is among the slips of what was typed', () => {
  let found = 0
  fc.assert(
    fc.property(slipped, ({ meant, typed }) => {
      const [one, other] = [soundOf(meant), soundOf(typed)]
      fc.pre(other.length >= 3 && slipsBetween(one, other) <= 1)
      found += 1
      expect(slipsOf(other)).toContain(one)
    }),
  )
  expect(found).toBeGreaterThan(50)
})

test('C27: letters that are heard alike sound alike, and saying it twice changes nothing', () => {
  for (const [one, other] of [
    ['صادق', 'سادغ'],
    ['طاهره', 'تاحره'],
    ['ضیایی', 'ظیایی'],
    ['عباس', 'اباث'],
    ['محممد', 'محمد'],
  ] as const)
    expect(soundOf(one)).toBe(soundOf(other))
  fc.assert(fc.property(word, (any) => soundOf(soundOf(any)) === soundOf(any)))
})

test('C27: slips are counted alike from either side; none parts a word from itself', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(slipsBetween(one, other)).toBe(slipsBetween(other, one))
      expect(slipsBetween(one, one)).toBe(0)
    }),
  )
  expect(slipsBetween('محمدی', 'محدمی')).toBe(1)
})

test('C27: a name is heard in its words, in what a half-space binds, and in neighbours written as one', () => {
  expect(soundsOf('علی‌رضا نورایی')).toEqual(expect.arrayContaining(['الی', 'رزا', 'الیرزا', 'نورای']))
  expect(soundsOf('علی رضا نورایی')).toContain('الیرزا')
  for (const silent of ['09123456789', 'ali@example.org', 'C-1023', '', '؟']) expect(soundsOf(silent)).toBeNull()
})

test('C27: of any word there are only so many slips, and of a very short one none', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (any) => slipsOf(soundOf(any)).length <= 1200))
  expect(slipsOf('نو')).toEqual(['نو'])
})

test('C27: a number with one wrong, missing, extra or swapped digit is near', () => {
  const near = numbersNear('09123456789')
  for (const number of ['09123456798', '0912345678', '091234567899', '09123456780', '90123456789']) expect(near).toContain(number)
  expect(near).not.toContain('09123456789')
})
