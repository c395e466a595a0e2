import { hashOfOpinions } from './data-hash.ts'
import { employeeComponents } from './employee-components.ts'
import { employeeEffects } from './employee-effects.ts'
import { fitOpinionModel, type OpinionModel, type UnfittedOpinions } from './fit-opinion-model.ts'
import { scoreEmployees, unscoredEmployees } from './score-employees.ts'
import type { EvaluationConfig, EvaluationOptions, EvaluationReport, Finding, OpinionRow } from './types.ts'

/** Of the method: raised whenever the same rows could give other numbers. */
const METHOD_VERSION = '1'

/**
 * Scores employees by the opinions of their customers: who may count, how much, and what can be said. Steps in order:
 * check, eligibility, model, evidence weights, scores with intervals, minimum evidence, ranks within components.
 * Deterministic; the order of the rows and the names of the ids change nothing. Throws EvaluationError on rows that
 * cannot be true; what the data cannot show is a `finding` of the report, not an error.
 */
export function evaluateEmployees(
  rows: readonly OpinionRow[],
  config: EvaluationConfig,
  options: EvaluationOptions = {},
): EvaluationReport {
  return reportOn(fitOpinionModel(rows, config, options))
}

/** The report on a model that is fitted already; several readings of one model need one fit. */
export function reportOn(model: OpinionModel | UnfittedOpinions): EvaluationReport {
  const effects = model.prepared ? employeeEffects(model) : undefined
  const finding = findingOf(model, effects)
  const components = model.prepared ? employeeComponents(model) : new Int32Array()
  const scored = finding === 'scored' || finding === 'no-difference-can-be-shown'
  const scores = model.prepared && effects && scored ? scoreEmployees(model, effects, components) : unscoredEmployees(model, components)
  const fit = model.calibrated?.fit
  return {
    finding,
    version: METHOD_VERSION,
    dataHash: hashOfOpinions(model.rows),
    config: model.config,
    seed: model.config.seed,
    counts: countsOf(model, scores.length),
    meanScale: fit ? fit.beta[0]! : null,
    residualVariance: fit ? fit.sigma2 : null,
    terms: (fit?.terms ?? []).map(({ name, effect, variance, atBoundary }) => ({ name, levels: effect.length, variance, atBoundary })),
    notIdentified: model.prepared?.notIdentified ?? [],
    droppedColumns: (fit?.droppedColumns ?? []).map((column) => model.prepared?.design.columns[column] ?? ''),
    evidence: model.calibrated
      ? { effects: model.calibrated.effects, criterionDrop: model.calibrated.criterionDrop, atBounds: model.calibrated.atBounds }
      : null,
    convergence: fit ? { converged: fit.converged, iterations: fit.iterations, gradientNorm: fit.gradientNorm } : null,
    components: components.length > 0 ? Math.max(...components) + 1 : 0,
    employees: scores.sort((a, b) => (a.employee < b.employee ? -1 : 1)),
  }
}

function findingOf(model: OpinionModel | UnfittedOpinions, effects: ReturnType<typeof employeeEffects>): Finding {
  if (!model.prepared) return 'no-eligible-opinions'
  if (model.prepared.employees.length < 2) return 'nobody-to-compare-with'
  if (!effects) return 'employees-not-identified'
  if (!model.calibrated.fit.converged) return 'not-converged'
  return effects.atBoundary ? 'no-difference-can-be-shown' : 'scored'
}

function countsOf({ rows, exclusions, prepared }: OpinionModel | UnfittedOpinions, employees: number): EvaluationReport['counts'] {
  const counts = { 'no-contact': 0, 'own-answer': 0, superseded: 0 }
  for (const exclusion of exclusions) if (exclusion) counts[exclusion] += 1
  return { ...counts, opinions: rows.length, eligible: prepared?.rows.length ?? 0, customers: prepared?.customers.length ?? 0, employees }
}
