import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** A stored content: named by its SHA-256, so that the same content is stored once. */
export interface StoredBlob {
  sha256: string
  bytes: number
  mediaType: string
}

export interface BlobStore {
  /** Stores a stream; when it returns, the content is on disk. */
  put: (content: Readable, mediaType: string) => Promise<StoredBlob>
  open: (sha256: string) => Readable
  /** Where the content lies, for readers that need a file that can be sought. */
  pathOf: (sha256: string) => string
  has: (sha256: string) => Promise<boolean>
}

/** Files in a local folder, two levels deep, written beside and renamed into place. */
export function localBlobStore(folder: string): BlobStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('not a blob name')
    return path.join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    pathOf,
    open: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    put: (content, mediaType) => putLocally(folder, pathOf, content, mediaType),
  }
}

async function putLocally(folder: string, pathOf: (sha256: string) => string, content: Readable, mediaType: string): Promise<StoredBlob> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = path.join(folder, `.${randomUUID()}.part`)
  const file = await open(draft, 'w', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      await file.write(chunk)
    }
    await file.sync()
    await file.close()
    const sha256 = hash.digest('hex')
    await mkdir(path.dirname(pathOf(sha256)), { recursive: true, mode: 0o700 })
    await rename(draft, pathOf(sha256))
    return { sha256, bytes, mediaType }
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}
