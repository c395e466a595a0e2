import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isProcessAlive } from '../process-identity.ts'
import { findPostmaster } from './postmaster.ts'
import type { LauncherLog } from './types.ts'

export const password = 'گذرواژهٔ آزمون: 100% /@?'

/** Keeps what the launcher says. */
export function listeningLog(): LauncherLog & { said: string[] } {
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  return { said, info: say, warn: say, error: say }
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'parvandeh-embedded-'))
}

/** Ends whatever a failed test has left running over the data folder. */
export async function killLeftServer(dataDir: string): Promise<void> {
  const postmaster = findPostmaster(join(dataDir, 'postgres'))
  if (!postmaster) return
  process.kill(postmaster.pid, 'SIGKILL')
  while (isProcessAlive(postmaster.pid)) await sleep(10)
}

export async function clearAway(dataDir: string): Promise<void> {
  await killLeftServer(dataDir)
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}

/** Asks one question over a connection of its own. */
export async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A pool like the application's: it survives lost connections and asks again on the next query. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on('error', () => {})
  return pool
}

/** Another program starts the server of the data folder and is killed at once. Gives the pid of the server it left. */
export async function startAndBeKilled(dataDir: string): Promise<number> {
  const code = `
    const { startEmbeddedPostgres } = await import(process.argv[1])
    await startEmbeddedPostgres({ dataDir: process.argv[2], password: process.argv[3], log: console })
    console.log('up')
    setInterval(() => {}, 1000)`
  const module = new URL('./index.ts', import.meta.url).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, module, dataDir, password])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}
