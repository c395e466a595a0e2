import { equationsFor } from '../mixed-model/choose-solver.ts'
import { describeFit } from '../mixed-model/describe-fit.ts'
import { independentColumns, type FixedEffects } from '../mixed-model/fixed-effects.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions } from '../mixed-model/types.ts'
import { censoredLognormal } from './censored-lognormal.ts'
import type { ResponseFamily } from './family.ts'
import { jointInformation } from './joint-information.ts'
import { binomialLogit, orderedLogit } from './ordered-logit.ts'
import { maximiseLikelihood, type LaplaceResult } from './maximise-likelihood.ts'

/** Variances below this are tried at 0. */
const suspectVariance = 1e-3
/** A fit without a factor is as good as one with it when its criterion is no more than this above. */
const indifference = 1e-6

/** The families other than gaussian: maximum likelihood with the random effects integrated out by Laplace's approximation. */
export function fitLaplace(input: MixedModelInput, options: MixedModelOptions): MixedModelFit {
  const weights = input.weights ?? new Float64Array(input.y.length).fill(1)
  const family = familyOf(input, weights)
  const fixed = independentColumns(input, weights, family.absorbsConstant)
  const fit = (active: number[], start?: number[]) =>
    maximiseLikelihood({ family, fixed, factors: active.map((k) => input.factors[k]!), n: input.y.length, options, start })
  let active = input.factors.map((_, k) => k)
  let result = fit(active, options.start)
  for (;;) {
    const simpler = options.maxIterations === 0 ? undefined : withoutSmallest(result, active, fit)
    if (!simpler) return describe(input, options, fixed, active, result)
    ;({ active, result } = simpler)
  }
}

function familyOf({ y, family, censor }: MixedModelInput, weights: Float64Array): ResponseFamily {
  if (family === 'binomial') return binomialLogit(y, weights)
  if (family === 'lognormal-censored') return censoredLognormal(y, weights, censor)
  return orderedLogit(consecutive(y), weights)
}

/** Categories 1..K without those that never occur: their thresholds could be anywhere between their neighbours. */
function consecutive(y: Float64Array): Float64Array {
  const places = new Map([...new Set(y)].toSorted((a, b) => a - b).map((value, place) => [value, place + 1]))
  return y.map((value) => places.get(value)!)
}

/** The fit without the factor of the smallest variance, if that is near 0 and the likelihood does not miss it. */
function withoutSmallest(result: LaplaceResult, active: number[], fit: (active: number[], start: number[]) => LaplaceResult) {
  const { variances } = result.mode
  const { blocks } = result.model.design
  const scaled = variances.map((variance, position) => variance * blocks[position]!.loading)
  const smallest = scaled.indexOf(Math.min(...scaled))
  if (!(scaled[smallest]! < suspectVariance)) return undefined
  const left = active.filter((_, position) => position !== smallest)
  const simpler = fit(
    left,
    variances.filter((_, position) => position !== smallest),
  )
  return simpler.mode.criterion <= result.mode.criterion + indifference ? { active: left, result: simpler } : undefined
}

/** Standard errors come from the joint second derivatives by random effects, fixed effects and the family's parameters. */
function describe(
  input: MixedModelInput,
  options: MixedModelOptions,
  fixed: FixedEffects,
  active: number[],
  result: LaplaceResult,
): MixedModelFit {
  const { model, parameters, mode } = result
  const { beta, phi } = parameters
  const { design, cross, correction } = jointInformation(
    model,
    active.map((k) => input.factors[k]!),
    parameters,
    mode,
  )
  const equations = equationsFor(design, options)
  equations.prepare(cross, mode.variances, correction)
  const isTime = input.family === 'lognormal-censored'
  const fit = describeFit({
    input,
    options,
    fixed,
    active,
    design,
    equations,
    weights: mode.rows.weight,
    solution: { a: mode.u.a, b: Float64Array.from([...mode.u.b, ...beta, ...phi]) },
    scale: 1,
    sigma2: isTime ? Math.exp(2 * phi[0]!) : 1,
    variances: mode.variances,
    search: { ...result, criterion: mode.criterion },
  })
  if (input.family !== 'cumulative-logit') return fit
  const { fixed: block } = equations.inverseDiagonal()
  const thresholdSe = phi.map((_, j) => Math.sqrt(block[(beta.length + j) * (design.p + 1)]!))
  return { ...fit, thresholds: phi, thresholdSe }
}
