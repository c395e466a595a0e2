import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { visibleLines } from '../customers.access.ts'
import { confidenceOf } from './confidence.rules.ts'
import type { Birth, ProvenanceRecord } from './provenance.queries.ts'
import { readContacts } from './sources.queries.ts'
import type { SourceContact } from './sources.queries.ts'

type ValueOrigin = AnswerOf<typeof contract.provenance.show>['values'][number]
type Origin = Omit<ValueOrigin, 'field' | 'older'>
type Told = Birth & Partial<Pick<ProvenanceRecord, 'confirmedBy' | 'confirmedAt' | 'doubtedBy' | 'doubtedAt' | 'doubt'>>

/** The calls and messages that values are said to come from, as far as the actor may see them. */
export async function contactsBehind(
  context: Context,
  customerIds: readonly string[],
  told: readonly Told[],
): Promise<Map<string, SourceContact>> {
  const ids = told.flatMap(({ sourceKind, sourceId }) =>
    sourceId !== null && (sourceKind === 'call' || sourceKind === 'message') ? [sourceId] : [],
  )
  return ids.length === 0 ? new Map() : readContacts(context, customerIds, [...new Set(ids)], visibleLines(context.actor, 't'))
}

/** Where a value came from. A call out of the reader's sight is a call, and no more is said of it. */
export function presentOrigin(told: Told, contacts: ReadonlyMap<string, SourceContact>): Origin {
  const { sourceKind, sourceId, sourceRow, confidence, recordedBy, from } = told
  const contact = sourceId === null ? undefined : contacts.get(sourceId)
  return {
    kind: sourceKind,
    importId: sourceKind === 'import' ? sourceId : null,
    row: sourceRow,
    contact: contact ? { ...contact, at: contact.at.toISOString() } : null,
    confidence: confidenceOf(sourceKind, confidence),
    recordedBy,
    recordedAt: from.toISOString(),
    confirmed: told.confirmedAt ? { by: told.confirmedBy ?? null, at: told.confirmedAt.toISOString() } : null,
    doubted: told.doubtedAt ? { by: told.doubtedBy ?? null, at: told.doubtedAt.toISOString(), note: told.doubt ?? '' } : null,
  }
}
