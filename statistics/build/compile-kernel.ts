import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const source = fileURLToPath(new URL('../kernel/subtract-product.ts', import.meta.url))
const flags = ['--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd']

/** Compiles the kernel. The same source and compiler give the same bytes, so that the committed ones can be checked. */
export async function compileKernel(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined
  const { error, stderr } = await asc.main([source, ...flags, '--outFile', 'kernel.wasm'], {
    writeFile: (_name, contents) => void (bytes = contents as Uint8Array),
  })
  if (error || !bytes) throw new Error(stderr.toString(), { cause: error })
  return bytes
}

/** The module of src/dense that holds the bytes. */
export const kernelModule = (bytes: Uint8Array): string =>
  `/** Made of kernel/subtract-product.ts by build/kernel.ts (npm run kernel): ${bytes.length} bytes of WebAssembly. */
export const kernelBytes =
${Buffer.from(bytes)
  .toString('base64')
  .replaceAll(/.{1,120}/gu, "  '$&' +\n")
  .replace(/ \+\n$/u, '')}
`
