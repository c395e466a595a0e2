import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartRefused } from './start-refused.ts'
import { writeDurably } from './write-durably.ts'

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Where the product keeps what must last: `given` (DATA_DIR), or `.data` beside the sources. A relative path counts
 * from the root of the repository, so that `npm start` and the command line mean the same folder from anywhere.
 * Creates the folder for its owner alone; returns its real, absolute path.
 */
export function openDataDir(given: string | undefined = process.env['DATA_DIR']): string {
  const path = resolve(repositoryRoot, given || '.data')
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const looseBits = statSync(path).mode & 0o066
    // Traversal by others (0711) is left: the database of a product run by root needs it.
    if (looseBits !== 0 && owns(path)) chmodSync(path, statSync(path).mode & 0o711)
    return realpathSync(path)
  } catch (error) {
    throw new StartRefused(
      `پوشهٔ داده‌ها «${path}» ساخته یا خوانده نمی‌شود؛ دسترسی آن را درست کنید یا جای دیگری را با DATA_DIR نشان دهید.`,
      `The data folder ${path} cannot be made or read (${(error as Error).message}); mend its permissions or point DATA_DIR elsewhere.`,
    )
  }
}

/** What only this installation knows. Whoever reads these can read and forge everything. */
export interface Secrets {
  /** Password of the database owner, who migrates. */
  ownerPassword: string
  /** Password of the role the application works under. */
  applicationPassword: string
  /** Signs sessions: 32 bytes, base64url. */
  sessionSecret: string
  /** Wraps the keys under which customers' values are sealed: 32 bytes, base64url. Without it they cannot be opened. */
  sealingKey: string
}

const secretNames: readonly (keyof Secrets)[] = ['ownerPassword', 'applicationPassword', 'sessionSecret', 'sealingKey']

/**
 * Reads `secrets.json` of the data folder, making it (0600) on the first run and adding what a newer version needs.
 * Permissions that let others read it are tightened when the file is ours, with a word to `warn`; else the start is
 * refused.
 */
export function loadSecrets(dataDir: string, warn: (message: string) => void = () => {}): Secrets {
  const path = join(dataDir, 'secrets.json')
  const existing = readSecrets(path, warn)
  if (existing && secretNames.every((name) => existing[name])) return existing as Secrets

  const complete: Record<string, string> = { ...existing }
  for (const name of secretNames) complete[name] ||= randomBytes(32).toString('base64url')
  return existing ? replaceSecrets(path, complete) : createSecrets(path, complete, warn)
}

function readSecrets(path: string, warn: (message: string) => void): Partial<Secrets> | undefined {
  try {
    tighten(path, warn)
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof StartRefused) throw error
    throw new StartRefused(
      `فایل رازها «${path}» خوانده نمی‌شود؛ آن را از پشتیبان برگردانید.`,
      `The secrets file ${path} cannot be read (${(error as Error).message}); bring it back from a backup.`,
    )
  }
}

function tighten(path: string, warn: (message: string) => void): void {
  // Windows keeps no such bits; there the folder's own access list guards the file.
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return
  if (!owns(path)) {
    throw new StartRefused(
      `دیگران می‌توانند فایل رازها «${path}» را بخوانند و این فایل از آنِ شما نیست؛ صاحبش باید chmod 600 بزند.`,
      `Others can read the secrets file ${path}, and it is not yours to mend; its owner must chmod 600 it.`,
    )
  }
  chmodSync(path, 0o600)
  warn(`others could read ${path}; its permissions are now 0600`)
}

function createSecrets(path: string, secrets: Record<string, string>, warn: (message: string) => void): Secrets {
  const draft = `${path}.${process.pid}.new`
  writeDurably(draft, JSON.stringify(secrets, null, 2), 0o600)
  try {
    // A link, not a rename: of two first runs at once, one set of secrets wins and both use it.
    linkSync(draft, path)
    return secrets as unknown as Secrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readSecrets(path, warn) as Secrets
  } finally {
    rmSync(draft, { force: true })
  }
}

function replaceSecrets(path: string, secrets: Record<string, string>): Secrets {
  const draft = `${path}.${process.pid}.new`
  writeDurably(draft, JSON.stringify(secrets, null, 2), 0o600)
  renameSync(draft, path)
  return secrets as unknown as Secrets
}

function owns(path: string): boolean {
  const user = process.getuid?.()
  return user === undefined || user === 0 || statSync(path).uid === user
}
