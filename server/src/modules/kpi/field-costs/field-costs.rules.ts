/** What is known of one field: what asking for it took, and what it is used for. */
export interface FieldFacts {
  key: string
  asked: number
  minutes: number
  /** Null where the reader does not see all files. */
  measure: { files: number; filled: number; changed: number; segments: number; rules: number } | null
}

/** Below so many questions chance speaks louder than the field. */
export const leastAsked = 20
/** So many times its part a field may take before it is named. */
export const dearFrom = 2

export interface Weighed {
  costPart: number | null
  usePart: number | null
  verdict: 'dear' | 'fair' | 'too-few' | 'unknown'
}

/**
 * What a field gives: the values that are there and were right at first, once for being there and once more for each
 * segment or rule that asks for it. A sum of use, not of money: it only ranks fields against each other.
 */
const useOf = ({ filled, changed, segments, rules }: NonNullable<FieldFacts['measure']>): number => {
  const correct = filled === 0 ? 0 : filled / (filled + changed)
  return filled * correct * (1 + segments + rules)
}

/** The part of each field in the minutes and in the use of all that were asked for; dear is what takes more than twice the part that it gives. */
export function weighFields(fields: readonly FieldFacts[]): Map<string, Weighed> {
  const minutes = fields.reduce((sum, field) => sum + field.minutes, 0)
  // What was not asked for took no time here: beside it everything that was would look dear.
  const use = fields.reduce((sum, { asked, measure }) => sum + (measure && asked > 0 ? useOf(measure) : 0), 0)
  return new Map(
    fields.map((field) => {
      const costPart = minutes === 0 ? null : field.minutes / minutes
      const usePart = field.measure && field.asked > 0 && use > 0 ? useOf(field.measure) / use : null
      const verdict = judged(field, costPart, usePart)
      return [field.key, { costPart, usePart, verdict }]
    }),
  )
}

function judged({ asked }: FieldFacts, costPart: number | null, usePart: number | null): Weighed['verdict'] {
  if (costPart === null || usePart === null) return 'unknown'
  if (asked < leastAsked) return 'too-few'
  return costPart > dearFrom * usePart ? 'dear' : 'fair'
}
