import { randomBytes } from 'node:crypto'

const counterBits = 26
// It begins in the lower half, far from its end.
let counter = randomBytes(4).readUInt32BE() >>> (33 - counterBits)

/**
 * A UUID of version 7 for the given moment: of two made by one process for the same millisecond the later sorts after
 * the earlier, however many are made in between for other moments (RFC 9562, 6.2, method 1: a counter of 26 bits,
 * which goes on and on; 48 bits are left to chance). Ids of moments before 1970 are those of its beginning.
 */
export function newId(now: Date = new Date()): string {
  counter = (counter + 1) % 2 ** counterBits
  const bytes = sixteenRandomBytes()
  bytes.writeUIntBE(Math.max(0, now.getTime()), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (counter & 0x3fff), 8)
  return written(bytes)
}

const poolBytes = 4096
let pool = Buffer.alloc(0)
let used = 0

/** Taken from a pool: an import makes millions of ids, and asking for chance costs more by far than the chance itself. Each byte is given once. */
function sixteenRandomBytes(): Buffer {
  if (used + 16 > pool.length) {
    pool = randomBytes(poolBytes)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

/** The least id of a moment: whatever was made before it is smaller. */
export function leastIdAt(moment: Date): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Math.max(0, moment.getTime()), 0, 6)
  bytes.writeUInt16BE(0x7000, 6)
  bytes.writeUInt16BE(0x8000, 8)
  return written(bytes)
}

function written(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
