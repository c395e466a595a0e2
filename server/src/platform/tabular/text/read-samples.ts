import { open } from 'node:fs/promises'
import { readBytes } from '../read-bytes.ts'
import type { ByteSource } from '../read-bytes.ts'
import { TableError } from '../table-error.ts'

const headBytes = 1024 * 1024
const windowBytes = 64 * 1024
const windows = 8

/** The beginning of the unpacked content. A truncated gzip gives what it has: its rows are still to be read. */
export async function readHead(source: ByteSource): Promise<{ bytes: Buffer; isWhole: boolean; isTruncated: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  let isTruncated = false
  try {
    for await (const chunk of readBytes(source)) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= headBytes) break
    }
  } catch (fault) {
    if (!(fault instanceof TableError) || fault.code !== 'truncated-file') throw fault
    isTruncated = true
  }
  const isWhole = length < headBytes && !isTruncated
  return { bytes: Buffer.concat(chunks), isWhole, isTruncated }
}

/**
 * Pieces from all over the file, so that a file whose first megabyte is plain ASCII is not taken for UTF-8 when
 * Persian in windows-1256 follows. A packed file can only be read from its beginning: it gives none.
 */
export async function readWindows({ path, gzip }: ByteSource): Promise<Buffer[]> {
  if (gzip) return []
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size <= headBytes) return []
    const step = Math.floor((size - headBytes) / windows)
    return await Promise.all(
      Array.from({ length: windows }, async (_, at) => {
        const end = headBytes + (at + 1) * step
        const { buffer, bytesRead } = await file.read(Buffer.alloc(windowBytes), 0, windowBytes, end - windowBytes)
        return buffer.subarray(0, bytesRead)
      }),
    )
  } finally {
    await file.close()
  }
}
