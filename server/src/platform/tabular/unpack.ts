import type { Gunzip, InflateRaw } from 'node:zlib'
import { TableError } from './table-error.ts'
import type { TableLimits } from './table-limits.ts'

/** The bounds of one unpacking; `unpackedBytes` differs between a file, a sheet and the shared texts. */
export type UnpackLimits = Pick<TableLimits, 'unpackedBytes' | 'unpackRatio' | 'ratioGraceBytes'>

// The engine is fed so little at a time that even the densest bomb gives at most 16 MiB before it is looked at.
const feedBytes = 16 * 1024

/**
 * Unpacks a stream of bytes. Everything unpacked before a fault is given before the fault is thrown: a stream
 * iterator would drop what it had buffered, and with it whole rows of a truncated file.
 */
export async function* unpack(packed: AsyncIterable<Buffer>, engine: Gunzip | InflateRaw, limits: UnpackLimits): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  let read = 0
  let unpacked = 0
  engine.on('data', (chunk: Buffer) => {
    unpacked += chunk.length
    ready.push(chunk)
  })
  // Faults also come to the write's own callback, which is where they are handled.
  engine.on('error', () => {})
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length; at += feedBytes) {
        const part = chunk.subarray(at, at + feedBytes)
        read += part.length
        await feed(engine, part)
        refuseBomb(unpacked, read, limits)
        yield* ready.splice(0)
      }
    }
    yield* await finish(engine, ready)
    refuseBomb(unpacked, read, limits)
  } finally {
    engine.destroy()
  }
}

/** Feeds one part and waits until all it gives has been given. */
async function feed(engine: Gunzip | InflateRaw, part: Buffer): Promise<void> {
  await settled(engine, (done) => engine.write(part, done))
}

async function finish(engine: Gunzip | InflateRaw, ready: Buffer[]): Promise<Buffer[]> {
  await settled(engine, () => engine.end())
  return ready.splice(0)
}

// The engine leaves a write unanswered when its data ended before the bytes did (padding follows), so the end
// of its data settles a write as well; after it nothing more is fed.
async function settled(engine: Gunzip | InflateRaw, act: (done: (fault?: Error | null) => void) => void): Promise<void> {
  if (engine.readableEnded) return
  await new Promise<void>((resolve, reject) => {
    const settle = (fault?: Error | null): void => {
      engine.off('end', settle).off('error', settle)
      if (fault) reject(asTableError(fault))
      else resolve()
    }
    engine.once('end', settle).once('error', settle)
    act(settle)
  })
}

function refuseBomb(unpacked: number, read: number, limits: UnpackLimits): void {
  const tooDense = unpacked > limits.ratioGraceBytes && unpacked > read * limits.unpackRatio
  if (unpacked > limits.unpackedBytes || tooDense) {
    throw new TableError('unpacks-too-large', { limit: limits.unpackedBytes })
  }
}

function asTableError(fault: Error & { code?: string }): TableError {
  return new TableError(fault.code === 'Z_BUF_ERROR' ? 'truncated-file' : 'damaged-file')
}
