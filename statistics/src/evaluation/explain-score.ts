import type { ExplanationStep, OpinionRow } from './types.ts'
import { fixedPart, randomPart } from './linear-predictor.ts'
import type { OpinionModel } from './fit-opinion-model.ts'
import type { PreparedOpinions } from './prepare-opinions.ts'

/** Sums over the eligible opinions of each employee, from which the way from the raw mean to the score is told. */
interface StepSums {
  raw: Float64Array
  rawCount: Float64Array
  eligible: Float64Array
  standardised: Float64Array
  lenient: Float64Array
  count: Float64Array
  /** Sums of weight x share x what is left, and of weight x share^2. */
  weighted: Float64Array
  information: Float64Array
}

/** Tells for one employee how the raw mean becomes the score. */
export interface ScoreExplainer {
  rawMean(employee: number): number
  steps(employee: number, score: number): ExplanationStep[]
}

/**
 * Prepares the explanation of all scores. Steps: mean of all opinions; of the eligible ones; on the standard case mix;
 * for customers and groups of average leniency and colleagues' shares taken out; weighted by evidence and extended to
 * full exposure; drawn towards the mean for limited evidence. They add up to the score by construction.
 */
export function scoreExplainer(model: OpinionModel, meanScale: number): ScoreExplainer {
  const sums = stepSums(model)
  const mean = (of: Float64Array, count: Float64Array, at: number) => of[at]! / count[at]!
  return {
    rawMean: (at) => mean(sums.raw, sums.rawCount, at),
    steps: (at, score) => {
      const marks: Array<[ExplanationStep['step'], number]> = [
        ['raw', mean(sums.raw, sums.rawCount, at)],
        ['ineligible', mean(sums.eligible, sums.count, at)],
        ['casemix', meanScale + mean(sums.standardised, sums.count, at)],
        ['leniency', meanScale + mean(sums.lenient, sums.count, at)],
        ['weights', meanScale + mean(sums.weighted, sums.information, at)],
        ['shrinkage', score],
      ]
      return marks.map(([step, after], position) => ({ step, change: after - (marks[position - 1]?.[1] ?? 0), after }))
    },
  }
}

/** The steps rounded for print so that the printed changes still add up: each is the difference of rounded figures. */
export function roundedSteps(steps: readonly ExplanationStep[], decimals = 2): ExplanationStep[] {
  const unit = 10 ** decimals
  const rounded = (value: number) => Math.round(value * unit)
  return steps.map(({ step, after }, at) => ({
    step,
    change: (rounded(after) - rounded(steps[at - 1]?.after ?? 0)) / unit,
    after: rounded(after) / unit,
  }))
}

function stepSums(model: OpinionModel): StepSums {
  const { prepared, calibrated } = model
  const { employees, exposure, input } = prepared
  const n = input.y.length
  const fixed = fixedPart(input, calibrated.fit.beta)
  const own = calibrated.fit.terms.find(({ name }) => name === 'employee')?.effect ?? new Float64Array(employees.length)
  const random = input.factors.map((factor, at) => randomPart(factor, calibrated.fit.terms[at]!.effect, n))
  const zeros = () => new Float64Array(employees.length)
  const { raw, rawCount } = rawSums(model.rows, prepared)
  const sums: StepSums = {
    raw,
    rawCount,
    eligible: zeros(),
    standardised: zeros(),
    lenient: zeros(),
    count: zeros(),
    weighted: zeros(),
    information: zeros(),
  }
  for (let row = 0; row < n; row++) {
    const standardised = input.y[row]! - fixed[row]!
    const left = random.reduce((rest, part) => rest - part[row]!, standardised)
    for (let at = exposure.ptr[row]!; at < exposure.ptr[row + 1]!; at++) {
      const employee = exposure.index[at]!
      const share = exposure.load[at]!
      const withOwn = left + share * own[employee]!
      sums.eligible[employee]! += input.y[row]!
      sums.standardised[employee]! += standardised
      sums.lenient[employee]! += withOwn
      sums.count[employee]! += 1
      sums.weighted[employee]! += calibrated.weights[row]! * share * withOwn
      sums.information[employee]! += calibrated.weights[row]! * share * share
    }
  }
  return sums
}

function rawSums(rows: readonly OpinionRow[], { employees }: PreparedOpinions): { raw: Float64Array; rawCount: Float64Array } {
  const position = new Map(employees.map((name, at) => [name, at]))
  const raw = new Float64Array(employees.length)
  const rawCount = new Float64Array(employees.length)
  for (const { exposure, rating } of rows) {
    for (const { employee } of exposure) {
      const at = position.get(employee)
      if (at === undefined) continue
      raw[at]! += rating
      rawCount[at]! += 1
    }
  }
  return { raw, rawCount }
}
