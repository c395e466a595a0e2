import { invertSymmetric } from '../dense/small-symmetric.ts'
import { throwIfAborted } from '../mixed-model/average-information.ts'
import { equationsFor } from '../mixed-model/choose-solver.ts'
import { layOut, type Coefficients } from '../mixed-model/design.ts'
import type { FixedEffects } from '../mixed-model/fixed-effects.ts'
import type { FactorSpec, MixedModelOptions } from '../mixed-model/types.ts'
import type { ResponseFamily } from './family.ts'
import { jointInformation } from './joint-information.ts'
import { gradientAt, modeAt, type LaplaceModel, type Mode, type Parameters } from './laplace-model.ts'
import { minimise } from './quasi-newton.ts'
import { startingFixedEffects } from './starting-fixed-effects.ts'

const startingVariance = 0.5
/** Step of the log variances in differences of the gradient. */
const difference = 1e-3

interface Task {
  family: ResponseFamily
  fixed: FixedEffects
  factors: FactorSpec[]
  n: number
  options: MixedModelOptions
  start?: number[] | undefined
}

/** Where the likelihood is largest. */
export interface LaplaceResult {
  model: LaplaceModel
  parameters: Parameters
  mode: Mode
  converged: boolean
  iterations: number
  gradientNorm: number
  logVarianceCov: Float64Array
}

/** Maximises Laplace's approximation of the likelihood over fixed effects, parameters of the family and log variances together. */
export function maximiseLikelihood({ family, fixed, factors, n, options, start }: Task): LaplaceResult {
  const design = layOut(n, factors, new Float64Array(0), 0)
  const model: LaplaceModel = { family, design, equations: equationsFor(design, options), X: fixed.X, p: fixed.p }
  const { unpack, order, freeVariances } = layoutOfParameters(model, options)
  const variances = start ?? design.blocks.map(({ loading }) => startingVariance / loading)
  const first = Float64Array.from([...startingFixedEffects(family, fixed.X, fixed.p, n), ...family.start, ...variances.map(Math.log)])
  let from: Coefficients = { a: new Float64Array(design.absorbed?.levels ?? 0), b: new Float64Array(design.size) }
  const look = (point: Float64Array) => {
    throwIfAborted(options.signal)
    const parameters = unpack(point)
    const mode = modeAt(model, parameters, from)
    if (Number.isFinite(mode.criterion)) from = mode.u
    const gradient = () => gradientAt(model, parameters, mode).map((value, i) => (i < freeVariances ? value : 0))
    return { value: mode.criterion, gradient }
  }
  const { point, converged, iterations, decrement } = minimise(look, first, {
    metric: startingMetric(model, factors, unpack(first), order, freeVariances),
    tolerance: options.tol ?? 1e-9,
    maxIterations: options.maxIterations || 60,
    onIteration: (iteration, criterion, gradientNorm) => options.onProgress?.({ iteration, criterion, gradientNorm }),
  })
  const parameters = unpack(point)
  const result = { model, parameters, converged, iterations, gradientNorm: decrement }
  const logVarianceCov = covarianceOfLogVariances(look, point, factors.length, startingMetric(model, factors, parameters, order, order))
  return { ...result, mode: modeAt(model, parameters, from), logVarianceCov }
}

/** Where beta, phi and the log variances are in one vector; with `maxIterations` 0 the log variances do not move. */
function layoutOfParameters({ p, family, design }: LaplaceModel, { maxIterations }: MixedModelOptions) {
  const fixedOrder = p + family.start.length
  const order = fixedOrder + design.blocks.length
  const unpack = (point: Float64Array): Parameters => ({
    beta: point.subarray(0, p),
    phi: point.subarray(p, fixedOrder),
    logVariances: point.subarray(fixedOrder),
  })
  return { unpack, order, freeVariances: maxIterations === 0 ? fixedOrder : order }
}

/** Half the inverse of the joint information for beta and phi, 2 over the number of levels for the log variances. */
function startingMetric(model: LaplaceModel, factors: FactorSpec[], parameters: Parameters, order: number, free: number): Float64Array {
  const { design } = model
  const none = { a: new Float64Array(design.absorbed?.levels ?? 0), b: new Float64Array(design.size) }
  const mode = modeAt(model, parameters, none)
  const joint = jointInformation(model, factors, parameters, mode)
  const equations = equationsFor(joint.design, {})
  const isDefinite = Number.isFinite(equations.prepare(joint.cross, mode.variances, joint.correction))
  if (!isDefinite) equations.prepare(joint.cross, mode.variances, ridgeOf(joint.cross.XX, joint.design.p))
  const { fixed } = equations.inverseDiagonal()
  const fixedOrder = joint.design.p
  const metric = new Float64Array(order * order)
  for (let i = 0; i < fixedOrder; i += 1) for (let j = 0; j < fixedOrder; j += 1) metric[i * order + j] = 0.5 * fixed[i * fixedOrder + j]!
  design.blocks.forEach(({ levels }, k) => {
    const at = fixedOrder + k
    if (at < free) metric[at * order + at] = 2 / levels
  })
  return metric
}

/** Doubles the diagonal: far from the maximum the second derivatives need not be definite. */
const ridgeOf = (matrix: Float64Array, order: number): Float64Array =>
  matrix.map((value, at) => (at % (order + 1) === 0 ? Math.max(value, 1) : 0))

/** Twice the inverse of the second derivatives of the criterion by the log variances, the other parameters profiled out. */
function covarianceOfLogVariances(
  look: (point: Float64Array) => { gradient: () => Float64Array },
  point: Float64Array,
  K: number,
  metric: Float64Array,
): Float64Array {
  const order = point.length
  const rest = order - K
  const columns = Array.from({ length: K }, (_, k) => {
    const at = (step: number) => look(point.map((value, i) => (i === rest + k ? value + step : value))).gradient()
    const [up, down] = [at(difference), at(-difference)]
    return up.map((value, i) => (value - down[i]!) / (2 * difference))
  })
  const information = new Float64Array(K * K)
  for (let k = 0; k < K; k += 1)
    for (let l = 0; l < K; l += 1) {
      let sum = (columns[k]![rest + l]! + columns[l]![rest + k]!) / 2
      for (let i = 0; i < rest; i += 1) for (let j = 0; j < rest; j += 1) sum -= columns[k]![i]! * metric[i * order + j]! * columns[l]![j]!
      information[k * K + l] = sum / 2
    }
  return invertSymmetric(information, K) ?? new Float64Array(K * K)
}
