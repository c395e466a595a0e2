import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trustOf, trustReasons } from './trust.rules.ts'
import type { TrustEvidence } from './trust.rules.ts'

const nothing: TrustEvidence = {
  values: [],
  verified: 0,
  completeness: null,
  agreements: 0,
  contradictions: { low: 0, medium: 0, high: 0 },
  monthsSinceConfirmed: null,
  provisional: false,
}
const rounding = 1e-12
const count = fc.integer({ min: 0, max: 50 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const evidence: fc.Arbitrary<TrustEvidence> = fc.record({
  values: fc.array(fc.record({ confidence: share, confirmed: fc.boolean() }), { maxLength: 30 }),
  verified: count,
  completeness: fc.option(share),
  agreements: count,
  contradictions: fc.record({ low: count, medium: count, high: count }),
  monthsSinceConfirmed: fc.option(fc.integer({ min: 0, max: 600 })),
  provisional: fc.boolean(),
})

describe('C4: the trust in a file', () => {
  test('lies between 0 and 1, whatever is known', () => {
    fc.assert(
      fc.property(evidence, (known) => {
        const trust = trustOf(known)
        expect(trust).toBeGreaterThanOrEqual(0)
        expect(trust).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is a half where nothing is known', () => {
    expect(trustOf(nothing)).toBe(0.5)
  })

  test('does not depend on the order of values, to the last digit', () => {
    fc.assert(
      fc.property(evidence, (known) => {
        expect(trustOf({ ...known, values: known.values.toReversed() })).toBe(trustOf(known))
      }),
    )
  })

  test.each<[string, (known: TrustEvidence) => TrustEvidence]>([
    [
      'a confirmed value',
      (known) => ({ ...known, values: known.values.map((value, at) => (at === 0 ? { ...value, confirmed: true } : value)) }),
    ],
    ['a verified number', (known) => ({ ...known, verified: known.verified + 1 })],
    ['an agreement', (known) => ({ ...known, agreements: known.agreements + 1 })],
    ['a fuller file', (known) => ({ ...known, completeness: known.completeness === null ? null : Math.min(1, known.completeness + 0.1) })],
    ['a later confirmation', (known) => ({ ...known, monthsSinceConfirmed: known.monthsSinceConfirmed && known.monthsSinceConfirmed - 1 })],
    ['a name in place of none', (known) => ({ ...known, provisional: false })],
  ])('never falls by %s', (_what, better) => {
    fc.assert(
      fc.property(evidence, (known) => {
        expect(trustOf(better(known))).toBeGreaterThanOrEqual(trustOf(known) - rounding)
      }),
    )
  })

  test.each<[string, (known: TrustEvidence) => TrustEvidence]>([
    ['a slight contradiction', (known) => ({ ...known, contradictions: { ...known.contradictions, low: known.contradictions.low + 1 } })],
    ['a grave contradiction', (known) => ({ ...known, contradictions: { ...known.contradictions, high: known.contradictions.high + 1 } })],
  ])('never rises by %s', (_what, worse) => {
    fc.assert(
      fc.property(evidence, (known) => {
        expect(trustOf(worse(known))).toBeLessThanOrEqual(trustOf(known) + rounding)
      }),
    )
  })

  test('is the logistic of the sum of its reasons: those that weigh nothing are not told', () => {
    fc.assert(
      fc.property(evidence, (known) => {
        const reasons = trustReasons(known)
        const sum = reasons.reduce((total, { weight }) => total + weight, 0)
        expect(trustOf(known)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 12)
        expect(reasons.every(({ weight }) => weight !== 0)).toBe(true)
      }),
    )
  })

  test('stands where it is said to stand: typed with care, confirmed and seen to agree, and contradicted', () => {
    const typed = { ...nothing, values: Array.from({ length: 8 }, () => ({ confidence: 0.8, confirmed: false })) }
    const sure = {
      ...typed,
      values: typed.values.map((value) => ({ ...value, confirmed: true })),
      monthsSinceConfirmed: 0,
      verified: 2,
      agreements: 1,
    }
    expect(trustOf(typed)).toBeCloseTo(0.711, 3)
    expect(trustOf(sure)).toBeGreaterThan(0.94)
    expect(trustOf({ ...typed, contradictions: { low: 0, medium: 1, high: 0 } })).toBeCloseTo(0.525, 3)
  })
})
