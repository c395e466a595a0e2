import { normalCdf } from '../src/distributions/normal.ts'
import type { OpinionSetting } from './opinion-settings.ts'

/** Variance of a customer's leniency, branch included: a score is about the average customer. */
const LENIENCY_VARIANCE = 0.35 ** 2 + 0.5 ** 2
const CASES = 200
const GRID_STEP = 0.1

/**
 * Expected rating of each employee over the standard case mix (that of the rows) from fully exposed customers, on the
 * scale as it is recorded, centred. On 1..5 it is the mean of the rounded latent score, read off a fine grid of effects.
 */
export function trueScores(
  setting: OpinionSetting,
  effect: Float64Array,
  cases: ReadonlyArray<{ mix: number; logVariance: number }>,
): Float64Array {
  const scores = setting.rounded ? effect.map(gridReader(cases)) : Float64Array.from(effect)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return scores.map((score) => score - mean)
}

function gridReader(cases: ReadonlyArray<{ mix: number; logVariance: number }>): (effect: number) => number {
  const every = Math.max(1, Math.floor(cases.length / CASES))
  const sample = cases.filter((_, at) => at % every === 0)
  const known = new Map<number, number>()
  const at = (node: number) => {
    const value = known.get(node) ?? sample.reduce((sum, one) => sum + roundedMean(one, node * GRID_STEP), 0) / sample.length
    known.set(node, value)
    return value
  }
  return (effect) => {
    const node = Math.floor(effect / GRID_STEP)
    const part = effect / GRID_STEP - node
    return (1 - part) * at(node) + part * at(node + 1)
  }
}

/** Mean of a normal latent score after rounding to 1..5. */
function roundedMean({ mix, logVariance }: { mix: number; logVariance: number }, effect: number): number {
  const sd = Math.sqrt(Math.exp(logVariance) + LENIENCY_VARIANCE)
  return [1.5, 2.5, 3.5, 4.5].reduce((mean, cut) => mean + normalCdf((3.9 + mix + effect - cut) / sd), 1)
}
