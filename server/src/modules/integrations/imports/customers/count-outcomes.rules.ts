import type { CustomerCounts, CustomerMapping } from '@parvandeh/contract'
import type { IntakeOutcome, IntakeRules } from '../../../customers/index.ts'
import type { Import } from '../imports.queries.ts'

export const noCounts: CustomerCounts = { created: 0, updated: 0, same: 0, skipped: 0, repeated: 0, ambiguous: 0, refused: 0, doubtful: 0 }

/** The rules that a mapping sets; what names no unit belongs to that of the import. */
export const rulesOf = (mapping: CustomerMapping, { unit_id: home }: Pick<Import, 'unit_id'>): IntakeRules => ({
  source: mapping.source,
  matchBy: mapping.matchBy,
  onMatch: mapping.onMatch,
  onNew: mapping.onNew,
  defaultKind: mapping.defaultKind,
  unitId: mapping.unitId ?? home,
  ownerId: mapping.ownerId,
})

/** In which of the counts a row is. Without an outcome it was not even tried: unreadable, or a repetition in a trial. */
export function outcomeName(
  { row, repeated }: { row: unknown; repeated: boolean },
  outcome: IntakeOutcome | undefined,
): Exclude<keyof CustomerCounts, 'doubtful'> {
  if (row === undefined) return 'refused'
  if (!outcome) return 'repeated'
  const isWritten = outcome.outcome === 'created' || outcome.outcome === 'updated' || outcome.outcome === 'same'
  return repeated && isWritten ? 'repeated' : outcome.outcome
}

/** Counts a row in. */
export function addOutcome(
  counts: CustomerCounts,
  one: { row: unknown; repeated: boolean; faults: readonly unknown[] },
  outcome: IntakeOutcome | undefined,
): void {
  const name = outcomeName(one, outcome)
  counts[name] += 1
  if (one.faults.length > 0 && name !== 'refused' && name !== 'ambiguous' && name !== 'skipped') counts.doubtful += 1
}
