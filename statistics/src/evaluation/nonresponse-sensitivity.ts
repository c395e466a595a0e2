import { checkInvitations } from './check-opinions.ts'
import { logistic } from '../distributions/logistic.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import { codeCaseMix } from './case-mix.ts'
import { invertPositive } from './dispersion.ts'
import type { OpinionModel } from './fit-opinion-model.ts'
import { startAt } from './start-at.ts'
import type { UnansweredInvitation } from './types.ts'

export interface NonresponseShift {
  employee: string
  /** Change of the score, in points, when answers stand for those like them who did not answer. */
  shift: number
  /** The shift is more than one standard error: worth a note beside the score. */
  noteworthy: boolean
}

export interface NonresponseReport {
  responseRate: number
  /** Least and largest weight given to an answer, relative. */
  weights: { min: number; max: number }
  employees: NonresponseShift[]
}

const LEAST_CHANCE = 0.05
const LARGEST_FACTOR = 5
const RIDGE = 1

/**
 * How scores would shift if answers were weighted by one over the chance of answering, given the file: ridge logit on
 * contacts, recency, completeness and case mix; chances cut to 0.05 and above, factors to 5; weights scaled within each
 * employee to the effective number of answers (Pfeffermann 1998; Rabe-Hesketh and Skrondal 2006). A sensitivity, not an
 * adjustment: the response rate can itself be a sign of good service, and no weighting repairs answers that are missing
 * because of what they would have said. `unanswered` are the invitations without an answer.
 */
export function nonresponseSensitivity(model: OpinionModel, unanswered: readonly UnansweredInvitation[]): NonresponseReport {
  checkInvitations(unanswered)
  const { prepared, calibrated, options } = model
  const answered = prepared.rows.length
  const chances = responseChances([...prepared.rows, ...unanswered], answered).subarray(0, answered)
  const factors = scaledWithinEmployee(model, chances)
  const weights = calibrated.weights.map((weight, row) => weight * factors[row]!)
  const fit = fitMixedModel({ ...prepared.input, weights }, { ...options, start: startAt(calibrated.fit) })
  const before = calibrated.fit.terms.find(({ name }) => name === 'employee')
  const after = fit.terms.find(({ name }) => name === 'employee')
  const score = (effect: Float64Array, at: number) => effect[at]! - effect.reduce((sum, one) => sum + one, 0) / effect.length
  const employees =
    !before || !after
      ? []
      : prepared.employees.map((employee, at): NonresponseShift => {
          const shift = score(after.effect, at) - score(before.effect, at)
          return { employee, shift, noteworthy: Math.abs(shift) > before.seFull[at]! }
        })
  return {
    responseRate: answered / (answered + unanswered.length),
    weights: { min: Math.min(...factors), max: Math.max(...factors) },
    employees: employees.sort((a, b) => (a.employee < b.employee ? -1 : 1)),
  }
}

/** Fitted chances of answering of all invitations, the answered ones first. */
function responseChances(invitations: readonly UnansweredInvitation[], answered: number): Float64Array {
  const { X, p } = codeCaseMix(invitations.map((row) => ({ caseMix: { ...row.caseMix, ...fileFeatures(row) } })))
  let beta = new Float64Array(p)
  for (let step = 0; step < 50; step++) {
    const score = new Float64Array(p)
    const information = new Float64Array(p * p)
    for (let row = 0; row < invitations.length; row++) {
      const x = X.subarray(row * p, (row + 1) * p)
      const chance = logistic(x.reduce((sum, value, at) => sum + value * beta[at]!, 0))
      const spread = chance * (1 - chance)
      x.forEach((value, i) => {
        score[i]! += value * ((row < answered ? 1 : 0) - chance)
        x.forEach((other, j) => (information[i * p + j]! += spread * value * other))
      })
    }
    for (let at = 1; at < p; at++) {
      score[at]! -= RIDGE * beta[at]!
      information[at * (p + 1)]! += RIDGE
    }
    const inverse = invertPositive(information, p)
    const move = beta.map((_, i) => score.reduce((sum, value, j) => sum + inverse[i * p + j]! * value, 0))
    beta = beta.map((value, at) => value + Math.max(-2, Math.min(2, move[at]!)))
    if (move.every((one) => Math.abs(one) < 1e-10)) break
  }
  return Float64Array.from(invitations, (_, row) => {
    const eta = beta.reduce((sum, value, at) => sum + value * X[row * p + at]!, 0)
    return Math.min(1, Math.max(LEAST_CHANCE, logistic(eta)))
  })
}

const fileFeatures = (row: UnansweredInvitation) => ({
  'file: contacts': Math.log1p(row.contacts),
  'file: months': row.daysSinceContact / 30,
  'file: completeness': row.completeness,
})

/** One over the chance, relative to the mean, cut, and scaled so that within an employee it sums to its effective size. */
function scaledWithinEmployee({ prepared }: OpinionModel, chances: Float64Array): Float64Array {
  const mean = chances.reduce((sum, chance) => sum + 1 / chance, 0) / chances.length
  const inverse = chances.map((chance) => Math.min(LARGEST_FACTOR, 1 / chance / mean))
  const main = mainEmployees(prepared.exposure)
  const sums = new Float64Array(prepared.employees.length)
  const squares = new Float64Array(prepared.employees.length)
  inverse.forEach((factor, row) => {
    sums[main[row]!]! += factor
    squares[main[row]!]! += factor * factor
  })
  return inverse.map((factor, row) => (factor * sums[main[row]!]!) / squares[main[row]!]!)
}

/** The employee with the largest share of each row. */
function mainEmployees({ ptr, index, load }: OpinionModel['prepared']['exposure']): Int32Array {
  return Int32Array.from({ length: ptr.length - 1 }, (_, row) => {
    let best = ptr[row]!
    for (let at = best + 1; at < ptr[row + 1]!; at++) if (load[at]! > load[best]!) best = at
    return index[best]!
  })
}
