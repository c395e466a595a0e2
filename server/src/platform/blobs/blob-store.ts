import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
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
  /** Every content that is stored, in no order. */
  all: () => AsyncIterable<{ sha256: string; storedAt: Date }>
  /** Removes a content unless it was stored again after that moment. */
  removeOlder: (sha256: string, than: Date) => Promise<void>
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
    all: () => allBelow(folder),
    removeOlder: async (sha256, than) => {
      const found = await stat(pathOf(sha256)).catch(() => undefined)
      if (found && found.mtime < than) await rm(pathOf(sha256), { force: true })
    },
    put: (content, mediaType) => putLocally(folder, pathOf, content, mediaType),
  }
}

async function* allBelow(folder: string): AsyncGenerator<{ sha256: string; storedAt: Date }> {
  const shelves = await readdir(folder).catch(() => [])
  for (const shelf of shelves.filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
    for (const sha256 of await readdir(path.join(folder, shelf))) {
      const found = await stat(path.join(folder, shelf, sha256)).catch(() => undefined)
      if (found) yield { sha256, storedAt: found.mtime }
    }
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
