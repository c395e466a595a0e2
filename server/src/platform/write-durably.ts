import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'

/** Writes a whole new file and waits until the disk has it; an older file of that name is replaced. */
export function writeDurably(path: string, text: string, mode: number): void {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx', mode)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
