import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { TableError } from '../table-error.ts'

/** A file to be put into a zip; its content is asked for only when its turn comes. */
export interface WrittenPart {
  name: string
  content: AsyncIterable<Buffer> | Iterable<Buffer>
}

const version = 20
const sizesFollow = 0x0008
const namesAreUtf8 = 0x0800
const deflated = 8
const full32 = 0xffffffff
// 1 January 1980, midnight: the beginning of time in a zip. The same rows give the same bytes.
const dosDate = 0x0021

interface Written {
  name: Buffer
  crc: number
  packedBytes: number
  unpackedBytes: number
  headerAt: number
}

/** Packs parts one after another as they are read, keeping nothing of them. At most 4 GiB in all. */
export async function* writeZip(parts: Iterable<WrittenPart> | AsyncIterable<WrittenPart>): AsyncGenerator<Buffer> {
  const directory: Written[] = []
  let at = 0
  for await (const part of parts) {
    const written: Written = {
      name: Buffer.from(part.name),
      crc: 0,
      packedBytes: 0,
      unpackedBytes: 0,
      headerAt: at,
    }
    for await (const chunk of packPart(part, written)) {
      at += chunk.length
      yield chunk
    }
    if (at > full32 || written.unpackedBytes > full32) throw new TableError('unpacks-too-large', { limit: full32 })
    directory.push(written)
  }
  const entries = Buffer.concat(directory.map(directoryEntry))
  yield entries
  yield endOfDirectory(directory.length, entries.length, at)
}

async function* packPart({ content }: WrittenPart, written: Written): AsyncGenerator<Buffer> {
  yield localHeader(written)
  const deflate = createDeflateRaw()
  pipeline(Readable.from(counted(content, written)), deflate, () => {})
  for await (const chunk of deflate) {
    written.packedBytes += (chunk as Buffer).length
    yield chunk as Buffer
  }
  yield sizesAfterContent(written)
}

async function* counted(content: WrittenPart['content'], written: Written): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    written.crc = crc32(chunk, written.crc)
    written.unpackedBytes += chunk.length
    yield chunk
  }
}

function localHeader({ name }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(sizesFollow | namesAreUtf8, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function sizesAfterContent({ crc, packedBytes, unpackedBytes }: Written): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  sizes.writeUInt32LE(crc, 4)
  sizes.writeUInt32LE(packedBytes % 2 ** 32, 8)
  sizes.writeUInt32LE(unpackedBytes % 2 ** 32, 12)
  return sizes
}

function directoryEntry({ name, crc, packedBytes, unpackedBytes, headerAt }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  entry.writeUInt16LE(version, 6)
  entry.writeUInt16LE(sizesFollow | namesAreUtf8, 8)
  entry.writeUInt16LE(deflated, 10)
  entry.writeUInt16LE(dosDate, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packedBytes, 20)
  entry.writeUInt32LE(unpackedBytes, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(headerAt, 42)
  return Buffer.concat([entry, name])
}

function endOfDirectory(count: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(at, 16)
  return end
}
