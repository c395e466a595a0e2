// Plain JavaScript: run by `npm start` before the product itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const stampFile = join(root, 'web/dist/.built-from')

/** Builds the web app when its sources, the contract's or the lockfile differ from those it was built from. */
export function buildWebIfStale(runtime) {
  const stamp = hashOfSources()
  if (existsSync(join(root, 'web/dist/index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('صفحه‌های برنامه ساخته می‌شود… / Building the web app…')
  const built = spawnSync(runtime, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    stdio: 'inherit',
    // Whoever asks for it, the tests too: what is built is what people will use.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) {
    console.error('صفحه‌های برنامه ساخته نشد؛ علت در بالا آمده است. / The web app could not be built; the reason is above.')
    process.exit(built.status ?? 1)
  }
  writeFileSync(stampFile, stamp)
}

function hashOfSources() {
  const hash = createHash('sha256')
  const files = [
    'package-lock.json',
    'web/index.html',
    'web/vite.config.ts',
    ...['web/src', 'web/public', 'web/build', 'contract/src'].flatMap(filesBelow),
  ]
  for (const file of files.toSorted()) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(file).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
}
