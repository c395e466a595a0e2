import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isProcessAlive } from '../process-identity.ts'
import { StartRefused } from '../start-refused.ts'
import { writeDurably } from '../write-durably.ts'
import { binaryPath } from './binaries.ts'
import { ownFiles, type Footing } from './footing.ts'
import { ownerRole } from './types.ts'

const majorVersion = '18'

// The C library's view of letters must be UTF-8: with plain C, pg_trgm sees no letters at all in Persian.
const localeArgs = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8']

/** Makes the cluster on the first run. It is built aside and renamed, so that a start cut short leaves no half one. */
export function ensureCluster(footing: Footing, password: string, { isThrowaway = false } = {}): void {
  removeAbandonedDrafts(footing.clusterDir)
  if (!existsSync(footing.clusterDir)) createCluster(footing, password, isThrowaway ? ['--no-sync'] : [])
  ownFiles(footing.clusterDir, footing)
  requireMajorVersion(footing.clusterDir)
}

function createCluster(footing: Footing, password: string, extraArgs: string[]): void {
  const draft = `${footing.clusterDir}.${process.pid}.new`
  const passwordFile = `${draft}.password`
  mkdirSync(draft, { mode: 0o700 })
  ownFiles(draft, footing)
  writeDurably(passwordFile, password, 0o600)
  if (footing.fileOwner) chownSync(passwordFile, footing.fileOwner.uid, footing.fileOwner.gid)
  try {
    runInitdb(footing, ['-D', draft, '-U', ownerRole, `--pwfile=${passwordFile}`, ...extraArgs])
    renameSync(draft, footing.clusterDir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function runInitdb(footing: Footing, args: string[]): void {
  const fixedArgs = ['--auth=scram-sha-256', '--no-instructions', ...localeArgs]
  const initdb = footing.command(binaryPath(footing.nativeDir, 'initdb'), [...args, ...fixedArgs])
  const { status, stderr, error } = spawnSync(initdb.file, initdb.args, {
    ...initdb.options,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', SystemRoot: process.env['SystemRoot'] },
    encoding: 'utf8',
  })
  if (status === 0) return
  const reason = error?.message ?? stderr.trim()
  throw new StartRefused(
    `پایگاه داده در پوشهٔ «${dirname(footing.clusterDir)}» ساخته نشد: ${reason}`,
    `The database could not be made in ${dirname(footing.clusterDir)}: ${reason}`,
  )
}

function requireMajorVersion(clusterDir: string): void {
  const found = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim()
  if (found === majorVersion) return
  throw new StartRefused(
    `داده‌ها با PostgreSQL ${found} ساخته شده‌اند و این نسخه ${majorVersion} را به کار می‌برد؛ با نسخهٔ پیشین پشتیبان بگیرید و این‌جا برگردانید.`,
    `The data were made by PostgreSQL ${found}, this version runs ${majorVersion}: take a backup with the older version and restore it here.`,
  )
}

function removeAbandonedDrafts(clusterDir: string): void {
  const parent = dirname(clusterDir)
  const draftName = new RegExp(`^${basename(clusterDir)}\\.(\\d+)\\.new(\\.password)?$`)
  for (const name of readdirSync(parent)) {
    const pid = Number(draftName.exec(name)?.[1])
    const isAbandoned = pid === process.pid || (pid > 0 && !isProcessAlive(pid))
    if (isAbandoned) rmSync(join(parent, name), { recursive: true, force: true })
  }
}
