import type { NumberColumn, WordColumn } from './sheet.types.ts'

/** Stands for a number that a record does not have. */
export const noNumber = -(2 ** 31)
const most = 2 ** 31 - 1
const mostWords = 2 ** 16

/** Makes a column of words. Throws where there are more different ones than a place can tell. */
export function wordColumn(all: readonly string[]): WordColumn {
  const placeOf = new Map<string, number>()
  const places = Uint16Array.from(all, (word) => {
    const place = placeOf.get(word) ?? placeOf.size
    placeOf.set(word, place)
    return place
  })
  if (placeOf.size > mostWords) throw new Error(`${placeOf.size} different words in one column of a sheet`)
  return { words: [...placeOf.keys()], places }
}

/** Makes a column of whole numbers. Throws for others, and for those that do not fit 31 bits. */
export function numberColumn(all: readonly (number | null)[]): NumberColumn {
  let [n, sum] = [0, 0]
  const numbers = Int32Array.from(all, (number) => {
    if (number === null) return noNumber
    if (!Number.isInteger(number) || Math.abs(number) > most) throw new Error(`${number} is no number for a sheet`)
    n += 1
    sum += number
    return number
  })
  return { numbers, n, sum }
}

/** The data of a column as they are kept: little-endian, one byte a place where that is enough. */
export function packPlaces({ words, places }: WordColumn): Buffer {
  return words.length <= 256 ? Buffer.from(Uint8Array.from(places)) : littleEndian(places)
}

export const packNumbers = ({ numbers }: NumberColumn): Buffer => littleEndian(numbers)

/** Reads what `packPlaces` wrote. */
export function unpackPlaces(data: Buffer, words: readonly string[]): WordColumn {
  return { words, places: words.length <= 256 ? Uint16Array.from(data) : new Uint16Array(aligned(data)) }
}

/** Reads what `packNumbers` wrote. */
export const unpackNumbers = (data: Buffer): Int32Array => new Int32Array(aligned(data))

/** Every platform that the product runs on is little-endian, so the bytes of an array are what is kept. */
const littleEndian = ({ buffer, byteOffset, byteLength }: Uint16Array | Int32Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** A copy that begins where an array of numbers may begin. */
const aligned = (data: Buffer): ArrayBuffer => Uint8Array.from(data).buffer
