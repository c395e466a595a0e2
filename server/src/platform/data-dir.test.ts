import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadSecrets, openDataDir } from './data-dir.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvandeh-data-dir-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const secretsFile = () => join(folder, 'secrets.json')

test('the data folder is made for its owner alone, with the folders above it', () => {
  const path = openDataDir(join(folder, 'deep/data'))
  expect(modeOf(path)).toBe('700')
})

test('a data folder that others could look into is closed', () => {
  chmodSync(folder, 0o777)
  expect(modeOf(openDataDir(folder))).toBe('711')
})

test('a data folder that cannot be made is refused in both languages, naming the way out', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => openDataDir(join(folder, 'file/data'))).toThrow(/DATA_DIR[^]*DATA_DIR/)
})

test('the first run makes secrets that nobody else can read, and every later run finds the same', () => {
  const secrets = loadSecrets(folder)
  expect(modeOf(secretsFile())).toBe('600')
  expect(Buffer.from(secrets.sessionSecret, 'base64url')).toHaveLength(32)
  expect(new Set(Object.values(secrets)).size).toBe(4)
  expect(loadSecrets(folder)).toEqual(secrets)
  expect(loadSecrets(mkdtempSync(join(folder, 'other-')))).not.toEqual(secrets)
})

test('secrets that others could read are closed, and the operator is told', () => {
  const secrets = loadSecrets(folder)
  chmodSync(secretsFile(), 0o644)
  const warn = vi.fn()
  expect(loadSecrets(folder, warn)).toEqual(secrets)
  expect(modeOf(secretsFile())).toBe('600')
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('0600'))
})

test('secrets that others could read and that belong to someone else are refused', () => {
  loadSecrets(folder)
  chmodSync(secretsFile(), 0o644)
  const stranger = statSync(folder).uid + 1
  vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(stranger)
  expect(() => loadSecrets(folder)).toThrow(/chmod 600[^]*chmod 600/)
  expect(modeOf(secretsFile())).toBe('644')
})

test('a secret that a newer version needs is added to the old ones', () => {
  writeFileSync(secretsFile(), JSON.stringify({ ownerPassword: 'old' }), { mode: 0o600 })
  const secrets = loadSecrets(folder)
  expect(secrets.ownerPassword).toBe('old')
  expect(secrets.sessionSecret).toHaveLength(43)
  expect(JSON.parse(readFileSync(secretsFile(), 'utf8'))).toEqual(secrets)
})

test('damaged secrets are refused, never replaced', () => {
  writeFileSync(secretsFile(), '{"ownerPass', { mode: 0o600 })
  expect(() => loadSecrets(folder)).toThrow('bring it back from a backup')
  expect(readFileSync(secretsFile(), 'utf8')).toBe('{"ownerPass')
})
