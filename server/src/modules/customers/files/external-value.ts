import { createHash } from 'node:crypto'

/** What a key of another system is kept as. One longer than an index takes is known by its head and a hash of the whole. */
export function externalValue(source: string, key: string): string {
  const value = `${source}:${key.replaceAll('\0', '').toWellFormed()}`
  if (value.length <= 300) return value
  return `${Array.from(value.slice(0, 200)).slice(0, -1).join('')}#${createHash('sha256').update(value).digest('hex')}`
}
