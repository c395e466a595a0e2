import { hash } from 'node:crypto'
import type { KeyOf } from '../../../customers/index.ts'

/**
 * Which customers the rows of one file have been about so far, by the first 64 bits of a hash of each key: eight to
 * sixteen bytes a key, where a set of texts would take ten times as much. It must see every row from the first on.
 */
export class SeenKeys {
  #slots = 1 << 14
  #used = 0
  #keys = new BigUint64Array(this.#slots)

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
    if (this.#used * 8 >= this.#slots * 7) this.#grow()
    // Zero marks an empty slot.
    const digest = hash('md5', key, 'buffer').readBigUInt64LE(0) | 1n
    const slot = this.#find(digest)
    if (this.#keys[slot] === digest) return true
    this.#keys[slot] = digest
    this.#used += 1
    return false
  }

  #find(digest: bigint): number {
    const mask = this.#slots - 1
    let slot = Number(digest >> 40n) & mask
    while (this.#keys[slot] !== 0n && this.#keys[slot] !== digest) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const before = this.#keys
    this.#slots *= 2
    this.#keys = new BigUint64Array(this.#slots)
    for (const digest of before) if (digest !== 0n) this.#keys[this.#find(digest)] = digest
  }
}
