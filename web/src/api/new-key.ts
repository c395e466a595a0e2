/** A random UUID. The browser's own maker is missing on pages that came over plain http, as in an office network. */
export const newKey = (): string => written(crypto.getRandomValues(new Uint8Array(16)), 0x40)

/** A UUID of version 7 of this moment, for what is known by its id before it is sent. */
export function newIdNow(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = Date.now()
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) & 0xff
  return written(bytes, 0x70)
}

function written(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
