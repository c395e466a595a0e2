import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isProcessAlive, isProcessIn } from '../process-identity.ts'
import { StartRefused } from '../start-refused.ts'
import { binaryPath } from './binaries.ts'
import type { Footing } from './footing.ts'
import { ownerRole } from './types.ts'

/** The main process of a PostgreSQL server. */
export interface Postmaster {
  pid: number
  port: number
}

const pollMs = 10
const stopPatienceMs = 30_000
const readyPatienceMs = 10 * 60_000

/** Connection string of the owner to a database of a server on this machine. */
export function ownerUrl(port: number, password: string, database: string): string {
  return `postgres://${ownerRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/**
 * The server that `postmaster.pid` of the cluster speaks of, while its process lives. A file left behind by a killed
 * server, whose pid now belongs to another program, is removed: PostgreSQL itself would refuse to start over it.
 */
export function findPostmaster(clusterDir: string): (Postmaster & { isReady: boolean }) | undefined {
  const path = join(clusterDir, 'postmaster.pid')
  const lines = readLines(path)
  const pid = Number(lines?.[0])
  if (!lines || !(pid > 0) || !isProcessAlive(pid)) return undefined
  if (isProcessIn(pid, clusterDir) === false) {
    if (isProcessAlive(pid)) rmSync(path, { force: true })
    return undefined
  }
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Waits until the living server of the cluster takes our connection, however long it recovers from a crash;
 * `undefined` when there is none, or it dies before.
 */
export async function whenReady(clusterDir: string, password: string): Promise<Postmaster | undefined> {
  for (const deadline = Date.now() + readyPatienceMs; Date.now() < deadline; await sleep(pollMs)) {
    const postmaster = findPostmaster(clusterDir)
    if (!postmaster) return undefined
    if (postmaster.isReady && (await answersOurPassword(postmaster.port, password, clusterDir))) {
      return { pid: postmaster.pid, port: postmaster.port }
    }
  }
  throw new StartRefused(
    `فرایندی که postmaster.pid در «${clusterDir}» نام می‌برد پاسخ نمی‌دهد. اگر PostgreSQL نیست، آن فایل را پاک کنید.`,
    `The process named by postmaster.pid in ${clusterDir} does not answer. If it is not PostgreSQL, delete that file.`,
  )
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster({ pid }: Postmaster, footing: Footing): Promise<void> {
  if (process.platform === 'win32') return stopOnWindows(footing)
  signal(pid, 'SIGINT')
  if (await isGoneWithin(pid, stopPatienceMs)) return
  // Immediate shutdown: the next start replays the log, nothing committed is lost.
  signal(pid, 'SIGQUIT')
  await isGoneWithin(pid, stopPatienceMs)
}

/** Settles when the process is gone, or throws when cancelled. Does not by itself keep this program alive. */
export async function whenGone(pid: number, cancelled: AbortSignal): Promise<void> {
  while (isProcessAlive(pid)) await sleep(200, undefined, { ref: false, signal: cancelled })
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(pollMs)) {
    if (!isProcessAlive(pid)) return true
  }
  return false
}

async function answersOurPassword(port: number, password: string, clusterDir: string): Promise<boolean> {
  const connectionString = ownerUrl(port, password, 'postgres')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw wrongPassword(clusterDir)
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function wrongPassword(clusterDir: string): StartRefused {
  return new StartRefused(
    `گذرواژهٔ secrets.json با پایگاه دادهٔ «${clusterDir}» نمی‌خواند؛ secrets.json همان پوشهٔ داده را برگردانید.`,
    `The password in secrets.json does not open the database ${clusterDir}; bring back the secrets.json that belongs to this data folder.`,
  )
}

/** Windows has no signals that a program can answer: a kill there is a crash. */
function stopOnWindows({ nativeDir, clusterDir }: Footing): void {
  execFileSync(binaryPath(nativeDir, 'pg_ctl'), ['stop', '-D', clusterDir, '-m', 'fast', '-w'], { stdio: 'ignore' })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function readLines(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return undefined
  }
}
