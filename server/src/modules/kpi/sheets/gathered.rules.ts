import { noNumber } from './columns.rules.ts'
import type { NumberColumn } from './sheet.types.ts'

/** Whole numbers gathered one by one or many at a time. */
interface Gathering {
  numbers: Int32Array
  length: number
}

/** What is known of the records of one bucket, or of all. */
export interface Gathered {
  count: number
  notRecorded: number
  notYet: number
  /** By value, in the order in which values are asked. */
  values: { n: number; sum: number; gathering: Gathering }[]
}

export const nothingGathered = (values: number): Gathered => ({
  count: 0,
  notRecorded: 0,
  notYet: 0,
  values: Array.from({ length: values }, () => ({ n: 0, sum: 0, gathering: { numbers: new Int32Array(16), length: 0 } })),
})

/** Adds one number, kept itself where its rank will be asked. */
export function addNumber(value: Gathered['values'][number], number: number, isKept: boolean): void {
  if (number === noNumber) return
  value.n += 1
  value.sum += number
  if (isKept) push(value.gathering, number)
}

/** Adds all numbers of a column. */
export function addColumn(value: Gathered['values'][number], { numbers, n, sum }: NumberColumn, isKept: boolean): void {
  value.n += n
  value.sum += sum
  if (isKept) for (const number of numbers) if (number !== noNumber) push(value.gathering, number)
}

function push(gathering: Gathering, number: number): void {
  if (gathering.length === gathering.numbers.length) {
    const larger = new Int32Array(gathering.length * 2)
    larger.set(gathering.numbers)
    gathering.numbers = larger
  }
  gathering.numbers[gathering.length] = number
  gathering.length += 1
}

/** The numbers that were kept, in order. */
export const inOrder = ({ gathering }: Gathered['values'][number]): Int32Array => gathering.numbers.subarray(0, gathering.length).toSorted()
