import type { MixedModelInput } from '@parvandeh/statistics'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Lecture ratings at ETH Zurich (InstEval of lme4), where the test data are at hand. */
export const instEvalFile = join(process.env['PARVANDEH_TEST_DATA'] ?? '', 'survey/insteval.csv.gz')
export const hasInstEval = (): boolean => process.env['PARVANDEH_TEST_DATA'] !== undefined && existsSync(instEvalFile)

type Columns = Record<'s' | 'd' | 'studage' | 'lectage' | 'service' | 'dept' | 'y', Float64Array>

/** The table, read number by number: texts would take more memory than the fit. */
function readColumns(): Columns {
  const bytes = gunzipSync(readFileSync(instEvalFile))
  const names = bytes.subarray(0, bytes.indexOf('\n')).toString('latin1').trim().split(',')
  const rows = bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0) - 1
  const columns = names.map(() => new Float64Array(rows))
  let [row, column, value] = [0, 0, 0]
  for (const byte of bytes.subarray(bytes.indexOf('\n') + 1)) {
    if (byte >= 48 && byte <= 57) value = 10 * value + byte - 48
    if (byte !== 44 && byte !== 10) continue
    columns[column]![row] = value
    value = 0
    column = byte === 10 ? 0 : column + 1
    if (byte === 10) row += 1
  }
  return Object.fromEntries(names.map((name, at) => [name, columns[at]!])) as Columns
}

function factor(name: string, values: Float64Array) {
  const places = new Map<number, number>()
  const index = Int32Array.from(values, (value) => {
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return place
  })
  return { name, levels: places.size, index }
}

const ones = (n: number): Float64Array => new Float64Array(n).fill(1)

/** y ~ 1 + (1|s) + (1|d). */
export function instEvalA(): MixedModelInput {
  const { y, s, d } = readColumns()
  return { y, X: ones(y.length), p: 1, factors: [factor('s', s), factor('d', d)] }
}

/** y ~ service + (1|s) + (1|d) + (1|dept:service). */
export function instEvalB(): MixedModelInput {
  const { y, s, d, dept, service } = readColumns()
  const X = Float64Array.from({ length: 2 * y.length }, (_, at) => (at % 2 === 0 ? 1 : service[(at - 1) / 2]!))
  const both = dept.map((value, row) => 2 * value + service[row]!)
  return { y, X, p: 2, factors: [factor('s', s), factor('d', d), factor('dept:service', both)] }
}

/** Features of InstEval that could tell how much an answer is worth, and do not: the age of lecture and student. */
export function instEvalFeatures() {
  const { studage, lectage } = readColumns()
  return [
    { name: 'lectage', values: lectage, priorMean: 0, priorSd: 0.5 },
    { name: 'studage', values: studage, priorMean: 0, priorSd: 0.5 },
  ]
}
