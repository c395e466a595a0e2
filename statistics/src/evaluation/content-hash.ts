const number = new Float64Array(1)
const halves = new Uint32Array(number.buffer)
const TWO_32 = 4_294_967_296
const TWO_52 = 4_503_599_627_370_496

/** A hash of 52 bits, so that two of them add up exactly in a double. */
export type ContentHash = number

/** Stirs a number into a hash; the order of the numbers matters. */
export function stir(hash: ContentHash, value: number): ContentHash {
  number[0] = value === 0 ? 0 : value
  let low = Math.imul((hash >>> 0) ^ (halves[0] ?? 0), 0x9e3779b1)
  let high = Math.imul(((hash / TWO_32) >>> 0) ^ (halves[1] ?? 0), 0x85ebca77)
  low ^= (high >>> 15) ^ (low >>> 13)
  high ^= low >>> 16
  low = Math.imul(low, 0xc2b2ae3d) ^ (high >>> 11)
  high = Math.imul(high, 0x27d4eb2f) ^ (low >>> 14)
  return (high & 0xfffff) * TWO_32 + (low >>> 0)
}

/** Stirs a text in. */
export function stirText(hash: ContentHash, text: string): ContentHash {
  let stirred = stir(hash, text.length)
  for (let at = 0; at < text.length; at++) stirred = stir(stirred, text.charCodeAt(at))
  return stirred
}

/** Joins hashes whose order does not matter. */
export const gather = (one: ContentHash, other: ContentHash): ContentHash => (one + other) % TWO_52
