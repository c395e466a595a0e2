/**
 * e_1' log(T) e_1 for a symmetric tridiagonal matrix T: Gauss quadrature of the logarithm over the spectrum of the matrix
 * that T was built from (Ubaru, Chen and Saad 2017, SIAM Journal on Matrix Analysis 38). Eigenvalues by the QL method with
 * implicit shifts (Golub and Van Loan, section 8.3), of the eigenvectors only the first entries.
 */
export function lanczosLogarithm(diagonal: readonly number[], beside: readonly number[]): number {
  const n = diagonal.length
  const d = Float64Array.from(diagonal)
  const e = Float64Array.from({ length: n }, (_, i) => (i < n - 1 ? beside[i]! : 0))
  const first = new Float64Array(n)
  first[0] = 1
  for (let l = 0; l < n; l += 1)
    for (let sweep = 0; sweep < 60; sweep += 1) {
      let m = l
      while (m < n - 1 && Math.abs(e[m]!) > 1e-15 * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m += 1
      if (m === l) break
      rotateFrom(l, m, d, e, first)
    }
  return first.reduce((sum, value, i) => sum + value ** 2 * Math.log(d[i]!), 0)
}

/** One sweep of plane rotations from m up to l. */
function rotateFrom(l: number, m: number, d: Float64Array, e: Float64Array, first: Float64Array): void {
  const half = (d[l + 1]! - d[l]!) / (2 * e[l]!)
  let g = d[m]! - d[l]! + e[l]! / (half + (half >= 0 ? 1 : -1) * Math.hypot(half, 1))
  let [s, c, p] = [1, 1, 0]
  for (let i = m - 1; i >= l; i -= 1) {
    const f = s * e[i]!
    const b = c * e[i]!
    const r = Math.hypot(f, g)
    e[i + 1] = r
    if (r === 0) {
      d[i + 1]! -= p
      e[m] = 0
      return
    }
    s = f / r
    c = g / r
    g = d[i + 1]! - p
    const t = (d[i]! - g) * s + 2 * c * b
    p = s * t
    d[i + 1] = g + p
    g = c * t - b
    const upper = first[i + 1]!
    first[i + 1] = s * first[i]! + c * upper
    first[i] = c * first[i]! - s * upper
  }
  d[l]! -= p
  e[l] = g
  e[m] = 0
}
