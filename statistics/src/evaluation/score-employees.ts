import { normalCdf, normalTail } from '../distributions/normal.ts'
import type { EmployeeEffects } from './employee-effects.ts'
import { scoreExplainer, type ScoreExplainer } from './explain-score.ts'
import type { OpinionModel, UnfittedOpinions } from './fit-opinion-model.ts'
import { evidenceOf, opinionsToNextStatus, statusOf } from './minimum-evidence.ts'
import { positions } from './prepare-opinions.ts'
import { rankCounter } from './rank-probabilities.ts'
import { robustReach } from './robust-interval.ts'
import type { EmployeeScore } from './types.ts'

/** How much there is of one employee: all opinions, those that count, and their customers. */
interface Tally {
  opinions: number
  eligibleOpinions: number
  customers: number
}

/** Scores of all employees named in any row; ranks only among the shown of one component. */
export function scoreEmployees(model: OpinionModel, effects: EmployeeEffects, components: Int32Array): EmployeeScore[] {
  const meanEffect = effects.effect.reduce((sum, one) => sum + one, 0) / effects.effect.length
  const meanScale = model.calibrated.fit.beta[0]! - meanEffect
  const explainer = scoreExplainer(model, meanScale)
  const place = positions(model.prepared.employees)
  const scores = [...talliesOf(model)].map(([employee, tally]) => {
    const at = place.get(employee)
    return at === undefined
      ? unscored(employee, tally, 0)
      : scoreOne({ model, effects, explainer, meanScale, meanEffect, at, employee, tally, component: components[at]! + 1 })
  })
  addRanks(scores, effects, place, model)
  return scores
}

/** Everybody named in any row, without scores. */
export function unscoredEmployees(model: OpinionModel | UnfittedOpinions, components: Int32Array): EmployeeScore[] {
  const place = positions(model.prepared?.employees ?? [])
  return [...talliesOf(model)].map(([employee, tally]) => unscored(employee, tally, (components[place.get(employee) ?? -1] ?? -1) + 1))
}

interface Scoring {
  model: OpinionModel
  effects: EmployeeEffects
  explainer: ScoreExplainer
  meanScale: number
  meanEffect: number
  at: number
  employee: string
  tally: Tally
  component: number
}

function scoreOne({ model, effects, explainer, meanScale, meanEffect, at, employee, tally, component }: Scoring): EmployeeScore {
  const { minimum, practicalDifference } = model.config
  const { sigma2 } = model.calibrated.fit
  const effect = effects.effect[at]!
  const se = effects.se[at]!
  const evidence = evidenceOf(se, effects.variance, sigma2, tally.customers)
  const bare = {
    ...unscored(employee, tally, component),
    ...evidence,
    moreOpinionsNeeded: opinionsToNextStatus(evidence, minimum, sigma2 / effects.variance),
  }
  const score = meanScale + effect
  // At the boundary nothing tells employees apart: all have the mean, and no interval could be honest.
  if (effects.atBoundary)
    return { ...bare, status: 'provisional', score, rawMean: explainer.rawMean(at), steps: explainer.steps(at, score) }
  const status = statusOf(evidence, minimum)
  if (status === 'suppressed') return bare
  const reach = robustReach(evidence.reliability) * se
  return {
    ...bare,
    status,
    score,
    se,
    interval95: [score - reach, score + reach],
    pBelow: normalCdf((-practicalDifference - (effect - meanEffect)) / se),
    pAbove: normalTail((practicalDifference - (effect - meanEffect)) / se),
    rawMean: explainer.rawMean(at),
    steps: explainer.steps(at, score),
  }
}

const unscored = (employee: string, tally: Tally, component: number): EmployeeScore => ({
  employee,
  status: 'suppressed',
  score: null,
  se: null,
  interval95: null,
  reliability: 0,
  equivalentOpinions: 0,
  ...tally,
  component,
  moreOpinionsNeeded: 0,
  pBelow: null,
  pAbove: null,
  rawMean: null,
  steps: [],
})

/** One rank table per component, of those whose scores are shown; a table of one says nothing and is left out. */
function addRanks(scores: EmployeeScore[], effects: EmployeeEffects, place: Map<string, number>, { config }: OpinionModel): void {
  const shown = scores.filter(({ status }) => status === 'shown').sort((a, b) => place.get(a.employee)! - place.get(b.employee)!)
  const tables = [...new Set(shown.map(({ component }) => component))]
    .map((component) => shown.filter((score) => score.component === component))
    .filter((members) => members.length > 1)
    .map((members) => ({ members, counter: rankCounter(members.map(({ employee }) => place.get(employee)!)) }))
  if (tables.length === 0) return
  effects.eachDraw(config.draws, config.seed, (draw) => tables.forEach(({ counter }) => counter.add(draw)))
  for (const { members, counter } of tables) {
    const ranks = counter.statements()
    members.forEach((score, at) => (score.rank = ranks[at]!))
  }
}

function talliesOf({ rows, exclusions }: OpinionModel | UnfittedOpinions): Map<string, Tally> {
  const tallies = new Map<string, Tally & { seen: Set<string> }>()
  rows.forEach((row, at) => {
    for (const { employee, share } of row.exposure) {
      const tally = tallies.get(employee) ?? { opinions: 0, eligibleOpinions: 0, customers: 0, seen: new Set<string>() }
      tally.opinions += 1
      if (exclusions[at] === undefined && share > 0) {
        tally.eligibleOpinions += 1
        tally.seen.add(row.customer)
      }
      tallies.set(employee, tally)
    }
  })
  return new Map(
    [...tallies].map(([name, { opinions, eligibleOpinions, seen }]) => [name, { opinions, eligibleOpinions, customers: seen.size }]),
  )
}
