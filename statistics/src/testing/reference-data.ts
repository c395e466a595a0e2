import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The folder with surveys and the results of R for them; tests that need it are skipped, visibly, where it is not given. */
export const referenceFolder = process.env['PARVANDEH_TEST_DATA'] && join(process.env['PARVANDEH_TEST_DATA'], 'survey')

/** A table as columns of text. */
export type Table = Record<string, string[]>

/** Reads a packed table of comma separated values whose texts may be in quotation marks. */
export function readTable(file: string): Table {
  const [head, ...lines] = gunzipSync(readFileSync(join(referenceFolder!, file)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  return Object.fromEntries(head!.map((name, column) => [name, lines.map((line) => line[column]!)]))
}

/** Reads a file of reference results. */
export const readReference = <T>(file: string): T => JSON.parse(readFileSync(join(referenceFolder!, file), 'utf8')) as T

/** Texts as a factor with its levels in the order of first appearance. */
export function factorOf(name: string, values: string[]): { spec: { name: string; levels: number; index: Int32Array }; labels: string[] } {
  const places = new Map<string, number>()
  const index = Int32Array.from(values, (value) => {
    const known = places.get(value)
    if (known !== undefined) return known
    places.set(value, places.size)
    return places.size - 1
  })
  return { spec: { name, levels: places.size, index }, labels: [...places.keys()] }
}

export const numbers = (values: string[]): Float64Array => Float64Array.from(values, Number)

/** Columns of equal length as a matrix, row after row. */
export function matrixOf(...columns: ArrayLike<number>[]): Float64Array {
  const n = columns[0]!.length
  const matrix = new Float64Array(n * columns.length)
  columns.forEach((column, j) => {
    for (let r = 0; r < n; r += 1) matrix[r * columns.length + j] = column[r]!
  })
  return matrix
}

export const ones = (n: number): Float64Array => new Float64Array(n).fill(1)

export const textOf = (file: URL): string => readFileSync(file, 'utf8')
