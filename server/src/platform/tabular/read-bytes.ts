import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { TableLimits } from './table-limits.ts'
import { unpack } from './unpack.ts'

/** Where bytes are read from, and how. */
export interface ByteSource {
  path: string
  gzip: boolean
  limits: TableLimits
  signal?: AbortSignal | undefined
  onRead?: ((bytes: number) => void) | undefined
}

/** The bytes of a file from its beginning, unpacked when it is gzip (members one after another included). */
export async function* readBytes({ path, gzip, limits, signal, onRead }: ByteSource): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024, ...(signal ? { signal } : {}) })
  try {
    for await (const chunk of gzip ? unpack(file, createGunzip(), limits) : file) {
      signal?.throwIfAborted()
      onRead?.(file.bytesRead)
      yield chunk as Buffer
    }
  } finally {
    file.destroy()
  }
}
