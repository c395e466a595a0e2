// Plain JavaScript without dependencies: this must run on Node 20, before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const lockfile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules/.installed-lockfile')

/** Installs from the lockfile when node_modules is missing or belongs to another lockfile. Ends the process if it fails. */
export function installIfStale() {
  const stamp = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
  if (readOrNothing(stampFile) === stamp) return
  if (!isInstalledByHand()) {
    console.log('بسته‌های برنامه نصب می‌شود؛ یک بار است و چند دقیقه می‌کشد…')
    console.log('Installing the packages of the product, once; it takes some minutes…')
    const status = runNpmCi()
    if (status !== 0) {
      console.error('نصب بسته‌ها انجام نشد؛ npm در بالا می‌گوید چرا.')
      console.error('The packages could not be installed; npm says why above.')
      process.exit(status)
    }
  }
  try {
    writeFileSync(stampFile, stamp)
  } catch {
    // A read-only installation works as well; it is only compared anew at each start.
  }
}

/** npm keeps its own record of what it installed, and when: after an `npm ci` by hand there is nothing left to do. */
function isInstalledByHand() {
  const recordFile = join(root, 'node_modules/.package-lock.json')
  const installed = packagesOf(recordFile)
  // One npm run writes both files, in either order.
  if (!installed || statSync(recordFile).mtimeMs < statSync(lockfile).mtimeMs - 5000) return false
  return Object.entries(packagesOf(lockfile)).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return true
    return installed[path] ? installed[path].version === wanted.version : wanted.optional
  })
}

function runNpmCi() {
  // Under `npm start` this names the npm at work; elsewhere npm is on the path.
  const cli = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: root, stdio: 'inherit' }
  const { status } = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  return status ?? 1
}

function packagesOf(path) {
  const text = readOrNothing(path)
  return text === undefined ? undefined : JSON.parse(text).packages
}

function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
