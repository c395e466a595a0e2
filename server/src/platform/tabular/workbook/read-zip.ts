import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { TableError } from '../table-error.ts'
import { unpack } from '../unpack.ts'
import type { UnpackLimits } from '../unpack.ts'

/** One file inside a zip, as its central directory describes it. */
export interface ZipPart {
  name: string
  method: number
  crc: number
  packedBytes: number
  unpackedBytes: number
  headerAt: number
  isEncrypted: boolean
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const end64LocatorSignature = 0x07064b50
const partSignature = 0x02014b50
const localSignature = 0x04034b50
const full32 = 0xffffffff
const mostDirectoryBytes = 64 * 1024 ** 2

/** The parts of a zip by lower-case name (their names are case-insensitive in workbooks). */
export async function readZipDirectory(path: string, mostParts: number): Promise<Map<string, ZipPart>> {
  const file = await open(path)
  try {
    const { count, bytes, at } = await findDirectory(file)
    if (count > mostParts || bytes > mostDirectoryBytes) throw new TableError('too-many-parts', { limit: mostParts })
    return readParts(await readAt(file, at, bytes), mostParts)
  } finally {
    await file.close()
  }
}

async function findDirectory(file: FileHandle): Promise<{ count: number; bytes: number; at: number }> {
  const { size } = await file.stat()
  const tailAt = Math.max(0, size - 66_000)
  const tail = await readAt(file, tailAt, size - tailAt)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    const directory = {
      count: tail.readUInt16LE(at + 10),
      bytes: tail.readUInt32LE(at + 12),
      at: tail.readUInt32LE(at + 16),
    }
    const isLarge = at >= 20 && tail.readUInt32LE(at - 20) === end64LocatorSignature
    return isLarge ? findLargeDirectory(file, Number(tail.readBigUInt64LE(at - 12))) : directory
  }
  // The directory stands at the end: without it the file was cut.
  throw new TableError('truncated-file')
}

async function findLargeDirectory(file: FileHandle, at: number): Promise<{ count: number; bytes: number; at: number }> {
  const end = await readAt(file, at, 56)
  if (end.readUInt32LE(0) !== end64Signature) throw new TableError('damaged-file')
  return {
    count: Number(end.readBigUInt64LE(32)),
    bytes: Number(end.readBigUInt64LE(40)),
    at: Number(end.readBigUInt64LE(48)),
  }
}

function readParts(directory: Buffer, mostParts: number): Map<string, ZipPart> {
  const parts = new Map<string, ZipPart>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === partSignature) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const name = directory
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .toLowerCase()
    const part: ZipPart = {
      name,
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    }
    readLargeSizes(part, directory.subarray(nameEnd, extraEnd))
    parts.set(name, part)
    if (parts.size > mostParts) throw new TableError('too-many-parts', { limit: mostParts })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return parts
}

/** Sizes over 4 GiB stand in an extra field (zip64), only those that do not fit, in this order. */
function readLargeSizes(part: ZipPart, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    let from = 0
    for (const key of ['unpackedBytes', 'packedBytes', 'headerAt'] as const) {
      if (part[key] !== full32 || from + 8 > field.length) continue
      part[key] = Number(field.readBigUInt64LE(from))
      from += 8
    }
  }
}

/** The unpacked bytes of one part, checked against the directory's size and checksum when they end. */
export async function* readZipPart(path: string, part: ZipPart, limits: UnpackLimits, signal?: AbortSignal): AsyncGenerator<Buffer> {
  if (part.isEncrypted) throw new TableError('password-protected')
  if (part.method !== 0 && part.method !== 8) throw new TableError('unsupported-workbook')
  // Said beforehand it costs nothing to refuse; the unpacking counts again, since the directory may lie.
  if (part.unpackedBytes > limits.unpackedBytes) throw new TableError('unpacks-too-large', { limit: limits.unpackedBytes })
  if (part.packedBytes === 0) return
  const start = await findContent(path, part)
  const end = start + part.packedBytes - 1
  const file = createReadStream(path, { start, end, ...(signal ? { signal } : {}) })
  let crc = 0
  let bytes = 0
  try {
    for await (const chunk of part.method === 8 ? unpack(file, createInflateRaw(), limits) : file) {
      signal?.throwIfAborted()
      crc = crc32(chunk as Buffer, crc)
      bytes += (chunk as Buffer).length
      yield chunk as Buffer
    }
  } finally {
    file.destroy()
  }
  if (crc !== part.crc || bytes !== part.unpackedBytes) throw new TableError('damaged-file')
}

async function findContent(path: string, part: ZipPart): Promise<number> {
  const file = await open(path)
  try {
    const header = await readAt(file, part.headerAt, 30)
    if (header.readUInt32LE(0) !== localSignature) throw new TableError('damaged-file')
    return part.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at)
  if (bytesRead < bytes) throw new TableError('damaged-file')
  return buffer
}
