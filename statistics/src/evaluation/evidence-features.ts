import type { EvidenceFeature } from './calibrate-evidence.ts'
import type { EvidenceName, EvidencePrior, OpinionRow } from './types.ts'

/** Units: logarithm of one plus the count, thirty days, the whole of the file. */
const VALUE: Record<EvidenceName, (row: OpinionRow) => number | undefined> = {
  contacts: (row) => Math.log1p(row.contacts),
  minutes: (row) => (row.minutes === undefined ? undefined : Math.log1p(row.minutes)),
  'months-since-contact': (row) => row.daysSinceContact / 30,
  completeness: (row) => row.completeness,
  trust: (row) => row.trust,
  careless: (row) => row.careless,
}

/** The features that the rows have and that vary; a row that lacks one counts as average in it. */
export function evidenceFeatures(rows: readonly OpinionRow[], priors: readonly EvidencePrior[]): EvidenceFeature[] {
  return priors.flatMap((prior) => {
    const values = rows.map(VALUE[prior.name])
    const known = values.filter((value) => value !== undefined)
    if (known.every((value) => value === known[0])) return []
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length
    return [{ ...prior, values: Float64Array.from(values, (value) => value ?? mean) }]
  })
}
