/** A stream of random numbers that its seed determines fully. */
export interface RandomStream {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  /** +1 or -1, each with probability one half. */
  sign(): number
}

/**
 * The stream of `seed` (an integer up to 2^53). Generator: xoshiro128** (Blackman and Vigna 2021) on a state spread out
 * by splitmix32; normal draws by the polar method of Marsaglia and Bray (1964).
 */
export function randomStream(seed: number): RandomStream {
  const next = xoshiro128(seed)
  const uniform = (): number => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992
  let spare: number | undefined
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const a = 2 * uniform() - 1
      const b = 2 * uniform() - 1
      const square = a * a + b * b
      if (square === 0 || square >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = b * scale
      return a * scale
    }
  }
  return { uniform, normal, sign: () => (next() >>> 31 === 0 ? 1 : -1) }
}

function xoshiro128(seed: number): () => number {
  const spread = splitmix32((seed % 4_294_967_296) ^ Math.floor(seed / 4_294_967_296))
  let [a, b, c, d] = [spread(), spread(), spread(), spread()]
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}
