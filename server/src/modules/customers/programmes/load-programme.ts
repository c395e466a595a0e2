import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { weighableFields } from '../completeness/weighable.ts'
import { insertProgramme } from './programme.queries.ts'
import type { ProgrammeRow } from './programme.queries.ts'

export interface PastProgramme extends Pick<ProgrammeRow, 'name' | 'note' | 'fields' | 'until' | 'created_by'> {
  /** What customers were asked; what is not one of its fields was asked beside it. */
  questions: readonly {
    customerId: string
    field: string
    personId: string
    outcome: 'answered' | 'declined' | 'later'
    seconds: number
    at: Date
  }[]
}

/** Keeps a programme for all files, with the questions of the past. No rights are checked: the caller answers for those. */
export async function loadProgramme(context: Context, { questions, ...about }: PastProgramme): Promise<void> {
  const id = newId(context.now)
  await insertProgramme(context, {
    ...about,
    id,
    segment_id: null,
    people: [],
    units: [],
    closed: false,
    created_at: context.now,
    version: 1,
  })
  const classes = new Map((await weighableFields(context)).map(({ key, accessClass }) => [key, accessClass]))
  await insertRows(
    context,
    'customers.field_question',
    questions.map(({ customerId, field, personId, outcome, seconds, at }) => ({
      customer_id: customerId,
      id: newId(at),
      field,
      access_class: classes.get(field) ?? 'sensitive',
      programme_id: about.fields.some(({ key }) => key === field) ? id : null,
      person_id: personId,
      unit_id: null,
      outcome,
      seconds,
      at,
    })),
  )
  await writeAudit(context, {
    action: 'programme.created',
    subjectType: 'programme',
    subjectId: id,
    after: { questions: questions.length },
  })
}
