import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Who was erased, one id a line, in a file outside of the database: a backup taken before would else bring them back.
 * An id says nothing of anybody, and no row that it once led to is left.
 */
export function localErasedList(file: string) {
  return {
    add: async (ids: readonly string[]): Promise<void> => {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      await appendFile(file, ids.map((id) => `${id}\n`).join(''), { mode: 0o600, flush: true })
    },
    read: async (): Promise<string[]> => {
      const text = await readFile(file, 'utf8').catch(() => '')
      return [...new Set(text.split('\n').filter((line) => /^[0-9a-f-]{36}$/u.test(line)))]
    },
  }
}
