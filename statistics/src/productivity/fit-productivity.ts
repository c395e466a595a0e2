import { evidenceOf, statusOf } from '../evaluation/minimum-evidence.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelFit, MixedModelOptions } from '../mixed-model/types.ts'
import { checkRequests } from './check-requests.ts'
import { colleaguesDifficulty } from './colleagues-difficulty.ts'
import { prepareRequests, type PreparedRequests } from './prepare-requests.ts'
import type { EmployeeProductivity, ProductivityConfig, ProductivityModel, ProductivityReport, RequestRow } from './types.ts'

/**
 * How fast employees are at equal work: log hours = facts + category - speed + error, right-censored where a request is
 * open at the cut or handed over. Speeds and categories are random. What employees closed is credited in standard hours
 * of its category, exp(category + tau^2/2), so picking easy requests earns nothing. Throws EvaluationError:
 * NON_FINITE_Y (hours not above 0, row named), NON_FINITE_X (facts), TOO_FEW_ROWS, DEGENERATE_RESPONSE.
 */
export const fitProductivity = (
  rows: readonly RequestRow[],
  config: ProductivityConfig = {},
  options: MixedModelOptions = {},
): ProductivityReport => fitProductivityModel(rows, config, options).report

/** The same, with what `withStandardHours` and `qualityBySpeed` go on from. */
export function fitProductivityModel(
  rows: readonly RequestRow[],
  config: ProductivityConfig = {},
  options: MixedModelOptions = {},
): ProductivityModel {
  checkRequests(rows, config)
  const prepared = prepareRequests(rows)
  const fit = fitMixedModel(prepared.input, options)
  const without = rows.some(({ handedOver }) => handedOver) ? speedsWithoutHandovers(rows, options) : undefined
  const term = fit.terms.find(({ name }) => name === 'employee')
  return {
    report: describeProductivity(rows, { prepared, fit, config, without, hoursOf: (category) => standardHours(fit, prepared, category) }),
    hoursWithout: colleaguesDifficulty(prepared, fit),
    sampleSpeed: (draws, seed) =>
      term ? fit.sample('employee', draws, seed).map((effect) => -effect) : new Float64Array(draws * prepared.employees.length),
    speedOrder: prepared.employees,
  }
}

function describeProductivity(rows: readonly RequestRow[], fitted: Fitted): ProductivityReport {
  const { prepared, fit, hoursOf } = fitted
  const countOf = new Map<string, number>()
  for (const { category } of rows) countOf.set(category, (countOf.get(category) ?? 0) + 1)
  const requestsOf = groupedByEmployee(rows)
  return {
    finding: findingOf(fit),
    requests: rows.length,
    censored: rows.filter(({ closed }) => !closed).length,
    residualVariance: fit.sigma2,
    speedVariance: fit.terms.find(({ name }) => name === 'employee')?.variance ?? 0,
    categories: prepared.categories.toSorted().map((category) => ({
      category,
      standardHours: hoursOf(category),
      requests: countOf.get(category)!,
    })),
    employees: prepared.employees.toSorted().map((employee) => describeEmployee(employee, requestsOf.get(employee)!, fitted)),
  }
}

function groupedByEmployee(rows: readonly RequestRow[]): Map<string, RequestRow[]> {
  const groups = new Map<string, RequestRow[]>()
  for (const row of rows) {
    const known = groups.get(row.employee)
    if (known) known.push(row)
    else groups.set(row.employee, [row])
  }
  return groups
}

function findingOf(fit: MixedModelFit): ProductivityReport['finding'] {
  const term = fit.terms.find(({ name }) => name === 'employee')
  if (!term) return 'nobody-to-compare-with'
  if (!fit.converged) return 'not-converged'
  return term.atBoundary ? 'no-difference-can-be-shown' : 'scored'
}

/** exp(mean + category + tau^2/2): the mean of a log-normal time. */
function standardHours(fit: MixedModelFit, { categories }: PreparedRequests, category: string): number {
  const effect = fit.terms.find(({ name }) => name === 'category')?.effect[categories.indexOf(category)] ?? 0
  return Math.exp(fit.beta[0]! + effect + fit.sigma2 / 2)
}

function speedsWithoutHandovers(rows: readonly RequestRow[], options: MixedModelOptions): Map<string, number> {
  const { input, employees } = prepareRequests(rows.filter(({ handedOver }) => !handedOver))
  const term = fitMixedModel(input, options).terms.find(({ name }) => name === 'employee')
  return new Map(employees.map((employee, at) => [employee, -(term?.effect[at] ?? 0)]))
}

interface Fitted {
  prepared: PreparedRequests
  fit: MixedModelFit
  config: ProductivityConfig
  without: Map<string, number> | undefined
  hoursOf: (category: string) => number
}

function describeEmployee(
  employee: string,
  own: readonly RequestRow[],
  { prepared, fit, config, without, hoursOf }: Fitted,
): EmployeeProductivity {
  const { closed: leastClosed, reliability, fullReliability } = config.minimum ?? { closed: 5, reliability: 0.4, fullReliability: 0.7 }
  const closed = own.filter((row) => row.closed)
  const creditedHours = closed.reduce((sum, row) => sum + (row.reopened ? 0 : hoursOf(row.category)), 0)
  const hoursAvailable = config.hoursAvailable?.[employee] ?? null
  const term = fit.terms.find(({ name }) => name === 'employee')
  const at = prepared.employees.indexOf(employee)
  const scored = findingOf(fit) === 'scored' && term
  const se = scored ? term.seFull[at]! : 0
  const evidence = scored
    ? evidenceOf(se, term.variance, fit.sigma2, closed.length)
    : { reliability: 0, equivalentOpinions: 0, customers: closed.length }
  const status = statusOf(evidence, { customers: leastClosed, equivalentOpinions: leastClosed, reliability, fullReliability })
  const speed = scored && status !== 'suppressed' ? -term.effect[at]! : null
  return {
    employee,
    status,
    requests: own.length,
    closed: closed.length,
    speed,
    se: speed === null ? null : se,
    interval95: speed === null ? null : [speed - 1.96 * se, speed + 1.96 * se],
    reliability: evidence.reliability,
    speedWithoutHandovers: speed === null ? null : without ? (without.get(employee) ?? null) : speed,
    creditedHours,
    hoursAvailable,
    adjustedProductivity: hoursAvailable === null ? null : creditedHours / hoursAvailable,
  }
}
