import { EvaluationError } from '../errors.ts'
import { holmAdjusted } from '../distributions/holm.ts'
import { normalTail } from '../distributions/normal.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelInput } from '../mixed-model/types.ts'
import { codeCaseMix } from './case-mix.ts'
import type { OpinionModel } from './fit-opinion-model.ts'
import { startAt } from './start-at.ts'

/** What is known of one employee: groups to compare, and hard outcomes (kept times, reopened cases) to hold equal. */
export interface EmployeeBackground {
  employee: string
  attributes: Readonly<Record<string, string>>
  outcomes?: Readonly<Record<string, number>>
}

export interface RatingGap {
  attribute: string
  group: string
  /** The most frequent group, against which the gap is measured. */
  reference: string
  employees: number
  /** Points by which ratings differ at equal case mix, customers and hard outcomes. */
  gap: number
  se: number
  interval95: [number, number]
  pValue: number
  adjustedP: number
  noteworthy: boolean
}

/**
 * Gaps of ratings between groups of employees (gender, age group, branch) that hard outcomes do not explain: each
 * attribute in turn enters the model as a fixed effect in proportion to the shares, beside the outcomes. For a named
 * committee only; a gap is an association. Normal intervals, so with fewer than about 20 employees a group they are too
 * narrow. Throws BAD_OPTION where somebody scored has no background, or the backgrounds have different keys.
 */
export function auditBias(model: OpinionModel, backgrounds: readonly EmployeeBackground[]): RatingGap[] {
  const known = new Map(backgrounds.map((background) => [background.employee, background]))
  const ordered = model.prepared.employees.map((employee) => {
    const background = known.get(employee)
    if (!background) throw new EvaluationError('BAD_OPTION', `nothing is known of ${employee}`, { employee })
    return background
  })
  const attributes = Object.keys(ordered[0]!.attributes).sort()
  const gaps = attributes.flatMap((attribute) => gapsOf(model, ordered, attribute))
  const adjusted = holmAdjusted(gaps.map(({ pValue }) => pValue))
  return gaps.map((gap, at) => ({ ...gap, adjustedP: adjusted[at]!, noteworthy: adjusted[at]! < 0.05 }))
}

function gapsOf(
  model: OpinionModel,
  backgrounds: readonly EmployeeBackground[],
  attribute: string,
): Array<Omit<RatingGap, 'adjustedP' | 'noteworthy'>> {
  const groups = backgrounds.map(({ attributes }) => attributes[attribute])
  const missing = groups.findIndex((group) => group === undefined)
  if (missing >= 0) throw new EvaluationError('BAD_OPTION', `${attribute} is not known`, { employee: backgrounds[missing]!.employee })
  // Coded once per employee; the rows then take their part of it. The first column is the intercept, which they have.
  const coded = codeCaseMix(backgrounds.map(({ outcomes }, at) => ({ caseMix: { ...outcomes, [`~${attribute}`]: groups[at]! } })))
  const input = withEmployeeColumns(model, coded.X, coded.p)
  const fit = fitMixedModel(input, { ...model.options, start: startAt(model.calibrated.fit) })
  const count = (group: string) => groups.filter((one) => one === group).length
  const named = coded.columns.map((column) => (column.startsWith('~') ? column.slice(attribute.length + 2) : undefined))
  const reference = [...new Set(groups)].find((group) => !named.includes(group))!
  return named.flatMap((group, column) => {
    const at = model.prepared.input.p + column - 1
    if (group === undefined || fit.droppedColumns.includes(at)) return []
    const [gap, se] = [fit.beta[at]!, fit.betaSe[at]!]
    const interval95: [number, number] = [gap - 1.96 * se, gap + 1.96 * se]
    return [{ attribute, group, reference, employees: count(group), gap, se, interval95, pValue: 2 * normalTail(Math.abs(gap) / se) }]
  })
}

/** Appends to X the columns 1..p-1 of a table by employee, each row taking the shares' sum. */
function withEmployeeColumns({ prepared, calibrated }: OpinionModel, table: Float64Array, p: number): MixedModelInput {
  const { input, exposure } = prepared
  const width = input.p + p - 1
  const X = new Float64Array(input.y.length * width)
  for (let row = 0; row < input.y.length; row++) {
    X.set(input.X.subarray(row * input.p, (row + 1) * input.p), row * width)
    for (let at = exposure.ptr[row]!; at < exposure.ptr[row + 1]!; at++) {
      for (let column = 1; column < p; column++) {
        X[row * width + input.p + column - 1]! += exposure.load[at]! * table[exposure.index[at]! * p + column]!
      }
    }
  }
  return { ...input, X, p: width, weights: calibrated.weights }
}
