// What `npm start` runs, on any Node from 20: installs and builds when needed, then hands over to the product's own Node.
import { join } from 'node:path'
import { buildWebIfStale } from './build-web-if-stale.mjs'
import { installIfStale } from './install-if-stale.mjs'
import { requireRuntime, root, runInstead } from './runtime.mjs'

installIfStale()
const runtime = requireRuntime()
buildWebIfStale(runtime)
runInstead(runtime, [join(root, 'server/src/main.ts'), ...process.argv.slice(2)])
