import type { AccessClass } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import type { DocumentRow } from '../documents.queries.ts'

const delicate: readonly AccessClass[] = ['sensitive', 'financial']

/** Whoever reads what is delicate leaves a trace: one line, with the ids of what was read. */
export async function rememberReading(
  context: Context,
  customerId: string,
  part: 'list' | 'search' | 'about' | 'content',
  rows: readonly DocumentRow[],
): Promise<void> {
  const ids = rows.filter((row) => delicate.includes(row.accessClass)).map((row) => row.id)
  const [first] = ids
  if (first === undefined) return
  const subject = part === 'list' ? { subjectType: 'customer', subjectId: customerId } : { subjectType: 'document', subjectId: first }
  await writeAudit(context, { action: 'document.read', ...subject, customerId, after: { part, documents: ids } })
}
