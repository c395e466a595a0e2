import { invertSymmetric, multiplySmall } from '../dense/small-symmetric.ts'
import type { ResponseFamily } from './family.ts'

const steps = 6

/** Fixed effects to start from: Newton steps on the likelihood without random effects, the parameters of the family held. */
export function startingFixedEffects(family: ResponseFamily, X: Float64Array, p: number, n: number): Float64Array {
  let beta: Float64Array = new Float64Array(p)
  let best = -Infinity
  let move: Float64Array = new Float64Array(p)
  for (let step = 0; step < steps; step += 1) {
    const next = beta.map((value, j) => value + move[j]!)
    const eta = new Float64Array(n)
    for (let r = 0; r < n; r += 1) for (let j = 0; j < p; j += 1) eta[r]! += X[r * p + j]! * next[j]!
    const { logLikelihood, gradient, weight } = family.rows(eta, family.start)
    if (!(logLikelihood > best)) break
    best = logLikelihood
    beta = next
    const information = new Float64Array(p * p)
    const score = new Float64Array(p)
    for (let r = 0; r < n; r += 1)
      for (let i = 0; i < p; i += 1) {
        score[i]! += X[r * p + i]! * gradient[r]!
        for (let j = 0; j < p; j += 1) information[i * p + j]! += weight[r]! * X[r * p + i]! * X[r * p + j]!
      }
    const inverse = invertSymmetric(information, p)
    if (!inverse) break
    move = multiplySmall(inverse, score, p)
  }
  return beta
}
