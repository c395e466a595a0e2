import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The kernel counts the time of processes in hundredths of a second. */
const ticksPerSecond = 100

/** Seconds of processor that the embedded PostgreSQL of this folder has used so far, with all its processes; NaN for one elsewhere. */
export function postgresCpuSeconds(dataDir: string): number {
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid')
  if (!existsSync(pidFile) || !existsSync('/proc/self/stat')) return Number.NaN
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  let ticks = 0
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/u.test(one))) {
    const fields = statOf(name)
    if (Number(name) !== postmaster && Number(fields[1]) !== postmaster) continue
    // Of the postmaster also what its children had used when they ended.
    ticks += Number(fields[11]) + Number(fields[12]) + (Number(name) === postmaster ? Number(fields[13]) + Number(fields[14]) : 0)
  }
  return ticks / ticksPerSecond
}

/** The fields of a process behind its name, which may hold blanks; none of one that has just ended. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return []
  }
}
