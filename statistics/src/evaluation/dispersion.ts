/** The gamma model of squared residuals: one observation `d` per row with prior weight, features n x k row after row. */
export interface DispersionData {
  /** e^2 / (1 - h). */
  d: Float64Array
  /** (1 - h) / 2. */
  priorWeight: Float64Array
  features: Float64Array
  k: number
  priorMean: readonly number[]
  priorSd: readonly number[]
}

export interface DispersionFit {
  /** Log variance at the mean of the features. */
  intercept: number
  delta: Float64Array
  se: Float64Array
}

/**
 * Log variance as a linear function of the features: gamma response, log link, normal priors on the slopes (none on
 * the intercept), by Fisher scoring with steps capped at 1. The dispersion half of the double GLM of Smyth and Verbyla.
 */
export function fitDispersion(data: DispersionData, from: { intercept: number; delta: Float64Array }): DispersionFit {
  const { k } = data
  let theta = Float64Array.of(from.intercept, ...from.delta)
  for (let step = 0; ; step++) {
    const { score, information } = scoreAndInformation(data, theta)
    const inverse = invertPositive(information, k + 1)
    const move = Float64Array.from(theta, (_, row) => {
      let sum = 0
      for (let column = 0; column <= k; column++) sum += (inverse[row * (k + 1) + column] ?? 0) * (score[column] ?? 0)
      return Math.max(-1, Math.min(1, sum))
    })
    theta = theta.map((value, at) => value + (move[at] ?? 0))
    if (step < 50 && move.some((one) => Math.abs(one) > 1e-10)) continue
    const se = Float64Array.from({ length: k }, (_, at) => Math.sqrt(inverse[(at + 1) * (k + 2)] ?? 0))
    return { intercept: theta[0] ?? 0, delta: theta.slice(1), se }
  }
}

function scoreAndInformation(data: DispersionData, theta: Float64Array): { score: Float64Array; information: Float64Array } {
  const { d, priorWeight, features, k } = data
  const size = k + 1
  const score = new Float64Array(size)
  const information = new Float64Array(size * size)
  const f = new Float64Array(size)
  for (let row = 0; row < d.length; row++) {
    f[0] = 1
    let eta = theta[0] ?? 0
    for (let at = 0; at < k; at++) {
      f[at + 1] = features[row * k + at] ?? 0
      eta += (theta[at + 1] ?? 0) * (f[at + 1] ?? 0)
    }
    const weight = priorWeight[row] ?? 0
    const pull = weight * ((d[row] ?? 0) * Math.exp(-eta) - 1)
    for (let a = 0; a < size; a++) {
      score[a] = (score[a] ?? 0) + pull * (f[a] ?? 0)
      for (let b = 0; b < size; b++) information[a * size + b] = (information[a * size + b] ?? 0) + weight * (f[a] ?? 0) * (f[b] ?? 0)
    }
  }
  for (let at = 0; at < k; at++) {
    const precision = 1 / (data.priorSd[at] ?? 1) ** 2
    score[at + 1] = (score[at + 1] ?? 0) - precision * ((theta[at + 1] ?? 0) - (data.priorMean[at] ?? 0))
    information[(at + 1) * (size + 1)] = (information[(at + 1) * (size + 1)] ?? 0) + precision
  }
  return { score, information }
}

/** Inverse of a small positive definite matrix, by Gauss and Jordan; a pivot of 0 leaves its row and column 0. */
export function invertPositive(matrix: Float64Array, size: number): Float64Array {
  const work = Float64Array.from(matrix)
  const inverse = new Float64Array(size * size)
  for (let at = 0; at < size; at++) inverse[at * (size + 1)] = 1
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = work[pivot * (size + 1)] ?? 0
    const scale = divisor > 1e-300 ? 1 / divisor : 0
    for (let column = 0; column < size; column++) {
      work[pivot * size + column] = (work[pivot * size + column] ?? 0) * scale
      inverse[pivot * size + column] = (inverse[pivot * size + column] ?? 0) * scale
    }
    for (let row = 0; row < size; row++) {
      const times = work[row * size + pivot] ?? 0
      if (row === pivot || times === 0) continue
      for (let column = 0; column < size; column++) {
        work[row * size + column] = (work[row * size + column] ?? 0) - times * (work[pivot * size + column] ?? 0)
        inverse[row * size + column] = (inverse[row * size + column] ?? 0) - times * (inverse[pivot * size + column] ?? 0)
      }
    }
  }
  return inverse
}
