import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { contactsBehind, presentOrigin } from './present-origin.ts'
import { countOlder } from './provenance.queries.ts'
import type { ProvenanceRecord } from './provenance.queries.ts'
import { readValues, requireAskedFile } from './values-of-file.ts'
import type { AskedFile } from './values-of-file.ts'

type Answer = AnswerOf<typeof contract.provenance.show>

/** Where each value of a file that the actor may read comes from (C3). Values themselves are not told here. */
export async function showProvenance(context: Context, customerId: string): Promise<Answer> {
  const asked = await requireAskedFile(context, customerId)
  return { values: await presentValues(context, asked, await readValues(context, asked)) }
}

export async function presentValues(
  context: Context,
  { customerIds }: AskedFile,
  records: readonly ProvenanceRecord[],
): Promise<Answer['values']> {
  const older = await countOlder(context, customerIds)
  const contacts = await contactsBehind(context, customerIds, records)
  return records.map((record) => ({ ...presentOrigin(record, contacts), field: record.field, older: older.get(record.field) ?? 0 }))
}
