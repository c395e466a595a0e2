import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { reckonFiles } from '../consistency/reckon-files.ts'
import { insertRecords, judgeRecord } from './provenance.queries.ts'
import type { ProvenanceRecord } from './provenance.queries.ts'
import { presentValues } from './show-provenance.ts'
import { requireAskedFile, requireValue } from './values-of-file.ts'

export type Judgement = Pick<ProvenanceRecord, 'confirmedBy' | 'confirmedAt' | 'doubtedBy' | 'doubtedAt' | 'doubt'>
type Answer = AnswerOf<typeof contract.provenance.confirm>

/** Keeps what somebody thinks of a value of today. One that came with its file has a record of its own from now on. */
export async function judgeValue(
  context: Context,
  customerId: string,
  field: string,
  verb: 'value.confirmed' | 'value.doubted' | 'value.judgement-withdrawn',
  judge: (before: ProvenanceRecord) => Judgement,
): Promise<Answer> {
  const asked = await requireAskedFile(context, customerId, 'customers.write')
  const before = await requireValue(context, asked, field)
  const after: ProvenanceRecord = { ...before, ...judge(before) }
  await insertRecords(context, [before])
  await judgeRecord(context, after, after)
  await reckonFiles(context, [{ file: asked.file }], { tells: true })
  await writeAudit(context, {
    action: verb,
    subjectType: 'customer',
    subjectId: asked.file.customerId,
    customerId: asked.file.customerId,
    // The doubt in words may tell of the value; it is in the record, under the class of the field.
    after: { field },
  })
  const { customerId: id, unitId, ownerId, version } = asked.file
  await context.publish('customers.customer-changed', { customerId: id, id, unitId, ownerId, version })
  const [shown] = await presentValues(context, asked, [after])
  if (!shown) throw new AppError('not-found')
  return shown
}
