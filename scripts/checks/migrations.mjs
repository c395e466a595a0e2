import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runIfStarted } from './report.mjs'
import { filesBelow } from './sources.mjs'

export const checksumFile = 'server/src/platform/database/migrations.checksums.json'

/** The migrations as they stand: name to checksum of what is sent to the database. */
async function presentChecksums(root) {
  const paths = filesBelow(root, ['server/src'], /\/migrations\/\d{4}-[^/]+\.ts$/u)
  const entries = await Promise.all(
    paths.map(async (path) => {
      const { sql } = await import(pathToFileURL(join(root, path)).href)
      return [basename(path, '.ts'), createHash('sha256').update(sql).digest('hex')]
    }),
  )
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The migrations as they were frozen. */
function frozenChecksums(root) {
  const path = join(root, checksumFile)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** Freezes the migrations as they stand; refuses, with sentences, when published ones have changed. */
export async function freezeMigrations(root) {
  const [present, published] = [await presentChecksums(root), publishedChecksums(root)]
  const changed = Object.keys(published).filter((name) => present[name] !== published[name])
  if (changed.length > 0) return changed.map((name) => `${name} is published and was changed or removed; write a new migration instead.`)
  writeFileSync(join(root, checksumFile), `${JSON.stringify(present, undefined, 2)}\n`)
  return []
}

/** The migrations that installations may have gone through: those frozen in the published history, or in the local one where there is no other. */
function publishedChecksums(root) {
  const revision = git(root, 'rev-parse', '--verify', '--quiet', 'origin/main') === undefined ? 'HEAD' : 'origin/main'
  return JSON.parse(git(root, 'show', `${revision}:${checksumFile}`) ?? '{}')
}

/** What git answers; undefined when it refuses. */
function git(root, ...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

/** Migrations that differ from their frozen selves: databases that went through them would refuse to start. */
export async function migrationProblems(root) {
  const [present, frozen] = [await presentChecksums(root), frozenChecksums(root)]
  const numbers = Object.keys(present).map((name) => name.slice(0, 4))
  return [
    ...Object.keys(frozen)
      .filter((name) => !(name in present))
      .map((name) => `${name}: a frozen migration is gone`),
    ...Object.keys(present)
      .filter((name) => !(name in frozen))
      .map((name) => `${name}: not frozen yet; run npm run freeze-migrations`),
    ...Object.keys(present)
      .filter((name) => name in frozen && present[name] !== frozen[name])
      .map((name) => `${name}: differs from its frozen self; write a new migration instead`),
    ...numbers.filter((number, index) => numbers.indexOf(number) !== index).map((number) => `${number}: two migrations have this number`),
  ]
}

await runIfStarted(import.meta, migrationProblems)
