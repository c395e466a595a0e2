import { crc32, deflateSync } from 'node:zlib'
import type { Chance } from './chance.ts'

const [width, height] = [240, 150]

/** A small picture of a card with lines of writing and a seal, as PNG (palette, ISO/IEC 15948). */
export function drawCard(chance: Chance): Uint8Array {
  const colours = [
    0xff,
    0xff,
    0xff,
    0xe7,
    0xee,
    0xf2,
    0x3c,
    0x4a,
    0x57,
    chance.whole(30, 120),
    chance.whole(60, 150),
    chance.whole(120, 200),
  ]
  const pixels = Buffer.alloc(height * (width + 1))
  const paint = (x: number, y: number, wide: number, high: number, colour: number): void => {
    for (let row = y; row < y + high; row += 1) pixels.fill(colour, row * (width + 1) + 1 + x, row * (width + 1) + 1 + x + wide)
  }
  paint(0, 0, width, height, 1)
  paint(8, 8, width - 16, height - 16, 0)
  paint(8, 8, width - 16, 24, 3)
  for (let line = 0; line < 6; line += 1) {
    const wide = chance.whole(70, 190)
    paint(width - 20 - wide, 44 + line * 15, wide, 5, 2)
  }
  paint(20, 100, 34, 34, 3)
  paint(26, 106, 22, 22, 0)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
