import { createHmac } from 'node:crypto'

/** The code that an app on the phone would show for a secret at a moment (RFC 6238), reckoned apart from the product. */
export function codeAt(secret: string, at: Date = new Date()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const sign = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const start = (sign.at(-1) ?? 0) & 15
  return String((sign.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
