import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { clusterDirOf, readNote } from './copy-out.ts'
import { ask, listeningLog, password } from './embedded-postgres.fixtures.ts'
import { findFooting } from './footing.ts'
import { freePort } from './free-port.ts'
import { launchOrReuse } from './launch.ts'
import { ownerUrl, stopPostmaster } from './postmaster.ts'
import { postgresSettings, unsafeButFastSettings } from './settings.ts'

const isRoot = process.getuid?.() === 0
const hasUserNamespaces = spawnSync('unshare', ['--user', 'true']).status === 0
const binaries = findBinaries()
const log = listeningLog()
let folder = ''
let dataDir = ''
let copyBase = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvandeh-footing-'))
  dataDir = join(folder, 'data')
  copyBase = join(folder, 'copies')
  mkdirSync(dataDir, { mode: 0o700 })
  log.said.length = 0
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a server once; gives how often it has been run before, as its own data tell, and the owner of its files. */
async function runOnce(options: { mayUnshare?: boolean } = {}): Promise<{ runsBefore: unknown; fileOwner: number }> {
  const footing = findFooting(binaries, dataDir, log, { ...options, copyBase })
  ensureCluster(footing, password, { isThrowaway: true })
  const settings = { ...postgresSettings({ memoryBytes: 1024 ** 3 }), ...unsafeButFastSettings }
  const postmaster = await launchOrReuse({ dataDir, footing, password, settings }, () => freePort())
  const url = ownerUrl(postmaster.port, password, 'postgres')
  await ask(url, 'create table if not exists run (at timestamptz default now())')
  const [row] = await ask(url, 'select count(*)::int as runs from run')
  await ask(url, 'insert into run default values')
  await stopPostmaster(postmaster, footing)
  return { runsBefore: row?.['runs'], fileOwner: statSync(clusterDirOf(dataDir)).uid }
}

describe.runIf(isRoot)('started by root', () => {
  test('in a folder that anybody may pass through, PostgreSQL runs as nobody and others still cannot look in', async () => {
    chmodSync(folder, 0o755)
    expect(await runOnce()).toEqual({ runsBefore: 0, fileOwner: 65534 })
    expect(statSync(dataDir).mode & 0o777).toBe(0o711)
    expect(log.said).toEqual([])
  })

  test.runIf(hasUserNamespaces)('moved under a private folder, it runs in a user namespace over the same data', async () => {
    chmodSync(folder, 0o755)
    await runOnce()
    // From here on the project is somewhere like /root.
    chmodSync(folder, 0o700)
    expect(await runOnce()).toEqual({ runsBefore: 1, fileOwner: 0 })
    expect(log.said.join()).toContain('user namespace')
  })

  test.runIf(hasUserNamespaces)('where user namespaces are forbidden, PostgreSQL moves out with its data and says where', async () => {
    const home = join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    chmodSync(folder, 0o755)
    dataDir = join(home, 'data')
    mkdirSync(dataDir, { mode: 0o700 })
    expect(await runOnce()).toEqual({ runsBefore: 0, fileOwner: 0 })
    expect(await runOnce({ mayUnshare: false })).toEqual({ runsBefore: 1, fileOwner: 65534 })
    expect(clusterDirOf(dataDir).startsWith(copyBase)).toBe(true)
    expect(log.said.join()).toContain(readNote(dataDir).cluster)
    expect(readdirSync(dataDir)).toContain('postgres.moved')
    expect(await runOnce({ mayUnshare: false })).toMatchObject({ runsBefore: 2 })
    // It stays there, whatever way of running is open later.
    expect(await runOnce()).toMatchObject({ runsBefore: 3 })
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  })
})

test.skipIf(isRoot)('started by anyone else, PostgreSQL runs as that user', async () => {
  expect(await runOnce()).toEqual({ runsBefore: 0, fileOwner: process.getuid?.() })
})
