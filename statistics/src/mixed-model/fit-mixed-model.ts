import { fitLaplace } from '../laplace/fit-laplace.ts'
import { checkInput } from './check-input.ts'
import { fitGaussian } from './fit-gaussian.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions } from './types.ts'

/**
 * Fits a linear or generalised linear mixed model with crossed, nested or multiple-membership random factors.
 *
 * The gaussian family is fitted by restricted maximum likelihood and agrees with lme4's `lmer`; the other families by
 * maximum likelihood with Laplace's approximation, as `glmer` and ordinal's `clmm` do. Throws `EvaluationError`
 * on input that no model can be fitted to, and with code ABORTED when `options.signal` is aborted. A variance of 0 and a
 * search that has not converged are results, not errors: see `atBoundary` and `converged`.
 */
export function fitMixedModel(input: MixedModelInput, options: MixedModelOptions = {}): MixedModelFit {
  checkInput(input)
  return (input.family ?? 'gaussian') === 'gaussian' ? fitGaussian(input, options) : fitLaplace(input, options)
}
