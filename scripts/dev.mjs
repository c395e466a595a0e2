// `npm run dev`: the server, started anew when its files change, and the web app with hot reload in front of it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installIfStale } from './install-if-stale.mjs'
import { requireRuntime, root } from './runtime.mjs'

installIfStale()
const runtime = requireRuntime()
const processes = [
  spawn(runtime, ['--watch', '--watch-preserve-output', join(root, 'server/src/main.ts')], { cwd: root, stdio: 'inherit' }),
  spawn(runtime, [join(root, 'node_modules/vite/bin/vite.js')], { cwd: join(root, 'web'), stdio: 'inherit' }),
]

// The terminal tells both of a Ctrl-C; when one of them ends by itself, the other is of no use.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => processes.forEach((child) => child.kill(signal)))
for (const child of processes)
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 1
    for (const other of processes) other.kill('SIGTERM')
  })
