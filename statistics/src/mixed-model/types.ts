/** A random factor with one level per row: row r carries `load[r]` (default 1) times the effect of level `index[r]`. */
export interface SingleFactor {
  name: string
  /** Number of levels; indices run from 0 to `levels - 1`. A level without rows is allowed. */
  levels: number
  index: Int32Array
  /** Loading of each row, length n. A covariate as loading makes a random slope. */
  load?: Float64Array
}

/**
 * A random factor with any number of levels per row (multiple membership), in compressed rows: row r carries the sum of
 * `load[t]` times the effect of level `index[t]`, t from `ptr[r]` up to, not including, `ptr[r + 1]`.
 */
export interface MultipleFactor {
  name: string
  levels: number
  /** Length n + 1, from 0 up to `index.length`, never falling. */
  ptr: Int32Array
  index: Int32Array
  /** Length of `index`; default 1 for each. */
  load?: Float64Array
}

export type FactorSpec = SingleFactor | MultipleFactor

/** `lognormal-censored`: y is a positive time, its logarithm is modelled; `censor[r] = 1` says "longer than y". */
export type Family = 'gaussian' | 'binomial' | 'cumulative-logit' | 'lognormal-censored'

export interface MixedModelInput {
  /** Response, length n: points (gaussian), 0/1 (binomial), 1..K (cumulative-logit), time (lognormal-censored). */
  y: Float64Array
  /** Fixed effects, n x p, row after row. No column is added: an intercept is a column of ones of the caller. */
  X: Float64Array
  p: number
  /** Random factors, crossed or nested in any way. None is allowed for families other than gaussian too. */
  factors: FactorSpec[]
  /** Precision weights (gaussian: variance of row r is sigma2 / weights[r]); other families: weight of the log-likelihood. */
  weights?: Float64Array
  family?: Family
  /** 1 for a right-censored row; only with `lognormal-censored`. */
  censor?: Uint8Array
}

/** What a fit says of itself on the way. */
export interface FitProgress {
  iteration: number
  criterion: number
  /** Newton decrement score' AI^-1 score (gaussian) or the largest scaled gradient (other families). */
  gradientNorm: number
}

export interface MixedModelOptions {
  /** The fit has converged when the Newton decrement is below this; default 1e-9. */
  tol?: number
  /** Default 60. With 0 the variances stay at `start` and everything else is computed there. */
  maxIterations?: number
  /** Starting variances relative to sigma2 (gaussian) or absolute (other families), in the order of `factors`. */
  start?: number[]
  kernel?: 'auto' | 'wasm' | 'js'
  solver?: 'auto' | 'dense' | 'pcg'
  /** Largest dense system of `auto`: columns left after the largest factor is absorbed; default 5000. */
  denseLimit?: number
  /** Whether `leverage` is wanted in the result. */
  leverage?: boolean
  /** Looked at between iterations; an aborted fit throws ABORTED. */
  signal?: AbortSignal
  onProgress?: (progress: FitProgress) => void
}

/** One random factor of a fitted model, its levels in the order of their indices. */
export interface RandomTerm {
  name: string
  /** Variance in squared units of y (of the linear predictor for the other families). */
  variance: number
  /** The likelihood is largest at variance 0: no difference between levels can be shown. */
  atBoundary: boolean
  /** Best linear unbiased predictions (gaussian) or posterior modes. */
  effect: Float64Array
  /** Standard error of effect minus truth, uncertainty of the fixed effects included. */
  seFull: Float64Array
  /** The same with the fixed effects taken as known: what lme4 calls the conditional standard deviation. */
  seGivenFixed: Float64Array
}

/** How the equations were solved, and how exactly: both errors are 0 for `dense`. */
export interface SolverReport {
  kind: 'dense' | 'pcg'
  kernel: 'wasm' | 'js'
  /** Columns left after the largest factor is absorbed. */
  size: number
  /** Largest relative standard error of the estimated traces, and so of what they do to the variances. */
  traceError: number
  /** Standard error of the criterion. */
  criterionError: number
}

export interface MixedModelFit {
  /** Length p. A dropped column has coefficient, standard error and covariances 0. */
  beta: Float64Array
  betaSe: Float64Array
  /** p x p. */
  betaCov: Float64Array
  /** Columns of X that the columns before them determine; their effect is carried by those. */
  droppedColumns: number[]
  /** Residual variance of a row of weight 1: gaussian; squared scale of log time (lognormal-censored); 1 for the logits. */
  sigma2: number
  /** In the order of `factors`. */
  terms: RandomTerm[]
  /** -2 log restricted likelihood (gaussian), -2 log likelihood by Laplace's approximation (other families). */
  criterion: number
  converged: boolean
  iterations: number
  gradientNorm: number
  /** K x K covariance of the log variances relative to sigma2; rows of terms at the boundary are 0. */
  logVarianceCov: Float64Array
  /** Length n: h_r = w_r t_r' M^-1 t_r, the share of row r in its own fitted value. */
  leverage?: Float64Array
  /** Cut points between the categories, rising, with standard errors; cumulative-logit only. */
  thresholds?: Float64Array
  thresholdSe?: Float64Array
  /** How the equations were solved. */
  solver: SolverReport
  /**
   * Joint draws of all levels of `term` from their posterior given the variances: draws x levels, row after row.
   * The same seed gives the same draws.
   */
  sample(term: string, draws: number, seed: number): Float64Array
}
