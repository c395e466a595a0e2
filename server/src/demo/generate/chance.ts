/** A stream of chance: the same seed and names always give the same draws, whatever other streams did. */
export interface Chance {
  /** At least 0, below 1. */
  share: () => number
  between: (low: number, high: number) => number
  /** A whole number, both ends included. */
  whole: (low: number, high: number) => number
  happens: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  weighted: <T>(list: readonly T[], weightOf: (one: T) => number) => T
  /** Standard normal. */
  normal: () => number
  /** Half of the draws are below the median; `spread` is the standard deviation of the logarithm. */
  about: (median: number, spread: number) => number
  poisson: (mean: number) => number
}

/**
 * Opens the stream of these names: xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, 2018, public domain,
 * prng.di.unimi.it), its state filled by the finaliser of MurmurHash3 (Austin Appleby, public domain) from an FNV-1a
 * hash of seed and names. For stories, not for secrets.
 */
export function chanceOf(seed: number, ...names: readonly (string | number)[]): Chance {
  return chanceFrom(bitsOf(stateOf([seed, ...names].join('\n'))))
}

/** The bare generator, over its state of four 32-bit words. */
export function bitsOf(state: Uint32Array): () => number {
  const s = state
  return () => {
    const result = Math.imul(rotate(Math.imul(s[1]!, 5), 7), 9) >>> 0
    const shifted = s[1]! << 9
    s[2]! ^= s[0]!
    s[3]! ^= s[1]!
    s[1]! ^= s[2]!
    s[0]! ^= s[3]!
    s[2]! ^= shifted
    s[3] = rotate(s[3]!, 11)
    return result
  }
}

const rotate = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0

function stateOf(text: string): Uint32Array {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return Uint32Array.from([1, 2, 3, 4], (place) => finalised((hash + Math.imul(place, 0x9e3779b9)) >>> 0))
}

function finalised(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function chanceFrom(bits: () => number): Chance {
  const share = (): number => bits() / 2 ** 32
  // Box and Muller (1958); the second of the pair is let go, so that each draw costs the same.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
  const whole = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1))
  return {
    share,
    between: (low, high) => low + share() * (high - low),
    whole,
    happens: (probability) => share() < probability,
    pick: (list) => list[whole(0, list.length - 1)]!,
    weighted: (list, weightOf) => weightedOf(list, weightOf, share()),
    normal,
    about: (median, spread) => median * Math.exp(spread * normal()),
    poisson: (mean) => poissonOf(mean, share),
  }
}

function weightedOf<T>(list: readonly T[], weightOf: (one: T) => number, share: number): T {
  let left = share * list.reduce((sum, one) => sum + weightOf(one), 0)
  for (const one of list) {
    left -= weightOf(one)
    if (left < 0) return one
  }
  return list[list.length - 1]!
}

/** Knuth (1969): arrivals of an exponential clock until the mean has passed. For the small means of a day. */
function poissonOf(mean: number, share: () => number): number {
  const limit = Math.exp(-mean)
  let product = share()
  let count = 0
  while (product > limit) {
    product *= share()
    count += 1
  }
  return count
}
