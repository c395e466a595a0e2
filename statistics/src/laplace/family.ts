/** Derivatives of the log-likelihood of each row by its linear predictor eta, and what they do as eta moves. */
export interface RowDerivatives {
  /** Weighted sum of the log-likelihoods of the rows; -Infinity where the parameters allow no such response. */
  logLikelihood: number
  /** l', length n. */
  gradient: Float64Array
  /** w = -l'' > 0, length n. */
  weight: Float64Array
  /** dw/deta, length n. */
  weightSlope: Float64Array
}

/** The same by one parameter of the family. */
export interface ParameterDerivatives {
  /** Weighted sum over the rows of dl/dphi. */
  logLikelihood: number
  /** dl'/dphi, length n. */
  gradient: Float64Array
  /** dw/dphi, length n. */
  weight: Float64Array
}

/** A distribution of the response given eta, with parameters phi of its own. */
export interface ResponseFamily {
  /** Values of phi to start from. */
  start: Float64Array
  /** Whether a constant in eta can be told from phi: with thresholds it cannot. */
  absorbsConstant: boolean
  rows(eta: Float64Array, phi: Float64Array): RowDerivatives
  parameters(eta: Float64Array, phi: Float64Array): ParameterDerivatives[]
  /** -d2 l / dphi dphi', summed over the rows. */
  curvature(eta: Float64Array, phi: Float64Array): Float64Array
}
