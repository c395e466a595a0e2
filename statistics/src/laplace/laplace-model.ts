import { crossProducts } from '../mixed-model/cross-products.ts'
import { effectsOf, fittedValues, project, type Coefficients, type Design } from '../mixed-model/design.ts'
import type { Equations } from '../mixed-model/equations.ts'
import type { ResponseFamily, RowDerivatives } from './family.ts'

/** A generalised linear mixed model: the design holds the random factors alone, the fixed effects enter as an offset. */
export interface LaplaceModel {
  family: ResponseFamily
  design: Design
  equations: Equations
  X: Float64Array
  p: number
}

/** Fixed effects, parameters of the family and log variances. */
export interface Parameters {
  beta: Float64Array
  phi: Float64Array
  logVariances: Float64Array
}

/** The random effects where their posterior density is highest, and Laplace's approximation there. */
export interface Mode {
  u: Coefficients
  eta: Float64Array
  rows: RowDerivatives
  variances: number[]
  /** -2 log likelihood, the random effects integrated out by Laplace's approximation. */
  criterion: number
}

const mostSteps = 100
const mostHalvings = 20
/** Newton decrement at which the mode is found: the criterion is then off by half of it. */
const closeEnough = 1e-10

/**
 * -2 l + u'G^-1 u + log|Z'WZ + G^-1| + sum_k q_k log sigma2_k at the mode of u, found by penalised iteratively reweighted
 * least squares from `from` (Bates, Maechler, Bolker and Walker 2015; Breslow and Clayton 1993, JASA 88, equation 5).
 */
export function modeAt(model: LaplaceModel, { beta, phi, logVariances }: Parameters, from: Coefficients): Mode {
  const { design, equations, family } = model
  const offset = fixedPart(model, beta)
  const variances = Array.from(logVariances, Math.exp)
  const look = (u: Coefficients) => {
    const eta = fittedValues(design, u).map((value, r) => value + offset[r]!)
    const rows = family.rows(eta, phi)
    return { u, eta, rows, penalised: rows.logLikelihood - 0.5 * penalty(design, u, variances) }
  }
  let at = look(from)
  for (let step = 0; ; step += 1) {
    const logDeterminant = equations.prepare(crossProducts(design, at.rows.weight), variances)
    const right = slopeOfPenalised(design, at.u, at.rows.gradient, variances)
    const move = equations.solve(right)
    const decrement = inner(right, move)
    if (!(decrement > closeEnough) || step === mostSteps) {
      const logPriors = design.blocks.reduce((sum, { levels }, k) => sum + levels * logVariances[k]!, 0)
      return { ...at, variances, criterion: -2 * at.penalised + logDeterminant + logPriors }
    }
    let next = look(moved(at.u, move, 1))
    for (let halving = 1; !(next.penalised >= at.penalised - 1e-9) && halving <= mostHalvings; halving += 1)
      next = look(moved(at.u, move, 2 ** -halving))
    at = next
  }
}

/** X beta, length n. */
function fixedPart({ X, p, design }: LaplaceModel, beta: Float64Array): Float64Array {
  const part = new Float64Array(design.n)
  for (let r = 0; r < part.length; r += 1) for (let j = 0; j < p; j += 1) part[r]! += X[r * p + j]! * beta[j]!
  return part
}

/** u'G^-1 u. */
function penalty(design: Design, u: Coefficients, variances: number[]): number {
  return design.blocks.reduce(
    (sum, _, k) => sum + effectsOf(design, u, k).reduce((own, value) => own + value * value, 0) / variances[k]!,
    0,
  )
}

/** Z'l' - G^-1 u. */
function slopeOfPenalised(design: Design, u: Coefficients, gradient: Float64Array, variances: number[]): Coefficients {
  const slope = project(design, gradient)
  design.blocks.forEach((_, k) => {
    const own = effectsOf(design, slope, k)
    const effects = effectsOf(design, u, k)
    for (let level = 0; level < own.length; level += 1) own[level]! -= effects[level]! / variances[k]!
  })
  return slope
}

const moved = (from: Coefficients, move: Coefficients, share: number): Coefficients => ({
  a: from.a.map((value, i) => value + share * move.a[i]!),
  b: from.b.map((value, i) => value + share * move.b[i]!),
})

function inner(left: Coefficients, right: Coefficients): number {
  let sum = 0
  for (let i = 0; i < left.a.length; i += 1) sum += left.a[i]! * right.a[i]!
  for (let i = 0; i < left.b.length; i += 1) sum += left.b[i]! * right.b[i]!
  return sum
}

/**
 * Derivatives of the criterion of `modeAt` by beta, phi and the log variances, in this order. The mode moves with the
 * parameters, and with it the curvature: by the implicit function theorem this adds s = (Z'WZ + G^-1)^-1 Z'v with
 * v_r = (z_r'(Z'WZ + G^-1)^-1 z_r) dw_r/deta. The equations must still be prepared at this mode.
 */
export function gradientAt(model: LaplaceModel, { phi }: Parameters, { u, eta, rows, variances }: Mode): Float64Array {
  const { family, design, equations, X, p } = model
  const forms = equations.quadraticForms()
  const bend = forms.map((form, r) => form * rows.weightSlope[r]!)
  const s = equations.solve(project(design, bend))
  const shift = fittedValues(design, s)
  const byBeta = new Float64Array(p)
  for (let r = 0; r < eta.length; r += 1) {
    const slope = bend[r]! - 2 * rows.gradient[r]! - rows.weight[r]! * shift[r]!
    for (let j = 0; j < p; j += 1) byBeta[j]! += X[r * p + j]! * slope
  }
  const byPhi = family.parameters(eta, phi).map(({ logLikelihood, gradient, weight }) => {
    let sum = -2 * logLikelihood
    for (let r = 0; r < eta.length; r += 1) sum += forms[r]! * weight[r]! + shift[r]! * gradient[r]!
    return sum
  })
  const traces = equations.traces()
  const byVariances = design.blocks.map(({ levels }, k) => {
    const effects = effectsOf(design, u, k)
    const moves = effectsOf(design, s, k)
    const sum = effects.reduce((total, value, level) => total + value * (moves[level]! - value), 0)
    return levels + (sum - traces[k]!) / variances[k]!
  })
  return Float64Array.from([...byBeta, ...byPhi, ...byVariances])
}
