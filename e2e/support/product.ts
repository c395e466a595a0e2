import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildWebIfStale } from '../../scripts/build-web-if-stale.mjs'

const root = path.resolve(import.meta.dirname, '../..')

export interface Product {
  url: string
  process: ChildProcess
  /** All that it has printed. */
  printed: () => string
  /** Ends it as Ctrl-C does; gives its exit code. */
  stop: () => Promise<number | null>
}

interface Options {
  dataDir: string
  env?: Record<string, string>
}

/** Starts the product as `npm start` does, on a free port; gives it once it has said where it is. */
export async function startProduct({ dataDir, env = {} }: Options): Promise<Product> {
  buildWebIfStale(process.execPath)
  const child = spawn(process.execPath, [path.join(root, 'server/src/main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', METRICS_PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += String(chunk)))
  child.stderr.on('data', (chunk) => (printed += String(chunk)))
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const url = await Promise.race([
    whereItIs(child, () => printed),
    exited.then((code) => Promise.reject(new Error(`ended with ${code}: ${printed}`))),
  ])
  return {
    url,
    process: child,
    printed: () => printed,
    stop: () => {
      child.kill('SIGINT')
      return exited
    },
  }
}

function whereItIs(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const found = /ready:\s+(http\S+)/u.exec(printed())?.[1]
      if (found !== undefined) resolve(found)
    })
  })
}

/** The process id of the PostgreSQL that serves a data folder. */
export const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** A browser's fetch, less the browser: keeps its cookies. */
export function openBrowserless(url: string): {
  post: (path: string, body: object) => Promise<Response>
  put: (path: string, body: object) => Promise<Response>
  get: (path: string) => Promise<Response>
} {
  const cookies = new Map<string, string>()
  const send = async (address: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + address, { ...init, headers: { 'content-type': 'application/json', 'x-parvandeh': '1', cookie } })
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(header) ?? []
      cookies.set(name, value)
    }
    return response
  }
  const sending = (method: string) => (address: string, body: object) => send(address, { method, body: JSON.stringify(body) })
  return { post: sending('POST'), put: sending('PUT'), get: (address) => send(address, {}) }
}
