import { existsSync, readFileSync, readlinkSync } from 'node:fs'

/** True while the process lives; a zombie that nobody has reaped counts as dead. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return statFields(pid)?.[0] !== 'Z'
}

/**
 * Names one process of one boot, so that a pid given later to another program is not taken for the old one.
 * `undefined` where the system does not tell (no /proc), or when the process is gone.
 */
export function processIdentity(pid: number): string | undefined {
  const startTicks = statFields(pid)?.[19]
  return startTicks === undefined ? undefined : `${bootId()}:${startTicks}`
}

/**
 * Whether the process works in that folder. `undefined` where the system keeps no /proc; a process whose folder is
 * hidden from us is another user's.
 */
export function isProcessIn(pid: number, folder: string): boolean | undefined {
  if (!existsSync('/proc/self/cwd')) return undefined
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Fields of /proc/PID/stat from the third on: the second is a name in brackets that may itself hold blanks. */
function statFields(pid: number): string[] | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function bootId(): string {
  return readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
