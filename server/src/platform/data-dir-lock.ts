import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProcessAlive, processIdentity } from './process-identity.ts'
import { StartRefused } from './start-refused.ts'
import { writeDurably } from './write-durably.ts'

/** Who works on a data folder now. */
export interface DataDirHolder {
  pid: number
  /** Where the holder can be reached, for people. */
  address: string
  /** Tells the holder from a later program with the same pid; absent where the system cannot tell. */
  identity?: string | undefined
}

/**
 * Takes the data folder for this process alone. Refuses, naming pid and address of the holder, while another lives.
 * A lock left by a killed process is taken over: its pid is dead, or belongs to a program started later.
 */
export async function acquireDataDirLock(dataDir: string, { address }: { address: string }): Promise<{ release(): Promise<void> }> {
  const path = join(dataDir, 'lock.json')
  const holder: DataDirHolder = { pid: process.pid, address, identity: processIdentity(process.pid) }
  const draft = `${path}.${process.pid}.new`
  writeDurably(draft, JSON.stringify(holder), 0o600)
  try {
    while (!tryLink(draft, path)) takeAwayStaleLock(dataDir, path)
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    async release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true })
    },
  }
}

/** The living process that holds the data folder, if any. */
export function findDataDirHolder(dataDir: string): DataDirHolder | undefined {
  const holder = readHolder(join(dataDir, 'lock.json'))
  return holder && isStillHeldBy(holder) ? holder : undefined
}

function takeAwayStaleLock(dataDir: string, path: string): void {
  const found = readHolder(path)
  if (found && isStillHeldBy(found)) throw alreadyRunning(dataDir, found)
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  // Between reading and renaming, another start may have put its own lock there: give that one back.
  const taken = readHolder(aside)
  if (taken && isStillHeldBy(taken)) tryLink(aside, path)
  rmSync(aside, { force: true })
}

function isStillHeldBy(holder: DataDirHolder): boolean {
  if (holder.pid === process.pid) return holder.identity === processIdentity(process.pid)
  if (!isProcessAlive(holder.pid)) return false
  const identity = processIdentity(holder.pid)
  return identity === undefined || holder.identity === undefined || identity === holder.identity
}

function alreadyRunning(dataDir: string, holder: DataDirHolder): StartRefused {
  return new StartRefused(
    `پرونده هم‌اکنون روی پوشهٔ «${dataDir}» در حال کار است (شمارهٔ فرایند ${holder.pid}، نشانی ${holder.address}). همان را به کار ببرید یا نخست آن را ببندید.`,
    `Parvandeh is already running on the data folder ${dataDir} (process ${holder.pid}, address ${holder.address}). Use that one, or stop it first.`,
  )
}

function readHolder(path: string): DataDirHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<DataDirHolder>
    return typeof holder.pid === 'number' ? (holder as DataDirHolder) : undefined
  } catch {
    return undefined
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
