// What `npm start` runs, on any Node from 20: installs when needed, then hands over to the product's own Node.
import { join } from 'node:path'
import { installIfStale } from './install-if-stale.mjs'
import { requireRuntime, root, runInstead } from './runtime.mjs'

installIfStale()
runInstead(requireRuntime(), [join(root, 'server/src/main.ts'), ...process.argv.slice(2)])
