const LOG_ROOT_TWO_PI = 0.918_938_533_204_672_8

/** Density of the standard normal. */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI)

/** P(Z <= z) of the standard normal; relative error below 1e-13 in both tails. NaN gives NaN. */
export function normalCdf(z: number): number {
  if (z < 0) return normalTail(-z)
  return 1 - normalTail(z)
}

/** P(Z > z), kept exact where `1 - normalCdf(z)` would round to 0. */
export function normalTail(z: number): number {
  if (z < SERIES_LIMIT) return z < -SERIES_LIMIT ? 1 - normalTail(-z) : 0.5 - centralArea(z)
  return normalDensity(z) * millsRatio(z)
}

/** log P(Z > z); follows the tail far beyond where the probability itself is 0 in doubles. */
export function logNormalTail(z: number): number {
  if (z < SERIES_LIMIT) return z < -SERIES_LIMIT ? Math.log1p(-normalTail(-z)) : Math.log(normalTail(z))
  return -0.5 * z * z - LOG_ROOT_TWO_PI + Math.log(millsRatio(z))
}

/** Hazard of the standard normal at z: density over tail, about z for large z. What censoring at z is worth. */
export function normalHazard(z: number): number {
  return z < SERIES_LIMIT ? normalDensity(z) / normalTail(z) : 1 / millsRatio(z)
}

/**
 * z with P(Z <= z) = p. Newton steps on the logarithm of the smaller tail, which is concave, so they do not overshoot.
 * p = 0 and 1 give the infinities; p outside 0..1 gives NaN.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0) return -Infinity
  if (p === 0.5) return 0
  const target = Math.log(p)
  let z = Math.sqrt(Math.max(0, -2 * (target + Math.LN2)))
  for (let step = 0; step < 60; step++) {
    const move = (logNormalTail(z) - target) / normalHazard(z)
    z += move
    if (Math.abs(move) < 1e-15 * Math.max(1, z)) break
  }
  return -z
}

/** Below it the area by its power series, above it the tail by its continued fraction: both reach full precision there. */
const SERIES_LIMIT = 2.5

/** Area between 0 and z: density times z + z^3/3 + z^5/15 + ... (Abramowitz and Stegun 26.2.11). */
function centralArea(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return sum * normalDensity(z)
}

/** Tail over density: Laplace's continued fraction 1/(z + 1/(z + 2/(z + 3/(z + ...)))), by Lentz's method; z >= 2.5. */
function millsRatio(z: number): number {
  if (z === Infinity) return 0
  let value = z
  let ratioC = z
  let ratioD = 0
  for (let k = 1; k < 500; k++) {
    ratioD = 1 / (z + k * ratioD)
    ratioC = z + k / ratioC
    const change = ratioC * ratioD
    value *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return 1 / value
}
