import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { ValueSource } from '../files/file.types.ts'
import { closeRecords, insertRecords, readBirths } from './provenance.queries.ts'
import type { Birth, ProvenanceRecord } from './provenance.queries.ts'
import type { ValueChange } from './values.rules.ts'

/**
 * Keeps where changed values come from, with those that they replace. A value that had no record of its own until now
 * gets one that says it came with its file. Three statements for any number of changes.
 */
export async function recordChanges(context: Context, changes: readonly (ValueChange & { source: ValueSource })[]): Promise<void> {
  if (changes.length === 0) return
  const closed = new Set((await closeRecords(context, changes)).map(keyOf))
  const unheard = changes.filter((change) => change.before !== null && !closed.has(keyOf(change)))
  const births = unheard.length > 0 ? await readBirths(context, [...new Set(unheard.map(({ customerId }) => customerId))]) : undefined
  const older = unheard.flatMap((change) => {
    const birth = births?.get(change.customerId)
    return birth ? [{ ...bornWith(context, birth, change, change.before), until: later(birth.from, context.now) }] : []
  })
  await insertRecords(context, [...older, ...changes.map((change) => recordOf(context, change))])
}

const keyOf = ({ customerId, field }: { customerId: string; field: string }) => `${customerId} ${field}`

const later = (a: Date, b: Date): Date => (a > b ? a : b)

/** The record of a value that has not changed since its file was made. */
export const bornWith = (
  context: Context,
  birth: Birth,
  { field, accessClass }: Pick<ValueChange, 'field' | 'accessClass'>,
  value: unknown,
): ProvenanceRecord => ({ ...birth, id: newId(context.now), field, accessClass, value, until: null, otherId: null, ...unjudged })

function recordOf(
  context: Context,
  { source, customerId, field, accessClass, after, otherId }: ValueChange & { source: ValueSource },
): ProvenanceRecord {
  return {
    customerId,
    id: newId(context.now),
    field,
    accessClass,
    value: after,
    sourceKind: source.kind,
    sourceId: source.id ?? null,
    sourceRow: source.row ?? null,
    confidence: source.confidence ?? null,
    recordedBy: source.by === undefined ? context.actor.personId : source.by,
    from: context.now,
    until: null,
    otherId: otherId ?? null,
    ...unjudged,
  }
}

const unjudged = { confirmedBy: null, confirmedAt: null, doubtedBy: null, doubtedAt: null, doubt: null }
