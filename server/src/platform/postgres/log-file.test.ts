import { closeSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastServerLogLines, openServerLog, rotateServerLog } from './log-file.ts'

test('the log of the server never grows without bound, and a running server goes on writing to it', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parvandeh-log-'))
  const path = join(dataDir, 'logs/postgres.log')
  const { file } = openServerLog(dataDir)
  writeSync(file, 'before\n')
  rotateServerLog(dataDir)
  expect(readFileSync(path, 'utf8')).toBe('before\n')

  truncateSync(path, 11 * 1024 * 1024)
  rotateServerLog(dataDir)
  writeSync(file, 'one\ntwo\nthree\n')
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\n')
  expect(statSync(`${path}.1`).size).toBe(11 * 1024 * 1024)
  expect(lastServerLogLines(dataDir, 2)).toBe('two\nthree')
  closeSync(file)
  rmSync(dataDir, { recursive: true })
})
