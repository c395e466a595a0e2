import { open } from 'node:fs/promises'
import { looksLikeCards, openCards } from './cards/open-cards.ts'
import { decoderOf, isKnownEncoding, recogniseEncoding } from './text/recognise-encoding.ts'
import { openDelimited } from './text/open-delimited.ts'
import type { ByteSource } from './read-bytes.ts'
import { compoundDirectoryAt, recogniseCompound, recogniseFile } from './recognise-file.ts'
import { readHead } from './text/read-samples.ts'
import type { Table, TableOptions } from './table.ts'
import { TableError } from './table-error.ts'
import { defaultLimits } from './table-limits.ts'
import { openWorkbook } from './workbook/open-workbook.ts'

/**
 * Opens a local file as a table: text or vCards (plain or gzip), or an XLSX workbook. How it is written is guessed from its
 * content and given in `format`; `options` take the place of guesses. Throws TableError for what is no table.
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
  const limits = { ...defaultLimits, ...options.limits }
  options.signal?.throwIfAborted()
  const first = recogniseFile(await readPiece(path, 64))
  const source: ByteSource = { path, gzip: first.kind === 'gzip', limits, signal: options.signal, onRead: options.onRead }
  // Inside gzip only text is read: a packed workbook is packed twice, and nobody sends that.
  const inner = source.gzip ? recogniseFile((await readHead(source)).bytes) : first
  if (inner.kind === 'other') throw new TableError('not-a-table', { found: inner.found })
  if (inner.kind === 'text') return openText(source, options)
  if (source.gzip) throw new TableError('not-a-table', { found: inner.kind })
  if (inner.kind === 'zip') return openWorkbook(source, options)
  throw await refusalOfCompound(path)
}

async function openText(source: ByteSource, options: TableOptions): Promise<Table> {
  const { bytes } = await readHead(source)
  const encoding = options.encoding ?? recogniseEncoding([bytes])
  const isCards = isKnownEncoding(encoding) && looksLikeCards(decoderOf(encoding).write(bytes.subarray(0, 1024)))
  return isCards ? openCards(source, encoding, options) : openDelimited(source, options)
}

async function refusalOfCompound(path: string): Promise<TableError> {
  const header = await readPiece(path, 64)
  if (header.length < 64) return new TableError('truncated-file')
  const kind = recogniseCompound(await readPiece(path, 64 * 1024, compoundDirectoryAt(header)))
  if (kind === 'encrypted-workbook') return new TableError('password-protected')
  return kind === 'old-workbook' ? new TableError('old-workbook') : new TableError('not-a-table', { found: 'binary' })
}

async function readPiece(path: string, mostBytes: number, at = 0): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, at)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
