import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBinaries, restoreLinks } from './binaries.ts'

test('a machine for which no PostgreSQL came along is told of DATABASE_URL, in both languages', () => {
  expect(() => findBinaries('linux-s390x')).toThrow(/linux-s390x[^]*DATABASE_URL[^]*DATABASE_URL/)
  expect(() => findBinaries('win32-x64')).toThrow('No PostgreSQL came with the product')
})

test('links between libraries are restored where npm ran no install scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvandeh-binaries-'))
  const native = join(folder, 'native')
  const whole = findBinaries().nativeDir
  cpSync(whole, native, { recursive: true, filter: (path) => !path.includes('/share') })
  const libraries = readdirSync(join(native, 'lib'))
  rmSync(join(native, 'lib/libpq.so.5'))
  restoreLinks(native)
  expect(readdirSync(join(native, 'lib'))).toEqual(libraries)
  rmSync(folder, { recursive: true })
})
