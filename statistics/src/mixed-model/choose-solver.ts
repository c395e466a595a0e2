import { jsKernel } from '../dense/js-kernel.ts'
import type { CrossProducts } from './cross-products.ts'
import { denseEquations } from './dense-equations.ts'
import type { Design } from './design.ts'
import type { Equations } from './equations.ts'
import type { MixedModelOptions } from './types.ts'

/** The equations of a design by the solver and kernel that the options ask for. */
export function equationsFor(design: Design, cross: CrossProducts, _options: MixedModelOptions): Equations {
  return denseEquations(design, cross, jsKernel)
}
