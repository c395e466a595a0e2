// `npm run check`: every rule that a program can hold. A line for each check; what fails says all it has to say.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const atOnce = 2
const cache = join(root, 'node_modules/.cache/check')
const bin = (name) => join(root, 'node_modules/.bin', name)

const types = (workspace) => [
  join(root, 'node_modules/typescript-native/bin/tsc'),
  '-p',
  join(workspace, 'tsconfig.json'),
  '--pretty',
  'false',
  '--incremental',
  '--tsBuildInfoFile',
  join(cache, `${workspace.replaceAll(/\W/gu, '') || 'root'}.tsbuildinfo`),
]
const own = (name) => [process.execPath, join('scripts/checks', `${name}.mjs`)]

/** Name and command, the longest first. */
const checks = [
  ['lint', [bin('oxlint'), '--format=unix']],
  ['types of web', types('web')],
  ['types of server', types('server')],
  ['types of statistics', types('statistics')],
  ['types of contract', types('contract')],
  ['types of scripts', types('.')],
  ['architecture', own('architecture')],
  ['nothing unused', [bin('knip'), '--no-progress']],
  ['format', [bin('oxfmt'), '--check']],
  ['messages', own('messages')],
  ['contract', own('contract')],
  ['migrations', own('migrations')],
  ['sql', own('sql')],
  ['words', own('words')],
]

mkdirSync(cache, { recursive: true })
const chosen = process.argv.length > 2 ? checks.filter(([name]) => process.argv.slice(2).includes(name)) : checks
const waiting = [...chosen]
let failed = 0

await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await carryOut(...next)
  }),
)
console.log(`\n${chosen.length - failed} checks passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function carryOut(name, command) {
  const start = performance.now()
  const { code, output } = await run(command)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(20)} ${seconds.padStart(6)} s`)
  if (code === 0) return
  failed += 1
  console.log(output.trimEnd().replaceAll(/^/gmu, '     '))
}

function run([file, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
