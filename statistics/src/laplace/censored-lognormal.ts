import { logNormalTail, normalHazard } from '../distributions/normal.ts'
import type { ParameterDerivatives, ResponseFamily, RowDerivatives } from './family.ts'

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI)

/** What a row with z = (log t - eta) / tau contributes, before its weight. */
interface RowPart {
  z: number
  /** Hazard of the standard normal at z and its two derivatives for a censored row; z, 1 and 0 for a row that ended. */
  hazard: number
  slope: number
  bend: number
}

/**
 * Times with log t = eta + tau N(0,1), some known only to be longer; the one parameter is log tau. The log-likelihood is on
 * the scale of the times, as in accelerated failure time models (Kalbfleisch and Prentice 2002, section 3.3).
 */
export function censoredLognormal(time: Float64Array, weights: Float64Array, censor?: Uint8Array): ResponseFamily {
  const log = time.map(Math.log)
  const isCensored = (r: number): boolean => censor?.[r] === 1
  const part = (r: number, eta: Float64Array, tau: number): RowPart => {
    const z = (log[r]! - eta[r]!) / tau
    if (!isCensored(r)) return { z, hazard: z, slope: 1, bend: 0 }
    const hazard = normalHazard(z)
    const slope = hazardSlope(z, hazard)
    return { z, hazard, slope, bend: slope * (2 * hazard - z) - hazard }
  }
  return {
    start: startingScale(log, weights),
    absorbsConstant: false,
    rows(eta, phi): RowDerivatives {
      const tau = Math.exp(phi[0]!)
      const n = eta.length
      const [gradient, weight, weightSlope] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
      let logLikelihood = 0
      for (let r = 0; r < n; r += 1) {
        const { z, hazard, slope, bend } = part(r, eta, tau)
        const w = weights[r]!
        logLikelihood += w * (isCensored(r) ? logNormalTail(z) : -0.5 * z * z - logRootTwoPi - phi[0]! - log[r]!)
        gradient[r] = (w * hazard) / tau
        weight[r] = (w * slope) / tau ** 2
        weightSlope[r] = (-w * bend) / tau ** 3
      }
      return { logLikelihood, gradient, weight, weightSlope }
    },
    parameters(eta, phi): ParameterDerivatives[] {
      const tau = Math.exp(phi[0]!)
      const derivatives = { logLikelihood: 0, gradient: new Float64Array(eta.length), weight: new Float64Array(eta.length) }
      for (let r = 0; r < eta.length; r += 1) {
        const { z, hazard, slope, bend } = part(r, eta, tau)
        derivatives.logLikelihood += weights[r]! * (hazard * z - (isCensored(r) ? 0 : 1))
        derivatives.gradient[r] = (-weights[r]! * (slope * z + hazard)) / tau
        derivatives.weight[r] = (-weights[r]! * (bend * z + 2 * slope)) / tau ** 2
      }
      return [derivatives]
    },
    curvature(eta, phi): Float64Array {
      const tau = Math.exp(phi[0]!)
      let sum = 0
      for (let r = 0; r < eta.length; r += 1) {
        const { z, hazard, slope } = part(r, eta, tau)
        sum += weights[r]! * z * (slope * z + hazard)
      }
      return Float64Array.of(sum)
    },
  }
}

/** h' = h (h - z), by its expansion 1 - 1/z^2 + 6/z^4 where the difference would lose its digits; never 0, so that weights stay positive. */
function hazardSlope(z: number, hazard: number): number {
  if (z > 1e3) return 1 - 1 / z ** 2
  return Math.max(hazard * (hazard - z), 1e-12)
}

function startingScale(log: Float64Array, weights: Float64Array): Float64Array {
  let [total, sum, squares] = [0, 0, 0]
  for (let r = 0; r < log.length; r += 1) {
    total += weights[r]!
    sum += weights[r]! * log[r]!
    squares += weights[r]! * log[r]! ** 2
  }
  return Float64Array.of(0.5 * Math.log(squares / total - (sum / total) ** 2))
}
