import { describe, expect, test } from 'vitest'
import { EvaluationError } from '../errors.ts'
import { madeUpOpinions } from '../testing/made-up-opinions.ts'
import { fitMixedModel } from './fit-mixed-model.ts'
import type { MixedModelInput, MixedModelOptions, MultipleFactor, SingleFactor } from './types.ts'

const { input } = madeUpOpinions({ rows: 60, customers: 12, employees: 6 })
const [customer, employee] = input.factors as [SingleFactor, MultipleFactor]
const changed = <A extends Float64Array | Int32Array>(array: A, at: number, value: number): A => {
  const copy = array.slice() as A
  copy[at] = value
  return copy
}

/** What the fit says of an input that is wrong. */
function refusal(change: Partial<MixedModelInput>, options?: MixedModelOptions): { code: string; row?: number; detail: object } {
  try {
    fitMixedModel({ ...input, ...change }, options)
  } catch (error) {
    expect(error).toBeInstanceOf(EvaluationError)
    return error as EvaluationError
  }
  throw new Error('it was accepted')
}

describe('refused, with the row', () => {
  const wrong: [string, Partial<MixedModelInput>, string, number][] = [
    ['a response that is no number', { y: changed(input.y, 7, Number.NaN) }, 'NON_FINITE_Y', 7],
    ['an infinite response', { y: changed(input.y, 8, Infinity) }, 'NON_FINITE_Y', 8],
    ['a fixed effect that is no number', { X: changed(input.X, 11, Number.NaN) }, 'NON_FINITE_X', 5],
    ['a weight of 0', { weights: changed(input.weights, 3, 0) }, 'BAD_WEIGHT', 3],
    ['a negative weight', { weights: changed(input.weights, 4, -1) }, 'BAD_WEIGHT', 4],
    ['an infinite weight', { weights: changed(input.weights, 5, Infinity) }, 'BAD_WEIGHT', 5],
    ['a level that there is not', { factors: [{ ...customer, index: changed(customer.index, 9, 12) }] }, 'BAD_INDEX', 9],
    ['a negative level', { factors: [{ ...employee, index: changed(employee.index, 2, -1) }] }, 'BAD_INDEX', 2],
    ['a share that is no number', { factors: [{ ...employee, load: changed(employee.load!, 6, Number.NaN) }] }, 'BAD_SHARE', 6],
    ['memberships that run backwards', { factors: [{ ...employee, ptr: changed(employee.ptr, 4, 1) }] }, 'BAD_INDEX', 4],
    ['a binomial response other than 0 and 1', { y: changed(new Float64Array(60), 13, 2), family: 'binomial' }, 'RATING_RANGE', 13],
    [
      'a category that is no whole number',
      { y: changed(new Float64Array(60).fill(2), 14, 1.5), family: 'cumulative-logit' },
      'RATING_RANGE',
      14,
    ],
    ['a time of 0', { y: changed(new Float64Array(60).fill(2), 15, 0), family: 'lognormal-censored' }, 'RATING_RANGE', 15],
  ]
  test.each(wrong)('%s', (_, change, code, row) => expect(refusal(change)).toMatchObject({ code, row }))
})

describe('refused', () => {
  const wrong: [string, Partial<MixedModelInput>, string][] = [
    ['no rows', { y: new Float64Array(0), X: new Float64Array(0), factors: [], weights: undefined }, 'TOO_FEW_ROWS'],
    [
      'fewer rows than fixed effects and two',
      { y: Float64Array.of(1, 2, 3), X: new Float64Array(6), factors: [], weights: undefined },
      'TOO_FEW_ROWS',
    ],
    ['fixed effects of another length', { X: new Float64Array(60) }, 'LENGTH'],
    ['weights of another length', { weights: new Float64Array(59) }, 'LENGTH'],
    ['an index of another length', { factors: [{ ...customer, index: new Int32Array(59) }] }, 'LENGTH'],
    ['shares of another length', { factors: [{ ...employee, load: new Float64Array(59) }] }, 'LENGTH'],
    ['fixed effects that are all 0', { X: new Float64Array(120) }, 'RANK_DEFICIENT_X'],
    ['responses that are all equal', { y: new Float64Array(60).fill(4) }, 'DEGENERATE_RESPONSE'],
    ['responses that the fixed effects explain in full', { y: input.y.map((_, r) => 1 + 2 * input.X[2 * r + 1]!) }, 'DEGENERATE_RESPONSE'],
    ['marks of censoring where nothing is censored', { censor: new Uint8Array(60) }, 'BAD_OPTION'],
  ]
  test.each(wrong)('%s', (_, change, code) => expect(refusal(change)).toMatchObject({ code }))

  test.each([
    ['a factor with one level', { ...customer, index: new Int32Array(60) }],
    ['a factor with as many levels as rows', { name: 'customer', levels: 60, index: Int32Array.from({ length: 60 }, (_, r) => r) }],
  ])('%s, by its name', (_, factor) =>
    expect(refusal({ factors: [factor] })).toMatchObject({ code: 'TERM_NOT_IDENTIFIED', detail: { term: 'customer' } }),
  )

  test('a fit that was given up', () => {
    expect(refusal({}, { signal: AbortSignal.abort() })).toMatchObject({ code: 'ABORTED' })
  })

  test('a fit that is given up between two iterations', () => {
    const control = new AbortController()
    const onProgress = () => control.abort()
    expect(refusal({}, { signal: control.signal, onProgress })).toMatchObject({ code: 'ABORTED' })
    const y = input.y.map((value) => (value > 3 ? 1 : 0))
    expect(refusal({ y, family: 'binomial' }, { signal: control.signal, onProgress })).toMatchObject({ code: 'ABORTED' })
  })

  test('draws of a term that there is not', () => {
    expect(() => fitMixedModel(input).sample('branch', 1, 1)).toThrow('BAD_OPTION')
  })
})
