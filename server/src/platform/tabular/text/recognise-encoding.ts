import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** The encodings a table is guessed to be in. Any other that iconv knows may be named by hand. */
export type GuessedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'iso-8859-1'

/**
 * Guesses the encoding from samples of the unpacked bytes; the first sample is the head of the file.
 * A byte order mark decides; then NUL bytes (only UTF-16 has them); then valid UTF-8; then letters' neighbours.
 */
export function recogniseEncoding(samples: readonly Buffer[]): GuessedEncoding {
  const head = samples[0] ?? Buffer.alloc(0)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = recogniseUtf16(head)
  if (wide) return wide
  if (samples.every(isUtf8Part) || isNearlyUtf8(Buffer.concat(samples))) return 'utf-8'
  return looksArabicScript(Buffer.concat(samples)) ? 'windows-1256' : 'iso-8859-1'
}

// In UTF-16 every delimiter, digit and line end has a zero high byte, and Persian letters the high byte 06.
function recogniseUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(head.length, 8192) >> 1
  if (pairs === 0) return undefined
  const plausible = [0, 0]
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at++) {
    const byte = head[at]
    if (byte === 0) zeros[at & 1]!++
    if (byte === 0 || byte === 0x06 || byte === 0x20 || byte === 0xfb || byte === 0xfe) plausible[at & 1]!++
  }
  for (const [side, name] of [
    [1, 'utf-16le'],
    [0, 'utf-16be'],
  ] as const) {
    const isHighByte = plausible[side]! >= pairs * 0.95 && plausible[side]! > plausible[1 - side]!
    if (isHighByte && zeros[side]! >= pairs * 0.02 && zeros[1 - side]! === 0) return name
  }
  return undefined
}

/** Valid UTF-8, leaving out a letter that the edge of the sample cut in two. */
function isUtf8Part(sample: Buffer): boolean {
  let from = 0
  while (from < 3 && from < sample.length && (sample[from]! & 0xc0) === 0x80) from++
  let to = sample.length
  for (let back = 1; back <= 3 && back <= sample.length; back++) {
    const byte = sample[sample.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    if (length > back) to = sample.length - back
    break
  }
  return isUtf8(sample.subarray(from, Math.max(from, to)))
}

/**
 * UTF-8 with a few broken letters, as left by programs that cut texts at a number of bytes. Those cells are
 * reported when they are read; taking the whole file for another encoding would spoil all others.
 */
function isNearlyUtf8(bytes: Buffer): boolean {
  const beyondAscii = iconv.decode(bytes, 'utf-8').match(/[^\p{ASCII}]/gu) ?? []
  const broken = beyondAscii.filter((letter) => letter === '\ufffd').length
  return broken * 20 < beyondAscii.length
}

/**
 * Tells Persian in windows-1256 from French or German in ISO-8859-1. Persian words are runs of high bytes;
 * an accented letter stands alone among ASCII letters.
 */
function looksArabicScript(bytes: Buffer): boolean {
  let high = 0
  let arabic = 0
  let amongAscii = 0
  const text = iconv.decode(bytes, 'windows-1256')
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    high++
    if (/[\u0600-\u06ff\u200c\u200d]/.test(text[at]!)) arabic++
    if (isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1])) amongAscii++
  }
  return high > 0 && arabic >= high * 0.75 && amongAscii <= high * 0.25
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

/** A decoder that keeps letters whole across chunks. ISO-8859-1 is read as windows-1252, as browsers do. */
export function decoderOf(encoding: string): { write(bytes: Buffer): string; end(): string | undefined } {
  return iconv.getDecoder(encoding === 'iso-8859-1' ? 'windows-1252' : encoding)
}

/** True when an encoding named by hand can be read. */
export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding)
}
