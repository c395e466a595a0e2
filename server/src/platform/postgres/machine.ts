import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import type { Machine } from './settings.ts'

/** Memory this process may use (a container's limit where there is one) and the room for shared memory. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory()
  const memoryBytes = limit > 0 && limit < totalmem() ? limit : totalmem()
  return { memoryBytes, sharedMemoryBytes: sharedMemoryBytes() }
}

function sharedMemoryBytes(): number | undefined {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize
  } catch {
    return undefined
  }
}
