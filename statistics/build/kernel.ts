// `npm run kernel -w statistics`: compiles the kernel and writes its bytes where the package keeps them.
import { writeFileSync } from 'node:fs'
import { compileKernel, kernelModule } from './compile-kernel.ts'

writeFileSync(new URL('../src/dense/kernel-bytes.data.ts', import.meta.url), kernelModule(await compileKernel()))
