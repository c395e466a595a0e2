import { operatorsOf } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { AppError } from '../../../platform/failure.ts'
import { manyOf } from '../conditions/asks.queries.ts'
import type { Asking, FileField } from '../fields/file-field.ts'
import { listedSegment, segmentCondition } from './segment-condition.queries.ts'
import { findAnySegment } from './segments.queries.ts'

/** Rules that name rules that name rules: no further, and never round in a circle. */
const deepest = 3

/** A segment as something that a condition can ask about: "is in the segment". */
export const segmentField: FileField = {
  key: 'segment',
  type: 'segment',
  label: { fa: 'گروه مشتریان', en: 'Segment' },
  group: 'state',
  accessClass: 'public',
  kinds: ['person', 'organisation'],
  custom: false,
  choices: null,
  operators: [...operatorsOf.segment],
  sortable: false,
  exportable: false,
  importable: false,
  ask: async (leaf, asking) => {
    const parts = await Promise.all(manyOf(leaf).map((id) => isIn(String(id), asking)))
    return sql<boolean>`(${sql.join(parts, sql` or `)})`
  },
}

/**
 * A reader names segments that they are told of. What the rule of a segment names was told to its owner; it is asked all
 * the same under the reader's rights, and where those do not reach, nobody is in it.
 */
async function isIn(id: string, asking: Asking): Promise<RawBuilder<boolean>> {
  const { context, within = [] } = asking
  if (within.length === 0) return listedSegment(context, id)
  const segment = within.includes(id) || within.length >= deepest ? undefined : await findAnySegment(context, id)
  if (!segment) return sql<boolean>`false`
  try {
    return await segmentCondition(context, segment, asking)
  } catch (error) {
    if (error instanceof AppError) return sql<boolean>`false`
    throw error
  }
}
