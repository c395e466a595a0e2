import type { MixedModelFit } from '../mixed-model/types.ts'

const ratiosOf = (fit: MixedModelFit, least: number): number[] => fit.terms.map(({ variance }) => Math.max(least, variance / fit.sigma2))

/** Where a fit ended, as the start of a search: well off 0, from where there is a slope back. */
export const startAt = (fit: MixedModelFit): number[] => ratiosOf(fit, 1e-3)

/** Where a fit ended, for a computation that holds the variances there. */
export const heldAt = (fit: MixedModelFit): number[] => ratiosOf(fit, 1e-9)
