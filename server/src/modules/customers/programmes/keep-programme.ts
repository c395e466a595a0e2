import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { directoryNames, writeAudit } from '../../identity/index.ts'
import { weighableFields } from '../completeness/weighable.ts'
import { requireSegment } from '../segments/find-segment.ts'
import { findProgramme, insertProgramme, readProgrammes, updateProgramme } from './programme.queries.ts'
import type { ProgrammeRow } from './programme.queries.ts'
import { presentProgramme } from './present-programme.ts'

type Routes = typeof contract.programmes

const refuse = fieldRefusals({
  'unknown-field': {
    fa: 'چنین ویژگی‌ای نیست، یا نمی‌توان آن را از مشتری پرسید.',
    en: 'There is no such field, or customers cannot be asked for it.',
  },
  'field-twice': { fa: 'این ویژگی دو بار آمده است.', en: 'This field is named twice.' },
  'over-already': { fa: 'این روز گذشته است.', en: 'This day is over.' },
  'unknown-person': { fa: 'چنین همکاری نیست.', en: 'There is no such colleague.' },
  'unknown-unit': { fa: 'چنین واحدی نیست.', en: 'There is no such unit.' },
})

/** Programmes with what the reader may be told of them. */
export async function listProgrammes(
  context: Context,
  { closed = false }: { closed?: boolean | undefined },
): Promise<AnswerOf<Routes['list']>> {
  const rows = await readProgrammes(context, { closed })
  const fields = await weighableFields(context)
  return {
    programmes: await Promise.all(rows.map((row) => presentProgramme(context, row, fields))),
    canCreate: context.actor.grants['customers.fields'] !== undefined,
  }
}

/** Sets out what is to be collected, from whom, until when and by whom. */
export async function createProgramme(context: Context, body: BodyOf<Routes['create']>): Promise<AnswerOf<Routes['create']>> {
  await requireSound(context, body)
  if (body.until < localDay(context.now, 'Asia/Tehran')) throw refuse(context, 'until', 'over-already')
  const { segmentId, ...said } = body
  const row: ProgrammeRow = {
    ...said,
    id: newId(context.now),
    segment_id: segmentId,
    closed: false,
    created_by: context.actor.personId,
    created_at: context.now,
    version: 1,
  }
  await insertProgramme(context, row)
  await writeAudit(context, { action: 'programme.created', subjectType: 'programme', subjectId: row.id, after: body })
  return presentProgramme(context, row, await weighableFields(context))
}

export async function changeProgramme(
  context: Context,
  id: string,
  { version, closed, ...body }: BodyOf<Routes['change']>,
): Promise<AnswerOf<Routes['change']>> {
  const before = await findProgramme(context, id)
  if (!before) throw new AppError('not-found')
  await requireSound(context, body, before.segment_id)
  const { segmentId, ...said } = body
  const row: ProgrammeRow = { ...before, ...said, segment_id: segmentId, closed }
  if (!(await updateProgramme(context, row, version))) throw new AppError('changed-meanwhile')
  await writeAudit(context, {
    action: 'programme.changed',
    subjectType: 'programme',
    subjectId: id,
    before: { name: before.name, until: before.until, closed: before.closed },
    after: { ...body, closed },
  })
  return presentProgramme(context, { ...row, version: version + 1 }, await weighableFields(context))
}

async function requireSound(context: Context, body: BodyOf<Routes['create']>, keptSegment: string | null = null): Promise<void> {
  const known = new Map((await weighableFields(context)).map((field) => [field.key, field]))
  for (const [place, { key }] of body.fields.entries()) {
    const field = known.get(key)
    if (!field || !context.actor.fieldClasses.has(field.accessClass)) throw refuse(context, `fields.${place}.key`, 'unknown-field')
    if (body.fields.findIndex((one) => one.key === key) < place) throw refuse(context, `fields.${place}.key`, 'field-twice')
  }
  if (body.segmentId !== null && body.segmentId !== keptSegment) await requireSegment(context, body.segmentId)
  const { people, units } = await directoryNames(context)
  const stranger = body.people.findIndex((id) => !people.has(id))
  if (stranger !== -1) throw refuse(context, `people.${stranger}`, 'unknown-person')
  const strange = body.units.findIndex((id) => !units.has(id))
  if (strange !== -1) throw refuse(context, `units.${strange}`, 'unknown-unit')
}
