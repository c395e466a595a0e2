import type { AnswerOf, contract } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { FileField } from '../fields/file-field.ts'
import { findAnySegment } from '../segments/segments.queries.ts'
import type { ProgrammeRow } from './programme.queries.ts'

type Presented = AnswerOf<typeof contract.programmes.list>['programmes'][number]

/** A programme as its reader is told of it: fields of a class that they may not read are left out. */
export async function presentProgramme(context: Context, row: ProgrammeRow, fields: readonly FileField[]): Promise<Presented> {
  const readable = new Map(
    fields.filter(({ accessClass }) => context.actor.fieldClasses.has(accessClass)).map((field) => [field.key, field]),
  )
  const shown = row.fields.filter(({ key }) => readable.has(key))
  const segment = row.segment_id === null ? undefined : await findAnySegment(context, row.segment_id)
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    fields: shown.map(({ key, minutes }) => ({ key, minutes })),
    labels: Object.fromEntries(shown.map(({ key }) => [key, readable.get(key)?.label ?? { fa: key, en: key }])),
    segmentId: row.segment_id,
    segmentName: segment?.name ?? null,
    until: row.until,
    people: row.people,
    units: row.units,
    state: row.closed ? 'closed' : row.until < localDay(context.now, 'Asia/Tehran') ? 'over' : 'running',
    createdBy: row.created_by,
    version: row.version,
    can: { change: context.actor.grants['customers.fields'] !== undefined },
  }
}
