import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { writeDurably } from '../write-durably.ts'
import type { Binaries } from './binaries.ts'
import type { LauncherLog } from './types.ts'

/** What the data folder remembers of its PostgreSQL. */
export interface PostgresNote {
  port?: number
  pid?: number
  /** Where the cluster is, when it had to move out of the data folder. */
  cluster?: string
}

/** Reads `postgres.json` of the data folder; empty when there is none. */
export function readNote(dataDir: string): PostgresNote {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as PostgresNote
  } catch {
    return {}
  }
}

/** Adds to `postgres.json` of the data folder. */
export function updateNote(dataDir: string, change: PostgresNote): void {
  const draft = join(dataDir, `postgres.json.${process.pid}.new`)
  writeDurably(draft, JSON.stringify({ ...readNote(dataDir), ...change }), 0o600)
  renameSync(draft, join(dataDir, 'postgres.json'))
}

/** The folder of the cluster: in the data folder, unless it once had to move out. */
export function clusterDirOf(dataDir: string): string {
  const { cluster } = readNote(dataDir)
  return cluster && existsSync(cluster) ? cluster : join(dataDir, 'postgres')
}

/**
 * The last way for root under a private folder: programs and cluster move to /var/lib/parvandeh, where nobody can
 * reach them. Never to a temporary folder: a database there would be gone after the next restart of the machine.
 */
export function copyOut({ nativeDir, version }: Binaries, dataDir: string, log: LauncherLog, reachableBase: string) {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const copy = { nativeDir: join(reachableBase, `postgresql-${version}`), clusterDir: join(reachableBase, name) }
  try {
    mkdirSync(reachableBase, { recursive: true, mode: 0o755 })
    copyPrograms(nativeDir, copy.nativeDir)
    moveCluster(clusterDirOf(dataDir), copy.clusterDir)
  } catch (error) {
    throw new StartRefused(
      `برنامه با کاربر root در پوشه‌ای بسته اجرا شده و «${reachableBase}» هم نوشتنی نیست. برنامه را جایی مانند ‎/opt بگذارید یا با کاربر دیگری اجرا کنید.`,
      `Started by root in a private folder, and ${reachableBase} cannot be written (${(error as Error).message}). Put the product somewhere like /opt, or run it as another user.`,
    )
  }
  updateNote(dataDir, { cluster: copy.clusterDir })
  log.warn(`started by root under a private folder: PostgreSQL and its data were put in ${reachableBase}`)
  log.warn(`the database of ${dataDir} is in ${copy.clusterDir}; keep both when you move the product`)
  return copy
}

function copyPrograms(from: string, to: string): void {
  // A clone made under a strict umask is closed to others, and so would its copy be.
  copyWhole(from, to, { folder: 0o755, addToFile: (mode) => ((mode & 0o100) === 0 ? 0o044 : 0o055) })
}

function moveCluster(from: string, to: string): void {
  if (from === to || existsSync(to) || !existsSync(from)) return
  // PostgreSQL refuses a cluster that others may look into.
  copyWhole(from, to, { folder: 0o700, addToFile: () => 0 })
  // Kept under another name: the operator deletes it when content that nothing is missing.
  renameSync(from, `${from}.moved`)
}

function copyWhole(from: string, to: string, modes: { folder: number; addToFile(mode: number): number }): void {
  if (existsSync(to)) return
  const draft = `${to}.${process.pid}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, modes.folder)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | modes.addToFile(statSync(path).mode))
  }
  chmodSync(draft, modes.folder)
  renameSync(draft, to)
}
