import { expect, test } from 'vitest'
import { compileKernel, kernelModule } from '../../build/compile-kernel.ts'
import { textOf } from '../testing/reference-data.ts'

test('the committed bytes are what the source of the kernel compiles to', async () => {
  expect(textOf(new URL('kernel-bytes.data.ts', import.meta.url))).toBe(kernelModule(await compileKernel()))
})
