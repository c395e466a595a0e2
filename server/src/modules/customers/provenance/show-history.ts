import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { isBeside } from './beside.rules.ts'
import { contactsBehind, presentOrigin } from './present-origin.ts'
import { readHistory } from './provenance.queries.ts'
import { readValues, requireAskedFile } from './values-of-file.ts'

/** What a field has held, the newest first, with where each value came from. Reading delicate values is put on record. */
export async function showHistory(
  context: Context,
  customerId: string,
  field: string,
): Promise<AnswerOf<typeof contract.provenance.history>> {
  const asked = await requireAskedFile(context, customerId)
  const kept = await readHistory(context, asked.customerIds, field)
  const today = (await readValues(context, asked)).filter((record) => record.field === field)
  const unkept = kept.some(({ until, customerId: of }) => until === null && (of === asked.file.customerId || isBeside(field))) ? [] : today
  const shown = [...unkept.map((record) => ({ ...record, id: null })), ...kept].filter(({ accessClass }) =>
    context.actor.fieldClasses.has(accessClass),
  )
  // A field of which nothing may be told, and one that is not there, are one.
  if (shown.length === 0) throw new AppError('not-found')
  if (shown.some(({ accessClass }) => accessClass === 'sensitive' || accessClass === 'financial')) {
    await writeAudit(context, {
      action: 'field.read',
      subjectType: 'customer',
      subjectId: asked.file.customerId,
      customerId: asked.file.customerId,
      after: { fields: [field], history: true },
    })
  }
  const contacts = await contactsBehind(context, asked.customerIds, shown)
  return {
    values: shown.map((record) => ({
      ...presentOrigin(record, contacts),
      id: record.id,
      value: record.value,
      until: record.until?.toISOString() ?? null,
      ofMerged: record.customerId !== asked.file.customerId && !(record.until === null && isBeside(field)),
    })),
  }
}
