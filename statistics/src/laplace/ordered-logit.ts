import { logistic, logit } from '../distributions/logistic.ts'
import type { ParameterDerivatives, ResponseFamily, RowDerivatives } from './family.ts'

/**
 * Ordered categories 1..K: P(y <= k) = F(theta_k - eta), F logistic (McCullagh 1980, JRSS B 42). With a = theta_k - eta and
 * b = theta_(k-1) - eta, F(a) - F(b) = (1 - exp(b - a)) F(a) (1 - F(b)), so that
 * l = log(1 - exp(theta_(k-1) - theta_k)) + log F(a) + log F(-b): the first part does not depend on eta, the others are concave.
 */
export function orderedLogit(category: Float64Array, weights: Float64Array): ResponseFamily {
  const K = category.reduce((most, value) => Math.max(most, value), 0)
  const start = startingThresholds(category, weights, K)
  return {
    start,
    absorbsConstant: true,
    rows: (eta, theta) => rows(category, weights, eta, theta),
    parameters: (eta, theta) => parameters(category, weights, eta, theta),
    curvature: (eta, theta) => curvature(category, weights, eta, theta),
  }
}

/** 0 or 1 with P(1) = F(eta): two ordered categories with their threshold at 0. */
export function binomialLogit(y: Float64Array, weights: Float64Array): ResponseFamily {
  const category = y.map((value) => value + 1)
  const none = new Float64Array(0)
  const threshold = new Float64Array(1)
  return {
    start: none,
    absorbsConstant: false,
    rows: (eta) => rows(category, weights, eta, threshold),
    parameters: () => [],
    curvature: () => none,
  }
}

function startingThresholds(category: Float64Array, weights: Float64Array, K: number): Float64Array {
  const share = new Float64Array(K)
  let total = 0
  for (let r = 0; r < category.length; r += 1) {
    share[category[r]! - 1]! += weights[r]!
    total += weights[r]!
  }
  let below = 0
  return share.slice(0, K - 1).map((part) => logit((below += part) / total))
}

/** F(a) and F(b) of a row: 1 and 0 beyond the last and the first threshold. */
const upper = (category: number, eta: number, theta: Float64Array): number =>
  category > theta.length ? 1 : logistic(theta[category - 1]! - eta)
const lower = (category: number, eta: number, theta: Float64Array): number => (category === 1 ? 0 : logistic(theta[category - 2]! - eta))

/** log F(x), without underflow. */
const logLogistic = (x: number): number => (x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x)))

function rows(category: Float64Array, weights: Float64Array, eta: Float64Array, theta: Float64Array): RowDerivatives {
  const n = eta.length
  const [gradient, weight, weightSlope] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const logGap = theta.map((value, k) => (k === 0 ? 0 : Math.log(-Math.expm1(theta[k - 1]! - value))))
  let logLikelihood = 0
  for (let r = 0; r < n; r += 1) {
    const k = category[r]!
    const w = weights[r]!
    const a = upper(k, eta[r]!, theta)
    const b = lower(k, eta[r]!, theta)
    const [spreadA, spreadB] = [a * (1 - a), b * (1 - b)]
    gradient[r] = w * (a - 1 + b)
    weight[r] = w * (spreadA + spreadB)
    weightSlope[r] = -w * (spreadA * (1 - 2 * a) + spreadB * (1 - 2 * b))
    if (k <= theta.length) logLikelihood += w * logLogistic(theta[k - 1]! - eta[r]!)
    if (k > 1) logLikelihood += w * logLogistic(eta[r]! - theta[k - 2]!)
    if (k > 1 && k <= theta.length) logLikelihood += w * logGap[k - 1]!
  }
  return { logLikelihood: Number.isNaN(logLikelihood) ? -Infinity : logLikelihood, gradient, weight, weightSlope }
}

function parameters(category: Float64Array, weights: Float64Array, eta: Float64Array, theta: Float64Array): ParameterDerivatives[] {
  const n = eta.length
  const derivatives = Array.from(theta, () => ({ logLikelihood: 0, gradient: new Float64Array(n), weight: new Float64Array(n) }))
  const add = (j: number, r: number, probability: number, slope: number): void => {
    const own = derivatives[j]!
    const spread = probability * (1 - probability)
    own.logLikelihood += weights[r]! * slope
    own.gradient[r] = weights[r]! * spread
    own.weight[r] = weights[r]! * spread * (1 - 2 * probability)
  }
  for (let r = 0; r < n; r += 1) {
    const k = category[r]!
    const gap = k > 1 && k <= theta.length ? 1 / Math.expm1(theta[k - 1]! - theta[k - 2]!) : 0
    if (k <= theta.length) {
      const a = upper(k, eta[r]!, theta)
      add(k - 1, r, a, 1 - a + gap)
    }
    if (k > 1) {
      const b = lower(k, eta[r]!, theta)
      add(k - 2, r, b, -b - gap)
    }
  }
  return derivatives
}

function curvature(category: Float64Array, weights: Float64Array, eta: Float64Array, theta: Float64Array): Float64Array {
  const order = theta.length
  const matrix = new Float64Array(order * order)
  for (let r = 0; r < eta.length; r += 1) {
    const k = category[r]!
    const a = upper(k, eta[r]!, theta)
    const b = lower(k, eta[r]!, theta)
    const gap = k > 1 && k <= order ? 1 / (4 * Math.sinh((theta[k - 1]! - theta[k - 2]!) / 2) ** 2) : 0
    if (k <= order) matrix[(k - 1) * order + k - 1]! += weights[r]! * (a * (1 - a) + gap)
    if (k > 1) matrix[(k - 2) * order + k - 2]! += weights[r]! * (b * (1 - b) + gap)
    if (gap > 0) {
      matrix[(k - 1) * order + k - 2]! -= weights[r]! * gap
      matrix[(k - 2) * order + k - 1]! -= weights[r]! * gap
    }
  }
  return matrix
}
