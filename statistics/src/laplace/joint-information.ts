import { crossProducts, type CrossProducts } from '../mixed-model/cross-products.ts'
import { layOut, type Design } from '../mixed-model/design.ts'
import type { FactorSpec } from '../mixed-model/types.ts'
import type { LaplaceModel, Mode, Parameters } from './laplace-model.ts'

/** The equations whose matrix is the negative second derivative of the penalised log-likelihood by u, beta and phi. */
export interface JointInformation {
  design: Design
  cross: CrossProducts
  /** What the columns that stand for phi lack to give the right block of second derivatives. */
  correction: Float64Array
}

/**
 * A parameter phi_j acts like a column -(dl'/dphi_j) / w of fixed effects: its products with all other columns are then
 * the mixed second derivatives.
 */
export function jointInformation(model: LaplaceModel, factors: FactorSpec[], { phi }: Parameters, { eta, rows }: Mode): JointInformation {
  const { X, p, family } = model
  const n = eta.length
  const derivatives = family.parameters(eta, phi)
  const order = p + phi.length
  const columns = new Float64Array(n * order)
  for (let r = 0; r < n; r += 1) {
    for (let j = 0; j < p; j += 1) columns[r * order + j] = X[r * p + j]!
    if (rows.weight[r]! > 1e-200) derivatives.forEach(({ gradient }, j) => (columns[r * order + p + j] = -gradient[r]! / rows.weight[r]!))
  }
  const design = layOut(n, factors, columns, order)
  const cross = crossProducts(design, rows.weight)
  const curvature = family.curvature(eta, phi)
  const correction = new Float64Array(order * order)
  for (let i = 0; i < phi.length; i += 1)
    for (let j = 0; j < phi.length; j += 1) {
      const at = (p + i) * order + p + j
      correction[at] = curvature[i * phi.length + j]! - cross.XX[at]!
    }
  return { design, cross, correction }
}
