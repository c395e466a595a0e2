// What `npm run bench` runs: the measurements, as the product runs.
import { join } from 'node:path'
import { requireRuntime, root, runInstead } from './runtime.mjs'

runInstead(requireRuntime(), [join(root, 'bench/run.ts'), ...process.argv.slice(2)])
