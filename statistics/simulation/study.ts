import { generateOpinions, type SimulatedSurvey } from './generate-opinions.ts'
import { addRates, compare, partOf, type Comparison } from './measures.ts'
import { METHODS, type Judgement } from './methods.ts'
import type { OpinionSetting } from './opinion-settings.ts'

/** What one method did over all seeds of a setting. */
export interface MethodSummary {
  rmse: number
  rmseSe: number
  coverage: number
  extremesCoverage: number
  spearman: number
  bottomListNotBottomQuarter: number
  bottomListAboveAverage: number
  flaggedLowButNot: number
  /** Wrongly flagged low, as a part of all employees. */
  wronglyFlagged: number
  power: number
  flagged: number
  /** Mean of estimate minus truth over those who play foul or are attacked; NaN where there are none. */
  suspectBias: number
  delta: number[]
}

/** Runs methods over the seeds 1..`seeds` of a setting, all methods on the same surveys. */
export function study(setting: OpinionSetting, methods: readonly string[], seeds: number): Map<string, MethodSummary> {
  const results = new Map(methods.map((method) => [method, [] as Array<Comparison & { bias: number; delta: number[] }>]))
  for (let seed = 1; seed <= seeds; seed++) {
    const survey = generateOpinions(setting, seed)
    for (const [method, list] of results) {
      const judgement = METHODS[method]!(survey)
      list.push({ ...compare(judgement, survey.truth), bias: suspectBias(judgement, survey), delta: judgement.delta ?? [] })
    }
  }
  return new Map([...results].map(([method, list]) => [method, summary(list)]))
}

/** All estimates against the others: how far the suspects come out above what is true of them. */
function suspectBias({ employees, estimate }: Judgement, { truth, suspects }: SimulatedSurvey): number {
  const errors = employees.map((employee, at) => ({ suspect: suspects.has(employee), error: estimate[at]! - truth[employee]! }))
  const meanOf = (among: typeof errors) => among.reduce((sum, { error }) => sum + error, 0) / among.length
  return meanOf(errors.filter(({ suspect }) => suspect)) - meanOf(errors.filter(({ suspect }) => !suspect))
}

function summary(list: ReadonlyArray<Comparison & { bias: number; delta: number[] }>): MethodSummary {
  const mean = (of: (one: (typeof list)[number]) => number) => list.reduce((sum, one) => sum + of(one), 0) / list.length
  const rmse = mean((one) => one.rmse)
  const spread = Math.sqrt(list.reduce((sum, one) => sum + (one.rmse - rmse) ** 2, 0) / Math.max(1, list.length - 1))
  const rate = (of: (one: Comparison) => Comparison['covered']) => partOf(addRates(list.map(of)))
  const wrong = addRates(list.map((one) => one.flaggedLowButNot))
  return {
    rmse,
    rmseSe: spread / Math.sqrt(list.length),
    coverage: rate((one) => one.covered),
    extremesCoverage: rate((one) => one.extremesCovered),
    spearman: mean((one) => one.spearman),
    bottomListNotBottomQuarter: rate((one) => one.bottomListNotBottomQuarter),
    bottomListAboveAverage: rate((one) => one.bottomListAboveAverage),
    flaggedLowButNot: partOf(wrong),
    wronglyFlagged: wrong.hits / addRates(list.map((one) => one.covered)).of,
    power: rate((one) => one.power),
    flagged: rate((one) => one.flagged),
    suspectBias: mean((one) => one.bias),
    delta: (list[0]?.delta ?? []).map((_, at) => mean((one) => one.delta[at]!)),
  }
}
