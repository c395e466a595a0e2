import { describe, expect, test } from 'vitest'
import { opinionBars } from './bars.ts'
import { generateOpinions } from './generate-opinions.ts'
import { OPINION_SETTINGS } from './opinion-settings.ts'
import { study } from './study.ts'

const NAIVE = '1 naive mean'
const EQUAL = '4 + eligibility and share'
const PRODUCT = '5 + calibrated weights (product)'

describe('ten seeds of the study, with wide margins', { timeout: 240_000 }, () => {
  test('the product is far nearer the truth than the naive mean, and its intervals keep their word', () => {
    const results = study(OPINION_SETTINGS.base, [NAIVE, EQUAL, PRODUCT], 10)
    const [naive, equal, product] = [NAIVE, EQUAL, PRODUCT].map((method) => results.get(method)!)
    expect(product!.rmse / naive!.rmse).toBeLessThan(0.5)
    expect(product!.rmse / equal!.rmse).toBeLessThan(1.01)
    expect(product!.coverage).toBeGreaterThan(0.91)
    expect(product!.flaggedLowButNot).toBeLessThan(0.04)
    expect(naive!.flaggedLowButNot).toBeGreaterThan(0.2)
  })

  test('where files differ much, calibrated weights gain much', () => {
    const results = study(OPINION_SETTINGS.strong, [EQUAL, PRODUCT], 5)
    expect(results.get(PRODUCT)!.rmse / results.get(EQUAL)!.rmse).toBeLessThan(0.92)
    expect(results.get(PRODUCT)!.delta[0]).toBeLessThan(-0.8)
  })

  test('where nobody differs nobody is called different', () => {
    expect(study(OPINION_SETTINGS.null, [PRODUCT], 5).get(PRODUCT)!.flagged).toBe(0)
  })

  test('against a clique the product is no shield, and the table must be able to say so', () => {
    expect(study(OPINION_SETTINGS.clique, [PRODUCT], 2).get(PRODUCT)!.suspectBias).toBeLessThan(-0.5)
  })
})

test('the same seed makes the same world', () => {
  const small = { ...OPINION_SETTINGS.team, answers: 200 }
  expect(generateOpinions(small, 3)).toEqual(generateOpinions(small, 3))
  expect(generateOpinions(small, 3).rows).not.toEqual(generateOpinions(small, 4).rows)
})

test('a bar is judged by the figure of its setting', () => {
  const summary = study({ ...OPINION_SETTINGS.null, answers: 500 }, [PRODUCT], 1).get(PRODUCT)!
  const bars = opinionBars(new Map([['null', new Map([['5', { ...summary, flagged: 0.5 }]])]]))
  expect(bars).toEqual([{ text: 'null: called different though nobody is <= 0.001', value: 0.5, holds: false }])
})
