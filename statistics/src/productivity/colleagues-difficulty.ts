import { normalHazard } from '../distributions/normal.ts'
import { fixedPart, randomPart } from '../evaluation/linear-predictor.ts'
import type { MixedModelFit } from '../mixed-model/types.ts'
import type { PreparedRequests } from './prepare-requests.ts'

/** Information and weighted log hours that are left to a category when facts and speeds are taken out. */
interface Sums {
  weight: number
  sum: number
}

/**
 * Standard hours of a category without the work of one employee: the category's prediction from the rows of colleagues,
 * at the facts' effects, speeds and variances of the whole fit. Sums are kept for each category and for each pair, so an
 * answer costs nothing. A category that only this employee did is an average one.
 */
export function colleaguesDifficulty(prepared: PreparedRequests, fit: MixedModelFit): (employee: string, category: string) => number {
  const variance = fit.terms.find(({ name }) => name === 'category')?.variance ?? 0
  const shrinkage = variance > 0 ? fit.sigma2 / variance : Infinity
  const sums = sumsByCategory(prepared, fit)
  const none: Sums = { weight: 0, sum: 0 }
  return (employee, category) => {
    const all = sums.get(category) ?? none
    const own = sums.get(pairKey(employee, category)) ?? none
    const effect = shrinkage === Infinity ? 0 : (all.sum - own.sum) / (all.weight - own.weight + shrinkage)
    return Math.exp(fit.beta[0]! + effect + fit.sigma2 / 2)
  }
}

const pairKey = (employee: string, category: string): string => JSON.stringify([employee, category])

function sumsByCategory({ rows, input }: PreparedRequests, fit: MixedModelFit): Map<string, Sums> {
  const n = rows.length
  const fixed = fixedPart(input, fit.beta)
  const parts = input.factors.map((factor, at) => ({ name: factor.name, part: randomPart(factor, fit.terms[at]!.effect, n) }))
  const scale = Math.sqrt(fit.sigma2)
  const sums = new Map<string, Sums>()
  rows.forEach(({ employee, category, hours, closed }, row) => {
    const eta = parts.reduce((sum, { part }) => sum + part[row]!, fixed[row]!)
    const { weight, response } = closed ? { weight: 1, response: Math.log(hours) } : working(Math.log(hours), eta, scale)
    const others = parts.reduce((sum, { name, part }) => (name === 'category' ? sum : sum + part[row]!), fixed[row]!)
    for (const key of [category, pairKey(employee, category)]) {
      const { weight: before, sum } = sums.get(key) ?? { weight: 0, sum: 0 }
      sums.set(key, { weight: before + weight, sum: sum + weight * (response - others) })
    }
  })
  return sums
}

/** A row known to last longer: information h (h - z) and working response eta + tau/(h - z), with the hazard h at z. */
function working(bound: number, eta: number, scale: number): { weight: number; response: number } {
  const z = (bound - eta) / scale
  const hazard = normalHazard(z)
  return { weight: hazard * (hazard - z), response: eta + scale / (hazard - z) }
}
