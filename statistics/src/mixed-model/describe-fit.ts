import { randomStream } from '../random.ts'
import type { RemlResult } from './average-information.ts'
import type { Coefficients } from './design.ts'
import type { FixedEffects } from './fixed-effects.ts'
import { effectsOf, type GaussianModel } from './restricted-likelihood.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions, RandomTerm } from './types.ts'

interface Fitted {
  input: MixedModelInput
  options: MixedModelOptions
  fixed: FixedEffects
  /** The factors that are in the model, by their place among all; the others are at variance 0. */
  active: number[]
  model: GaussianModel
  result: RemlResult
}

/** Puts a gaussian fit in the words of its caller: all factors and all columns, whether kept or not. */
export function describeFit({ input, options, fixed, active, model, result }: Fitted): MixedModelFit {
  const { profile } = result
  const { design, equations } = model
  const { sigma2, solution } = profile
  const inverse = equations.inverseDiagonal()
  const rootOf = (diagonal: Coefficients, position: number) =>
    effectsOf(design, diagonal, position).map((value) => Math.sqrt(sigma2 * Math.max(0, value)))
  const terms = input.factors.map(({ name, levels }, k): RandomTerm => {
    const position = active.indexOf(k)
    if (position < 0) return zeroTerm(name, levels)
    return {
      name,
      variance: sigma2 * profile.ratios[position]!,
      atBoundary: false,
      effect: effectsOf(design, solution, position).slice(),
      seFull: rootOf(inverse.full, position),
      seGivenFixed: rootOf(inverse.givenFixed, position),
    }
  })
  const width = design.size - design.p
  return {
    ...spreadFixed(fixed, input.p, solution.b.subarray(width), inverse.fixed, sigma2),
    sigma2,
    terms,
    criterion: profile.criterion,
    converged: result.converged,
    iterations: result.iterations,
    gradientNorm: result.gradientNorm,
    logVarianceCov: spread(result.logVarianceCov, active, input.factors.length),
    ...(options.leverage ? { leverage: equations.quadraticForms().map((form, r) => form * model.weights[r]!) } : {}),
    solver: { kind: equations.kind, kernel: equations.kernel, size: design.size, traceError: equations.traceError() },
    sample: (term, draws, seed) => {
      const k = terms.findIndex(({ name }) => name === term)
      return sampleTerm(model, Math.sqrt(sigma2), terms[k]!, active.indexOf(k), draws, seed)
    },
  }
}

const zeroTerm = (name: string, levels: number): RandomTerm => ({
  name,
  variance: 0,
  atBoundary: true,
  effect: new Float64Array(levels),
  seFull: new Float64Array(levels),
  seGivenFixed: new Float64Array(levels),
})

/** Coefficients in the places of their columns; 0 for the dropped ones. */
function spreadFixed({ kept, dropped }: FixedEffects, p: number, estimates: Float64Array, inverse: Float64Array, sigma2: number) {
  const beta = new Float64Array(p)
  kept.forEach((column, j) => (beta[column] = estimates[j]!))
  const betaCov = spread(
    inverse.map((value) => value * sigma2),
    kept,
    p,
  )
  const betaSe = beta.map((_, j) => Math.sqrt(betaCov[j * p + j]!))
  return { beta, betaSe, betaCov, droppedColumns: dropped }
}

/** A square matrix over some places as one over all `size` places, zero elsewhere. */
function spread(matrix: Float64Array, places: number[], size: number): Float64Array {
  const whole = new Float64Array(size * size)
  const order = places.length
  for (let i = 0; i < order; i += 1) for (let j = 0; j < order; j += 1) whole[places[i]! * size + places[j]!] = matrix[i * order + j]!
  return whole
}

function sampleTerm(model: GaussianModel, sigma: number, term: RandomTerm, position: number, draws: number, seed: number): Float64Array {
  const { levels } = model.design.blocks[position] ?? { levels: term.effect.length }
  const sample = new Float64Array(draws * levels)
  if (position < 0) return sample
  const { normal } = randomStream(seed)
  for (let m = 0; m < draws; m += 1) {
    const deviation = effectsOf(model.design, model.equations.draw(normal), position)
    for (let level = 0; level < levels; level += 1) sample[m * levels + level] = term.effect[level]! + sigma * deviation[level]!
  }
  return sample
}
