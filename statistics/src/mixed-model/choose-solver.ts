import { jsKernel } from '../dense/js-kernel.ts'
import type { Kernel } from '../dense/kernel.ts'
import { hasWasm, wasmKernel } from '../dense/wasm-kernel.ts'
import { EvaluationError } from '../errors.ts'
import { denseEquations } from './dense-equations.ts'
import { pcgEquations } from '../pcg/pcg-equations.ts'
import type { Design } from './design.ts'
import type { Equations } from './equations.ts'
import type { MixedModelOptions } from './types.ts'

/** The equations of a design by the solver and kernel that the options ask for. */
export function equationsFor(design: Design, { kernel = 'auto', solver = 'auto', denseLimit = 5000 }: MixedModelOptions): Equations {
  if (solver === 'pcg' || (solver === 'auto' && design.size > denseLimit)) return pcgEquations(design)
  return denseEquations(design, kernelFor(kernel))
}

function kernelFor(choice: 'auto' | 'wasm' | 'js'): (doubles: number) => Kernel {
  if (choice === 'js' || (choice === 'auto' && !hasWasm())) return jsKernel
  if (!hasWasm()) throw new EvaluationError('BAD_OPTION', 'WebAssembly with SIMD is not to be had here', { kernel: choice })
  return wasmKernel
}
