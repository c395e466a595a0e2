import { hash } from 'node:crypto'
import type { KeyOf } from '../../../customers/index.ts'

/** A power of two: the last bits of a hash say in which part it lies. */
const parts = 64
const firstSlots = 256

interface Part {
  keys: BigUint64Array
  used: number
}

/**
 * Which customers the rows of one file have been about so far, by the first 64 bits of a hash of each key: some ten bytes
 * a key, where a set of texts would take ten times as much. It lies in parts that grow one by one and by a quarter, so
 * that growing never needs the whole of it twice. It must see every row from the first on.
 */
export class SeenKeys {
  readonly #parts = Array.from({ length: parts }, (): Part => ({ keys: new BigUint64Array(firstSlots), used: 0 }))

  /** Whether an earlier row was about the same customer; notes this one. */
  isRepeated(keys: readonly KeyOf[]): boolean {
    const own = keys.filter(({ by }) => by !== 'phone-name').map(({ key }) => key)
    const shared = keys.filter(({ by }) => by === 'phone-name').map(({ key }) => key)
    // Who bears a national code is not whoever has the same name and telephone with another.
    const hasCode = keys.some(({ by }) => by === 'national-code')
    const before = own.map((key) => this.#add(key)).some(Boolean)
    const alike = shared.map((key) => {
      const known = this.#add(key)
      const withCode = hasCode ? this.#add(`code/${key}`) : false
      return known && !(hasCode && withCode)
    })
    return before || alike.some(Boolean)
  }

  #add(key: string): boolean {
    const digest = hash('md5', key, 'buffer').readBigUInt64LE(0)
    const part = this.#parts[Number(digest & BigInt(parts - 1))] as Part
    // Zero marks an empty slot.
    const own = digest | 1n
    const slot = find(part.keys, own)
    if (part.keys[slot] === own) return true
    part.keys[slot] = own
    part.used += 1
    if (part.used * 8 >= part.keys.length * 7) part.keys = grown(part.keys)
    return false
  }
}

/** The slot of a hash, or the empty one where it would lie. */
function find(keys: BigUint64Array, digest: bigint): number {
  let slot = Number(digest >> 11n) % keys.length
  while (keys[slot] !== 0n && keys[slot] !== digest) slot = (slot + 1) % keys.length
  return slot
}

function grown(keys: BigUint64Array): BigUint64Array {
  const wider = new BigUint64Array(Math.ceil(keys.length * 1.25))
  for (const digest of keys) if (digest !== 0n) wider[find(wider, digest)] = digest
  return wider
}
