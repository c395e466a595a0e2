const encoder = new TextEncoder()

/** SHA-256 (FIPS 180-4) of the UTF-8 texts one after the other, in hexadecimal. Pure, so it runs where there is no crypto. */
export function sha256(texts: Iterable<string>): string {
  const state = Uint32Array.from(INITIAL)
  const block = new Uint8Array(64)
  let filled = 0
  let length = 0
  const feed = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + 64 - filled)
      block.set(part, filled)
      filled += part.length
      at += part.length
      if (filled === 64) {
        absorb(state, block)
        filled = 0
      }
    }
  }
  for (const text of texts) {
    const bytes = encoder.encode(text)
    length += bytes.length
    feed(bytes)
  }
  feed(ending(length, filled))
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

/** The bit 1, zeros to the end of a block, and the length in bits. */
function ending(length: number, filled: number): Uint8Array {
  const bytes = new Uint8Array((filled < 56 ? 64 : 128) - filled)
  bytes[0] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(length / 536_870_912))
  view.setUint32(bytes.length - 4, (length * 8) >>> 0)
  return bytes
}

const schedule = new Uint32Array(64)
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const at = (words: Uint32Array, index: number): number => words[index] ?? 0

function absorb(state: Uint32Array, block: Uint8Array): void {
  const view = new DataView(block.buffer)
  for (let t = 0; t < 16; t++) schedule[t] = view.getUint32(4 * t)
  for (let t = 16; t < 64; t++) {
    const early = at(schedule, t - 15)
    const late = at(schedule, t - 2)
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    schedule[t] = at(schedule, t - 16) + s0 + at(schedule, t - 7) + s1
  }
  const v = Uint32Array.from(state)
  for (let t = 0; t < 64; t++) {
    const [a, b, c, e, f, g] = [at(v, 0), at(v, 1), at(v, 2), at(v, 4), at(v, 5), at(v, 6)]
    const first = at(v, 7) + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + at(ROUND, t) + at(schedule, t)
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    v.copyWithin(1, 0, 7)
    v[4] = at(v, 4) + first
    v[0] = first + second
  }
  for (let word = 0; word < 8; word++) state[word] = at(state, word) + at(v, word)
}

const PRIMES = firstPrimes(64)
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 4_294_967_296)
const INITIAL = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}
