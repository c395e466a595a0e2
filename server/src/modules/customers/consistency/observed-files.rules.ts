import type { TimelineLine } from '@parvandeh/contract'

/** The files of which these lines tell something that can be held against them, in one order always. */
export const fileEventLines = (lines: readonly TimelineLine[]): string[] =>
  [
    ...new Set(
      lines
        .filter(({ facts, subjectType }) => subjectType === 'interaction' && ('cityId' in facts || 'wrongNumber' in facts))
        .map(({ customerId }) => customerId),
    ),
  ].toSorted()
