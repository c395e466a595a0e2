import type { UnansweredInvitation } from './types.ts'

/** The fixed effects: X is n x p, row after row; column 0 is the intercept, the others are centred on the rows given. */
export interface CaseMixDesign {
  X: Float64Array
  p: number
  columns: string[]
}

/**
 * Codes the case mix: a category by indicators of all levels but the most frequent, a number as it is, all centred,
 * so that the intercept is the expected rating on the standard case mix (that of all rows given).
 */
export function codeCaseMix(rows: readonly Pick<UnansweredInvitation, 'caseMix'>[]): CaseMixDesign {
  const keys = Object.keys(rows[0]?.caseMix ?? {}).sort()
  const coded = keys.flatMap((key) => {
    const values = rows.map((row) => row.caseMix[key])
    return typeof values[0] === 'number' ? [{ name: key, value: values as number[] }] : indicators(key, values as string[])
  })
  const p = coded.length + 1
  const X = new Float64Array(rows.length * p)
  for (let row = 0; row < rows.length; row++) X[row * p] = 1
  coded.forEach(({ value }, column) => {
    const mean = value.reduce((sum, one) => sum + one, 0) / rows.length
    value.forEach((one, row) => (X[row * p + column + 1] = one - mean))
  })
  return { X, p, columns: ['(intercept)', ...coded.map(({ name }) => name)] }
}

function indicators(key: string, values: readonly string[]): Array<{ name: string; value: number[] }> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const levels = [...counts.keys()].sort()
  const reference = levels.reduce((best, level) => ((counts.get(level) ?? 0) > (counts.get(best) ?? 0) ? level : best), levels[0] ?? '')
  return levels
    .filter((level) => level !== reference)
    .map((level) => ({ name: `${key}=${level}`, value: values.map((value) => (value === level ? 1 : 0)) }))
}
