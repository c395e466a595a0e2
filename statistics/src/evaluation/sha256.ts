const encoder = new TextEncoder()

/** SHA-256 (FIPS 180-4) of the UTF-8 texts one after the other, in hexadecimal. Pure, so it runs where there is no crypto. */
export function sha256(texts: Iterable<string>): string {
  const state = Int32Array.from(INITIAL)
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
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
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

const schedule = new Int32Array(64)
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function spread(block: Uint8Array): void {
  for (let t = 0; t < 16; t++)
    schedule[t] = (block[4 * t]! << 24) | (block[4 * t + 1]! << 16) | (block[4 * t + 2]! << 8) | block[4 * t + 3]!
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15]!
    const late = schedule[t - 2]!
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    schedule[t] = schedule[t - 16]! + s0 + schedule[t - 7]! + s1
  }
}

/** One block, in local variables: files of a million rows go through here. */
function absorb(state: Int32Array, block: Uint8Array): void {
  spread(block)
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let t = 0; t < 64; t++) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t]! + schedule[t]!) | 0
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, at) => (state[at]! += word))
}

const PRIMES = firstPrimes(64)
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 4_294_967_296)
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}
