import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import { readEvidence } from './contradictions.queries.ts'
import type { ListedContradiction } from './contradictions.queries.ts'

/** Contradictions with the evidence that the actor may see, and what the actor may do about them. */
export async function presentContradictions(
  context: Context,
  rows: readonly ListedContradiction[],
): Promise<AnswerOf<typeof contract.consistency.list>['rows']> {
  const evidence = await readEvidence(context, rows)
  return rows.map((row) => {
    const behind = evidence.filter(({ lineId }) => row.evidence.includes(lineId))
    const settle = mayReach(context.actor, 'customers.write', row)
    return {
      customerId: row.customerId,
      customerName: row.customerName,
      customerCode: row.customerCode,
      id: row.id,
      rule: { id: row.ruleId, builtIn: row.builtIn, name: row.name, question: row.question },
      field: row.field,
      stated: row.stated,
      // How often something was seen is told by what the reader sees of it.
      observed: row.evidence.length > behind.length ? { ...row.observed, count: behind.length, of: undefined } : row.observed,
      evidence: behind.slice(0, 20).map(({ id, kind, at, personId }) => ({ id, kind, at: at.toISOString(), personId })),
      severity: row.severity,
      state: row.state,
      openedAt: row.openedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      closedBy: row.closedBy,
      reason: row.reason,
      version: row.version,
      can: { settle, correct: settle && row.state === 'open' && isCorrectable(row) },
    }
  })
}

/** What was seen can be written in place of what was fixed. */
export const isCorrectable = ({ field, observed }: Pick<ListedContradiction, 'field' | 'observed'>): boolean =>
  field === 'cityId' && observed.as === 'city' && observed.value !== null
