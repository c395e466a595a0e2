import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// A small clone: the real scripts, a lockfile of one package, and an npm and a product that only say what they are told.
let clone = ''

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'parvandeh-clone-'))
  for (const name of ['runtime.mjs', 'install-if-stale.mjs']) cpSync(join(import.meta.dirname, name), join(clone, 'scripts', name))
  writeFileSync(
    join(clone, 'scripts/start.mjs'),
    `import { installIfStale } from './install-if-stale.mjs'
     import { requireRuntime, runInstead } from './runtime.mjs'
     installIfStale()
     runInstead(requireRuntime(), ['product.mjs'])`,
  )
  writeFileSync(
    join(clone, 'product.mjs'),
    `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log(signal); setTimeout(() => process.exit(7), 200) })
     console.log('working', process.pid)
     setInterval(() => {}, 1000)`,
  )
  writeFileSync(
    join(clone, 'npm.js'),
    `const { mkdirSync, readFileSync, writeFileSync, existsSync } = require('node:fs')
     console.log('npm', process.argv.slice(2).join(' '))
     if (existsSync('npm-fails')) process.exit(3)
     mkdirSync('node_modules', { recursive: true })
     writeFileSync('node_modules/.package-lock.json', readFileSync('package-lock.json'))`,
  )
  lock('1.0.0')
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

function lock(version: string): void {
  const packages = { '': {}, contract: {}, 'node_modules/contract': { link: true }, 'node_modules/thing': { version } }
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages }))
}

/** Starts as npm does, or through a shell like npm's, until the product speaks or the start ends. */
async function start({ throughShell = false } = {}) {
  const env = { ...process.env, npm_execpath: join(clone, 'npm.js'), npm_lifecycle_event: throughShell ? 'start' : '' }
  const [file, args] = throughShell
    ? ['sh', ['-c', `${process.execPath} scripts/start.mjs; exit $?`]]
    : [process.execPath, ['scripts/start.mjs']]
  const child = spawn(file as string, args as string[], { cwd: clone, env })
  let said = ''
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const speaks = new Promise<void>((resolve) => child.stdout.on('data', (data) => (said += String(data)).includes('working') && resolve()))
  child.stderr.on('data', (data) => (said += String(data)))
  await Promise.race([speaks, code])
  return { child, code, said: () => said }
}

async function startAndStop(): Promise<string> {
  const { child, code, said } = await start()
  child.kill('SIGTERM')
  await code
  return said()
}

test('a bare clone is installed from the lockfile once, with a sentence in both languages', async () => {
  const first = await startAndStop()
  expect(first).toMatch(/بسته‌های برنامه نصب می‌شود[^]*Installing the packages[^]*npm ci [^]*working/)
  expect(await startAndStop()).not.toContain('npm')
})

test('another lockfile is installed again', async () => {
  await startAndStop()
  lock('2.0.0')
  expect(await startAndStop()).toContain('npm ci')
})

test('what was installed by hand is not installed again, unless the lockfile is newer', async () => {
  mkdirSync(join(clone, 'node_modules'))
  cpSync(join(clone, 'package-lock.json'), join(clone, 'node_modules/.package-lock.json'))
  expect(await startAndStop()).not.toContain('npm')
  rmSync(join(clone, 'node_modules/.installed-lockfile'))
  utimesSync(join(clone, 'node_modules/.package-lock.json'), 0, 0)
  expect(await startAndStop()).toContain('npm ci')
})

test('an installation that fails ends the start with a sentence, and is tried again the next time', async () => {
  writeFileSync(join(clone, 'npm-fails'), '')
  const { code, said } = await start()
  expect(await code).toBe(3)
  expect(said()).toMatch(/نصب بسته‌ها انجام نشد/)
  expect(said()).toContain('could not be installed')
  expect(existsSync(join(clone, 'node_modules/.installed-lockfile'))).toBe(false)
})

test('a signal that arrives twice is passed on once, and the exit code is that of the product', async () => {
  const { child, code, said } = await start()
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await code).toBe(7)
  expect(said().match(/SIGINT/g)).toHaveLength(1)
})

test.runIf(process.platform === 'linux')('when the shell between npm and the start is terminated, the product stops too', async () => {
  const { child, said } = await start({ throughShell: true })
  const product = Number(/working (\d+)/.exec(said())?.[1])
  child.kill('SIGTERM')
  await expect
    .poll(() => existsSync(`/proc/${product}`) && !/State:\s+Z/.test(readFileSync(`/proc/${product}/status`, 'utf8')), { timeout: 5000 })
    .toBe(false)
  expect(said()).toContain('SIGTERM')
})
