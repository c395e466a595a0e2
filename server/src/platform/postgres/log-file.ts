import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const largestBytes = 10 * 1024 * 1024

/** Opens the server's log for appending. The caller closes it once the server has inherited it. */
export function openServerLog(dataDir: string): { file: number; close(): void } {
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
  rotateServerLog(dataDir)
  const file = openSync(serverLogPath(dataDir), 'a', 0o600)
  return { file, close: () => closeSync(file) }
}

/**
 * Keeps the log and one older file, each about 10 MB at most. The file is copied and emptied, not renamed: the
 * running server holds it open, and appends to the emptied one.
 */
export function rotateServerLog(dataDir: string): void {
  const path = serverLogPath(dataDir)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < largestBytes) return
  copyFileSync(path, `${path}.1`)
  truncateSync(path)
}

/** The end of the log, to say why a start failed. */
export function lastServerLogLines(dataDir: string, count: number): string {
  return readFileSync(serverLogPath(dataDir), 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}

function serverLogPath(dataDir: string): string {
  return join(dataDir, 'logs', 'postgres.log')
}
