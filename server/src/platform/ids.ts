import { randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0

/**
 * A UUID of version 7 for the given moment: later ids sort after earlier ones, also within one millisecond
 * of one process (RFC 9562, 6.2, method 1: a 12-bit counter).
 */
export function newId(now: Date = new Date()): string {
  const millisecond = now.getTime()
  counter = millisecond === lastMillisecond ? counter + 1 : randomBytes(2).readUInt16BE() & 0x3ff
  lastMillisecond = millisecond
  const bytes = randomBytes(16)
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter & 0xfff), 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
