import type { CrossProducts } from './cross-products.ts'
import type { Coefficients } from './design.ts'

/**
 * Henderson's mixed model equations at given variances: M = T'WT + blockdiag(I / gamma_k, 0), whose solution gives best
 * linear unbiased predictions and whose inverse, times sigma2, their error covariances.
 */
export interface Equations {
  readonly kind: 'dense' | 'pcg'
  readonly kernel: 'wasm' | 'js'
  /**
   * Sets T'WT and the variance ratios gamma_k > 0, one per factor; `correction` (p x p) is added to the block of the fixed
   * effects. Gives log|M|; NaN when M is not positive definite.
   */
  prepare(cross: CrossProducts, ratios: readonly number[], correction?: Float64Array): number
  /** Standard error of log|M|: 0 where it is exact. */
  logDeterminantError(): number
  /** M^-1 r. */
  solve(right: Coefficients): Coefficients
  /** Traces of the diagonal blocks of M^-1 that belong to the factors. */
  traces(): Float64Array
  /** Largest relative standard error of the traces: 0 where they are exact. */
  traceError(): number
  /** What the standard errors need of M^-1. */
  inverseDiagonal(): InverseDiagonal
  /** t_r' M^-1 t_r for each row. */
  quadraticForms(): Float64Array
  /**
   * Draws with mean 0 and covariance M^-1, one after the other, from a stream of standard normals. Without the absorbed
   * factor its part stays empty: it may be a hundred times as long as all the rest.
   */
  drawer(normal: () => number, withAbsorbed: boolean): () => Coefficients
}

/** Diagonals of M^-1, of the same with the fixed effects taken as known, and the block of the fixed effects. */
export interface InverseDiagonal {
  full: Coefficients
  givenFixed: Coefficients
  /** p x p. */
  fixed: Float64Array
}
