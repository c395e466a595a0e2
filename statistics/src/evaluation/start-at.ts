import type { MixedModelFit } from '../mixed-model/types.ts'

/** A variance at the boundary starts a hair above it: from 0 itself there is no way back. */
const LEAST_RATIO = 1e-6

/** Where a fit ended, as a start of the next: variances relative to the residual variance. */
export const startAt = (fit: MixedModelFit): number[] => fit.terms.map(({ variance }) => Math.max(LEAST_RATIO, variance / fit.sigma2))
