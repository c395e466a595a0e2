import { normalCdf } from '../distributions/normal.ts'

const ERROR_RATE = 0.05
const NORMAL_95 = 1.959_963_984_540_054
/** Above it the chance of missing is concave in the squared bias from 0 on, so that no mixture of biases is worse than their mean. */
const CONCAVE_BELOW = Math.sqrt(3)

/**
 * Half of a 95 % interval of a shrunken effect, in its standard errors: `reach * se` to either side.
 *
 * A shrunken effect is biased towards the middle for whoever is truly far from it, and 1.96 standard errors cover 95 %
 * of employees only where true differences are normal. This one covers 95 % of them, on average over employees, whatever
 * the shape of their differences: it is the smallest for which the worst distribution of biases with the same mean
 * square misses 5 %. 1.96 where data settle everything; 1.99 at reliability 0.8, 2.04 at 0.7, 2.58 at 0.4.
 *
 * Source: Armstrong, Kolesar and Plagborg-Moller 2022, "Robust empirical Bayes confidence intervals", Econometrica
 * 90(6), with the second moment only: half-length cva(1/w - 1) w sigma, where w is the reliability and
 * se = sqrt(w) sigma. `reliability` 1 - se^2/variance, from 0 to 1; at 0 the limit sqrt(1/0.05).
 */
export function robustReach(reliability: number): number {
  if (reliability >= 1) return NORMAL_95
  if (reliability < 1e-6) return 1 / Math.sqrt(ERROR_RATE)
  return criticalValue(1 / reliability - 1) * Math.sqrt(reliability)
}

/** The half-width, in standard deviations of the noise, that misses 5 % under the worst biases of this mean square. */
export function criticalValue(meanSquareBias: number): number {
  let low = NORMAL_95 - 1e-9
  let high = NORMAL_95 + Math.sqrt(meanSquareBias / ERROR_RATE) + 1
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2
    if (worstMiss(meanSquareBias, middle) > ERROR_RATE) low = middle
    else high = middle
  }
  return high
}

/** P(|Z + b| > half) for a squared bias b^2. */
const miss = (squaredBias: number, half: number): number => {
  const bias = Math.sqrt(squaredBias)
  return normalCdf(-half - bias) + normalCdf(bias - half)
}

/** The largest chance of missing over all distributions of biases: the concave hull of `miss`, a line from 0 up to where it touches. */
function worstMiss(meanSquare: number, half: number): number {
  if (half <= CONCAVE_BELOW) return miss(meanSquare, half)
  const touch = touchingPoint(half)
  if (meanSquare >= touch) return miss(meanSquare, half)
  const atNone = miss(0, half)
  return atNone + (meanSquare / touch) * (miss(touch, half) - atNone)
}

/** The squared bias at which a line from no bias is steepest; the slope rises to it and falls after it. */
function touchingPoint(half: number): number {
  const slope = (squared: number) => (miss(squared, half) - miss(0, half)) / squared
  let [low, high] = [1e-6, (half + 6) ** 2]
  while (high - low > 1e-9 * high) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (slope(a) < slope(b)) low = a
    else high = b
  }
  return (low + high) / 2
}
