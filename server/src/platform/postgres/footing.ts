import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chmodSync, existsSync, lchownSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { binaryPath, type Binaries } from './binaries.ts'
import { clusterDirOf, copyOut } from './copy-out.ts'
import type { LauncherLog } from './types.ts'

/** How PostgreSQL's programs run here: from which folder, over which cluster, as whom. */
export interface Footing {
  nativeDir: string
  clusterDir: string
  /** Turns a program and its arguments into what is really spawned. */
  command(file: string, args: string[]): { file: string; args: string[]; options: SpawnOptions }
  /** Owner the files must have, where that is not simply this process. */
  fileOwner?: { uid: number; gid: number } | undefined
}

// "nobody": every system has it in its password file, and initdb refuses a user who is not there.
const nobody = { uid: 65534, gid: 65534 }
const unshareArgs = ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--']

/**
 * PostgreSQL refuses to run as root. As root we therefore run it as the cluster's owner or as nobody; when that user
 * cannot reach the folders (a project under /root), inside a user namespace; where those are forbidden, from a copy
 * under /var/lib/parvandeh. Says what was done whenever it is not the plain way.
 */
export function findFooting(
  binaries: Binaries,
  dataDir: string,
  log: LauncherLog,
  { mayUnshare = true, copyBase = '/var/lib/parvandeh' } = {},
): Footing {
  const place = { nativeDir: binaries.nativeDir, clusterDir: clusterDirOf(dataDir) }
  if (process.getuid?.() !== 0) return { ...place, command: (file, args) => plainly(file, args) }

  const account = clusterOwner(place.clusterDir) ?? nobody
  const postgres = binaryPath(place.nativeDir, 'postgres')
  if (canRun(postgres, account) && canReach(dirname(place.clusterDir), account, dataDir)) {
    // Others may pass through the data folder, not look into it.
    if (dirname(place.clusterDir) === dataDir) chmodSync(dataDir, statSync(dataDir).mode | 0o011)
    return asUser(place, account)
  }
  if (mayUnshare && canUnshare(postgres)) {
    log.info(`started by root under a private folder: PostgreSQL runs in a user namespace of its own`)
    return unshared(place)
  }
  return asUser(copyOut(binaries, dataDir, log, copyBase), nobody)
}

/** Gives the whole cluster to the user PostgreSQL runs as. The top folder comes last: it marks the work as done. */
export function ownFiles(path: string, { fileOwner }: Footing): void {
  if (!fileOwner || !existsSync(path)) return
  const { uid, gid } = lstatSync(path)
  if (uid !== fileOwner.uid || gid !== fileOwner.gid) chownTree(path, fileOwner)
}

function plainly(file: string, args: string[], account = {}): ReturnType<Footing['command']> {
  return { file, args, options: { ...account, cwd: '/' } }
}

function asUser(place: { nativeDir: string; clusterDir: string }, account: { uid: number; gid: number }): Footing {
  return { ...place, fileOwner: account, command: (file, args) => plainly(file, args, account) }
}

function unshared(place: { nativeDir: string; clusterDir: string }): Footing {
  // Inside, root's own files look like nobody's; outside they stay root's.
  const command: Footing['command'] = (file, args) => plainly('unshare', [...unshareArgs, file, ...args])
  return { ...place, fileOwner: { uid: 0, gid: 0 }, command }
}

/** A cluster made by a service's user stays that user's when root runs a command over it. */
function clusterOwner(clusterDir: string): { uid: number; gid: number } | undefined {
  if (!existsSync(clusterDir)) return undefined
  const { uid, gid } = statSync(clusterDir)
  return uid === 0 ? undefined : { uid, gid }
}

function canRun(postgres: string, account: { uid: number; gid: number }): boolean {
  return spawnSync(postgres, ['-V'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function canUnshare(postgres: string): boolean {
  return spawnSync('unshare', [...unshareArgs, postgres, '-V'], { cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether every folder down to `path` lets the user pass; `ours` is one that we open to passing ourselves. */
function canReach(path: string, account: { uid: number; gid: number }, ours: string): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const passBit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & passBit) === 0 && folder !== ours) return false
    if (folder === dirname(folder)) return true
  }
}

function chownTree(path: string, account: { uid: number; gid: number }): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) chownTree(child, account)
    else lchownSync(child, account.uid, account.gid)
  }
  lchownSync(path, account.uid, account.gid)
}
