import { EvaluationError } from '../errors.ts'
import { maximiseRestrictedLikelihood, type RemlResult } from './average-information.ts'
import { crossProducts } from './cross-products.ts'
import { layOut } from './design.ts'
import { equationsFor } from './choose-solver.ts'
import { independentColumns } from './fixed-effects.ts'
import { describeFit } from './describe-fit.ts'
import { gaussianModel } from './restricted-likelihood.ts'
import { startingRatios } from './starting-ratios.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions } from './types.ts'

/** Residual variance below this part of the variance of y means that the model leaves nothing over. */
const leastResidual = 1e-14

/** The gaussian family. A factor whose variance goes to 0 is left out, and the others are fitted again without it. */
export function fitGaussian(input: MixedModelInput, options: MixedModelOptions): MixedModelFit {
  const { y, factors } = input
  const weights = input.weights ?? new Float64Array(y.length).fill(1)
  const fixed = independentColumns(input, weights)
  let active = factors.map((_, k) => k)
  let ratios = options.start ?? startingRatios(y, fixed, factors, weights)
  let iterations = 0
  for (;;) {
    const design = layOut(
      y.length,
      active.map((k) => factors[k]!),
      fixed.X,
      fixed.p,
    )
    const cross = crossProducts(design, weights)
    const equations = equationsFor(design, options)
    const model = gaussianModel(design, cross, equations, y, weights)
    const result: RemlResult = maximiseRestrictedLikelihood(model, ratios, options)
    requireResidual(result.profile.sigma2, y)
    iterations += result.iterations
    if (result.vanished.length === 0) {
      const { sigma2, solution, ratios, criterion } = result.profile
      const variances = ratios.map((ratio) => ratio * sigma2)
      const search = { ...result, iterations, criterion }
      return describeFit({ input, options, fixed, active, design, equations, weights, solution, scale: sigma2, sigma2, variances, search })
    }
    active = active.filter((_, position) => !result.vanished.includes(position))
    ratios = result.profile.ratios.filter((_, position) => !result.vanished.includes(position))
  }
}

function requireResidual(sigma2: number, y: Float64Array): void {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length
  if (sigma2 > leastResidual * variance) return
  throw new EvaluationError('DEGENERATE_RESPONSE', 'the model leaves no residual variance', { sigma2 })
}
