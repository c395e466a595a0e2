import { EvaluationError } from '../errors.ts'
import type { FactorSpec, MixedModelInput, MultipleFactor } from './types.ts'

export const isMultiple = (factor: FactorSpec): factor is MultipleFactor => 'ptr' in factor

/** Refuses input that no model can be fitted to; nothing has been computed then. */
export function checkInput(input: MixedModelInput): void {
  const { y, X, p, factors, weights, censor } = input
  const n = y.length
  requireLength('X', X.length, n * p)
  if (weights) requireLength('weights', weights.length, n)
  if (censor) requireLength('censor', censor.length, n)
  if (n < p + 2) throw new EvaluationError('TOO_FEW_ROWS', `${n} rows for ${p} fixed effects`, { rows: n, fixedEffects: p })
  checkNumbers(input)
  for (const factor of factors) checkFactor(factor, n)
  checkResponse(input)
}

function requireLength(what: string, length: number, expected: number): void {
  if (length !== expected) throw new EvaluationError('LENGTH', `${what} has ${length} entries, not ${expected}`, { what, length, expected })
}

function checkNumbers({ y, X, p, weights }: MixedModelInput): void {
  const badResponse = y.findIndex((value) => !Number.isFinite(value))
  if (badResponse >= 0) throw new EvaluationError('NON_FINITE_Y', 'the response is not a finite number', { row: badResponse })
  const badFixed = X.findIndex((value) => !Number.isFinite(value))
  if (badFixed >= 0) {
    const row = Math.floor(badFixed / p)
    throw new EvaluationError('NON_FINITE_X', 'a fixed effect is not a finite number', { row, column: badFixed - row * p })
  }
  const badWeight = weights?.findIndex((value) => !(value > 0 && value < Infinity)) ?? -1
  if (badWeight >= 0) throw new EvaluationError('BAD_WEIGHT', 'a weight is a positive finite number', { row: badWeight })
}

function checkFactor(factor: FactorSpec, n: number): void {
  const { name, levels, index, load } = factor
  if (isMultiple(factor)) {
    requireLength(`ptr of ${name}`, factor.ptr.length, n + 1)
    const fall = factor.ptr.findIndex((at, row) => (row === 0 ? at !== 0 : at < factor.ptr[row - 1]!))
    if (fall >= 0) throw new EvaluationError('BAD_INDEX', `ptr of ${name} falls`, { row: fall, factor: name })
    requireLength(`index of ${name}`, index.length, factor.ptr[n]!)
  } else requireLength(`index of ${name}`, index.length, n)
  if (load) requireLength(`load of ${name}`, load.length, index.length)
  const badIndex = index.findIndex((level) => level < 0 || level >= levels)
  if (badIndex >= 0) throw new EvaluationError('BAD_INDEX', `${name} has no such level`, { row: rowOf(factor, badIndex), factor: name })
  const badLoad = load?.findIndex((value) => !Number.isFinite(value)) ?? -1
  if (badLoad >= 0)
    throw new EvaluationError('BAD_SHARE', 'a loading is not a finite number', { row: rowOf(factor, badLoad), factor: name })
  requireReplication(factor, n)
}

/** With one level, or no more rows than levels, the effects cannot be told from the mean or from the residual. */
function requireReplication({ name, levels, index }: FactorSpec, n: number): void {
  const seen = new Uint8Array(levels)
  let used = 0
  for (const level of index) {
    if (seen[level] === 0) used += 1
    seen[level] = 1
  }
  if (used >= 2 && used < n) return
  throw new EvaluationError('TERM_NOT_IDENTIFIED', `${name} has ${used} levels in ${n} rows`, { term: name, levels: used, rows: n })
}

const rowOf = (factor: FactorSpec, entry: number): number => (isMultiple(factor) ? factor.ptr.findLastIndex((at) => at <= entry) : entry)

function checkResponse({ y, family = 'gaussian', censor }: MixedModelInput): void {
  if (censor && family !== 'lognormal-censored') throw new EvaluationError('BAD_OPTION', 'only times can be censored', { family })
  const wrong = y.findIndex((value) => !allowed[family](value))
  if (wrong >= 0) throw new EvaluationError('RATING_RANGE', `not a response of the family ${family}`, { row: wrong, value: y[wrong] })
  if (y.every((value) => value === y[0])) throw new EvaluationError('DEGENERATE_RESPONSE', 'all responses are equal', { value: y[0] })
}

const allowed = {
  gaussian: () => true,
  binomial: (value: number) => value === 0 || value === 1,
  'cumulative-logit': (value: number) => Number.isInteger(value) && value >= 1,
  'lognormal-censored': (value: number) => value > 0,
}
