import { kernelBytes } from './kernel-bytes.data.ts'
import type { Kernel } from './kernel.ts'

/** What is used of WebAssembly: the types of the platform come with browsers only. */
interface WebAssemblyPart {
  Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer }
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: { subtractProduct: Kernel['subtractProduct'] } }
}

const pageBytes = 65_536
let compiled: { WebAssembly: WebAssemblyPart; module: object } | undefined | null

/** The module, compiled once; undefined where there is no WebAssembly with SIMD. */
function compile() {
  if (compiled !== undefined) return compiled ?? undefined
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyPart }
  try {
    const bytes = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0))
    compiled = WebAssembly ? { WebAssembly, module: new WebAssembly.Module(bytes) } : null
  } catch {
    compiled = null
  }
  return compiled ?? undefined
}

/** Whether `wasmKernel` can be had here. */
export const hasWasm = (): boolean => compile() !== undefined

/** The kernel in WebAssembly with SIMD, two to three times as fast as JavaScript; call only when `hasWasm()`. */
export function wasmKernel(doubles: number): Kernel {
  const { WebAssembly, module } = compile()!
  const memory = new WebAssembly.Memory({ initial: Math.ceil((doubles * 8) / pageBytes) })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  return {
    name: 'wasm',
    heap: new Float64Array(memory.buffer),
    subtractProduct: (c, cStride, a, aStride, b, bStride, m, n, k) =>
      exports.subtractProduct(8 * c, 8 * cStride, 8 * a, 8 * aStride, 8 * b, 8 * bStride, m, n, k),
  }
}
