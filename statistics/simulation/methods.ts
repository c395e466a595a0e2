import { calibrateEvidence } from '../src/evaluation/calibrate-evidence.ts'
import { evidenceFeatures } from '../src/evaluation/evidence-features.ts'
import { evaluationConfig } from '../src/evaluation/config.ts'
import { classifyOpinions } from '../src/evaluation/eligibility.ts'
import { employeeEffects } from '../src/evaluation/employee-effects.ts'
import { prepareOpinions } from '../src/evaluation/prepare-opinions.ts'
import { robustReach } from '../src/evaluation/robust-interval.ts'
import type { OpinionRow } from '../src/evaluation/types.ts'
import { fitMixedModel } from '../src/mixed-model/fit-mixed-model.ts'
import type { SimulatedSurvey } from './generate-opinions.ts'

/** What a method says of the employees it can judge: estimates in points about any centre, with half of each 95 % interval. */
export interface Judgement {
  /** Numbers of the employees. */
  employees: number[]
  estimate: number[]
  halfWidth: number[]
  /** The dispersion that was learnt, where the method learns it. */
  delta?: number[]
}

export type Method = (survey: SimulatedSurvey) => Judgement

const CONFIG = evaluationConfig({ period: 'simulated', groups: ['branch'] })
const numberOf = (employee: string): number => Number(employee.slice(1))

/** The methods compared, in the order of the table; 5 is the product. */
export const METHODS: Record<string, Method> = {
  '1 naive mean': (survey) => naiveMeans(survey),
  '2 shrunken mean': (survey) => shrunkenMeans(survey),
  '3 crossed model, all opinions': (survey) => judgedBy(survey.rows.map(asFullExposure), 'equal', survey),
  '4 + eligibility and share': (survey) => judgedBy(eligible(survey.rows), 'equal', survey),
  '5 + calibrated weights (product)': (survey) => judgedBy(eligible(survey.rows), 'calibrated', survey),
  '6 oracle weights': (survey) => judgedBy(eligible(survey.rows), 'oracle', survey),
  '7 hand-set weights': (survey) => judgedBy(eligible(survey.rows), 'by hand', survey),
}

const eligible = (rows: OpinionRow[]): OpinionRow[] => {
  const exclusions = classifyOpinions(rows)
  return rows.filter((_, at) => exclusions[at] === undefined)
}

/** What a survey does that knows nothing of contact: the opinion is about whoever closed the matter. */
const asFullExposure = (row: OpinionRow): OpinionRow => ({ ...row, exposure: [{ employee: row.exposure[0]!.employee, share: 1 }] })

function judgedBy(rows: OpinionRow[], weighting: 'equal' | 'calibrated' | 'oracle' | 'by hand', survey: SimulatedSurvey): Judgement {
  const prepared = prepareOpinions(rows, CONFIG.groups)
  const features = weighting === 'calibrated' ? evidenceFeatures(prepared.rows, CONFIG.evidence) : []
  const input = { ...prepared.input, weights: fixedWeights(prepared.rows, weighting, survey) }
  const calibrated = calibrateEvidence(input, features, CONFIG.weightBounds)
  const model = { config: CONFIG, options: {}, rows: survey.rows, exclusions: [], prepared, calibrated }
  const effects = employeeEffects(model)!
  const delta = weighting === 'calibrated' ? { delta: calibrated.effects.map((effect) => effect.delta) } : {}
  return {
    employees: prepared.employees.map(numberOf),
    estimate: [...effects.effect],
    halfWidth: halfWidths(effects.se, effects.variance),
    ...delta,
  }
}

/** As the product draws its intervals. */
const halfWidths = (errors: Float64Array, variance: number): number[] =>
  [...errors].map((se) => robustReach(variance > 0 ? 1 - (se * se) / variance : 0) * se)

function fixedWeights(rows: readonly OpinionRow[], weighting: string, survey: SimulatedSurvey): Float64Array | undefined {
  if (weighting === 'oracle') {
    const known = new Map(survey.rows.map(({ id }, at) => [id, survey.logVariance[at]!]))
    return relative(rows.map(({ id }) => Math.exp(-known.get(id)!)))
  }
  return weighting === 'by hand' ? relative(rows.map(({ contacts, completeness }) => contacts * Math.max(0.05, completeness))) : undefined
}

function relative(weights: number[]): Float64Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return Float64Array.from(weights, (weight) => Math.min(10, Math.max(0.1, weight / mean)))
}

function ratingsByEmployee(rows: readonly OpinionRow[]): Map<number, number[]> {
  const ratings = new Map<number, number[]>()
  for (const row of rows) {
    const employee = numberOf(row.exposure[0]!.employee)
    const known = ratings.get(employee)
    if (known) known.push(row.rating)
    else ratings.set(employee, [row.rating])
  }
  return ratings
}

function naiveMeans({ rows }: SimulatedSurvey): Judgement {
  const groups = [...ratingsByEmployee(rows)].filter(([, ratings]) => ratings.length > 1)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const standardError = (values: number[]) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length)
  return {
    employees: groups.map(([employee]) => employee),
    estimate: groups.map(([, ratings]) => mean(ratings)),
    halfWidth: groups.map(([, ratings]) => 1.96 * standardError(ratings)),
  }
}

function shrunkenMeans({ rows }: SimulatedSurvey): Judgement {
  const employees = [...ratingsByEmployee(rows).keys()]
  const place = new Map(employees.map((employee, at) => [employee, at]))
  const index = Int32Array.from(rows, ({ exposure }) => place.get(numberOf(exposure[0]!.employee))!)
  const fit = fitMixedModel({
    y: Float64Array.from(rows, ({ rating }) => rating),
    X: new Float64Array(rows.length).fill(1),
    p: 1,
    factors: [{ name: 'employee', levels: employees.length, index }],
  })
  const { effect, seFull, variance } = fit.terms[0]!
  return { employees, estimate: [...effect], halfWidth: halfWidths(seFull, variance) }
}
