/** P(X > x) of chi-squared with `df` degrees of freedom. */
export const chiSquaredTail = (x: number, df: number): number => (x <= 0 ? 1 : upperGamma(df / 2, x / 2))

/**
 * P(X <= x) of the noncentral chi-squared: central ones weighted by a Poisson of mean ncp/2, summed outwards from its
 * middle until nothing is added (Johnson, Kotz and Balakrishnan 1995, 29.3).
 */
export function noncentralChiSquared(x: number, df: number, ncp: number): number {
  if (x <= 0) return 0
  const mean = ncp / 2
  const middle = Math.floor(mean)
  const weight = (count: number): number =>
    mean === 0 ? (count === 0 ? 1 : 0) : Math.exp(-mean + count * Math.log(mean) - logGamma(count + 1))
  let sum = 0
  for (let count = middle; ; count++) {
    const part = weight(count) * (1 - chiSquaredTail(x, df + 2 * count))
    sum += part
    if (part < 1e-14 && count > middle + 5) break
  }
  for (let count = middle - 1; count >= 0; count--) {
    const share = weight(count)
    sum += share * (1 - chiSquaredTail(x, df + 2 * count))
    // Parts may grow on the way down; their weights only fall.
    if (share < 1e-17) break
  }
  return Math.min(1, sum)
}

/** The ncp under which so large a statistic, or a smaller one, has the given probability; 0 where none is large enough. */
export function noncentralityAt(probability: number, x: number, df: number): number {
  if (noncentralChiSquared(x, df, 0) <= probability) return 0
  let [low, high] = [0, Math.max(1, x)]
  while (noncentralChiSquared(x, df, high) > probability) high *= 2
  for (let step = 0; step < 80 && high - low > 1e-9 * Math.max(1, high); step++) {
    const middle = (low + high) / 2
    if (noncentralChiSquared(x, df, middle) > probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Q(a, x), the upper regularised incomplete gamma function: by its series below a + 1, by its continued fraction above. */
function upperGamma(a: number, x: number): number {
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a))
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let n = 1; Math.abs(term) > 1e-17 * sum && n < 100_000; n++) {
      term *= x / (a + n)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1; n < 100_000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return front * value
}

const LANCZOS = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_6, 12.507_343_278_686_905,
  -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
]

/** Logarithm of the gamma function for positive arguments (Lanczos, g = 7). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  let sum = 0.999_999_999_999_809_9
  LANCZOS.forEach((coefficient, index) => (sum += coefficient / (shifted + index + 1)))
  const t = shifted + 7.5
  return 0.918_938_533_204_672_8 + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}
