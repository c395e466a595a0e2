import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceExport } from './announce-export.ts'
import { countUnfinished, insertExport } from './exports.queries.ts'
import type { Export } from './exports.queries.ts'
import { requirePerson } from './require-export.ts'

const mostUnfinished = 3

/** Keeps what is to be taken out and leaves the work to the job queue. */
export async function startExport(
  context: Context,
  { list, filters, format, columns }: BodyOf<typeof contract.exports.start>,
): Promise<Export> {
  const personId = requirePerson(context)
  if ((await countUnfinished(context, personId)) >= mostUnfinished) throw new AppError('too-many-exports')
  const one = await insertExport(context, {
    id: newId(context.now),
    list,
    format,
    filters,
    columns,
    locale: context.locale,
    person_id: personId,
    created_at: context.now,
  })
  await writeAudit(context, {
    action: 'export.started',
    subjectType: 'export',
    subjectId: one.id,
    after: { list, filters, columns, format },
  })
  await announceExport(context, one, { work: true })
  return one
}
