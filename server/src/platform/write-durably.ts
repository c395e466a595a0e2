import { closeSync, fchownSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a whole new file and waits until the disk has it; an older file of that name is replaced. What root writes goes
 * to the owner of the folder, so that one command run by root does not lock a service's own user out.
 */
export function writeDurably(path: string, text: string, mode: number): void {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx', mode)
  try {
    if (process.getuid?.() === 0) {
      const { uid, gid } = statSync(dirname(path))
      fchownSync(file, uid, gid)
    }
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
