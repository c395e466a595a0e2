import { fileTypeFromFile } from 'file-type'
import iconv from 'iconv-lite'
import { open } from 'node:fs/promises'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import { recogniseEncoding } from '../../../platform/tabular/index.ts'
import { typeOfText } from './text-type.rules.ts'

const headBytes = 64 * 1024

/** The true type of a stored content: by its signature, else by reading its head as text. What is declared counts for nothing. */
export async function recogniseType(blobs: BlobStore, sha256: string, fileName: string): Promise<string> {
  const path = blobs.pathOf(sha256)
  // A damaged archive or picture may stop the recogniser; it is then of no known type.
  const signed = await fileTypeFromFile(path).catch(() => undefined)
  if (signed) return signed.mime
  const head = await readHead(path)
  const encoding = recogniseEncoding([head])
  return typeOfText(iconv.decode(head, encoding), encoding, fileName)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
