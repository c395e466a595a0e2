import { mostChosen } from '@parvandeh/contract'
import type { FailureCode, bulkPreview } from '@parvandeh/contract'
import type { z } from 'zod'
import type { BulkDecision } from './bulk.types.ts'

const sampleSize = 5

type Preview = z.output<typeof bulkPreview>

/** What decisions over rows come to. One more than may be changed at once says that there are more. */
export function previewOf(all: readonly BulkDecision[]): Preview {
  const decisions = all.slice(0, mostChosen)
  const changing = decisions.filter((row) => row.refusal === undefined && row.after !== undefined)
  const refused = new Map<FailureCode, number>()
  for (const { refusal } of decisions) if (refusal) refused.set(refusal, (refused.get(refusal) ?? 0) + 1)
  return {
    total: decisions.length,
    more: all.length > mostChosen,
    judged: decisions.length,
    changes: changing.length,
    same: decisions.filter((row) => row.refusal === undefined && row.after === undefined).length,
    refused: [...refused].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count),
    sample: changing
      .slice(0, sampleSize)
      .map(({ customerId, id, label, before = {}, after = {} }) => ({ customerId, id, label, before, after })),
  }
}

/** What decisions over rows drawn by lot lead to expect of about so many, in round figures; none less than what was met. */
export function expectedOf(drawn: readonly BulkDecision[], total: number): Preview {
  const met = previewOf(drawn)
  const expected = (count: number) => (count === 0 ? 0 : Math.max(count, rounded((count / drawn.length) * total)))
  return {
    ...met,
    total,
    changes: expected(met.changes),
    same: expected(met.same),
    refused: met.refused.map(({ code, count }) => ({ code, count: expected(count) })),
  }
}

const digitsSaid = 3

function rounded(number: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, number))) + 1 - digitsSaid)
  return Math.round(number / step) * step
}

/** The decision to change some values, of which only those that differ are told. */
export function decisionBetween<T extends object>(before: T, after: T): Pick<BulkDecision, 'before' | 'after'> {
  const names = (Object.keys(after) as (keyof T & string)[]).filter((name) => before[name] !== after[name])
  if (names.length === 0) return {}
  const only = (values: T) => Object.fromEntries(names.map((name) => [name, values[name]])) as NonNullable<BulkDecision['before']>
  return { before: only(before), after: only(after) }
}
