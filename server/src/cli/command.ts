import type { DatabaseServer } from '../process/database-server.ts'
import type { Secrets } from '../platform/data-dir.ts'
import type { Log } from '../platform/log.ts'

/** Codes that a command ends with. */
export const exitCodes = { done: 0, failed: 1, usage: 2, doneWithRefusals: 3 } as const

/** What every command is given. */
export interface Surroundings {
  dataDir: string
  secrets: Secrets
  server: DatabaseServer
  /** The database meant: one's own organisation's, or the demo's with `--demo`. */
  database: string
  log: Log
  out: (line: string) => void
  progress: Progress
  json: boolean
  say: (fa: string, en: string) => string
}

export interface Progress {
  show: (share: number) => void
  end: () => void
}

export interface Command {
  /** As typed, such as `import requests FILE`. */
  usage: string
  fa: string
  en: string
  /** Flags that take a value. */
  values?: readonly string[]
  /** Flags that do not. */
  flags?: readonly string[]
  /** How many words follow the command's own. */
  words: number
  run: (surroundings: Surroundings, given: Given) => Promise<number>
}

export interface Given {
  words: string[]
  values: Record<string, string | undefined>
  flags: Record<string, boolean | undefined>
}

/** The command was not typed as it should be; the sentence says what is lacking. */
export class UsageError extends Error {
  readonly fa: string

  constructor(fa: string, en: string) {
    super(en)
    this.fa = fa
  }
}

/** The value of a flag that the command cannot do without. */
export function requireValue(given: Given, name: string): string {
  const value = given.values[name]
  if (value === undefined || value === '') throw new UsageError(`گزینهٔ ‎--${name} لازم است.`, `--${name} is required.`)
  return value
}
