import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../../platform/paging.ts'
import { mayReach } from '../../../identity/index.ts'
import { requireVisibleCustomer } from '../../files/require-visible-customer.ts'
import { inOrder } from './choose-fields.rules.ts'
import { readMerges } from './merge.queries.ts'

type List = typeof contract.duplicates.merges

/** Files that were merged into this one, and into what was merged into it, the latest first. */
export async function listMerges(context: Context, customerId: string, { limit, after }: QueryOf<List>): Promise<AnswerOf<List>> {
  const file = await requireVisibleCustomer(context, customerId)
  const found = await readMerges(context, file.fileIds, decodeKey(after, z.tuple([z.uuid()]))?.[0], limit + 1)
  const page = pageFrom(found, limit, (row) => [row.id])
  const mayWrite = mayReach(context.actor, 'customers.write', file)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      customerId: row.mergedId,
      code: row.code,
      displayName: row.name,
      mergedAt: row.at.toISOString(),
      mergedBy: row.by,
      undoUntil: row.undo_until.toISOString(),
      fields: inOrder(Object.keys(row.after).filter((field) => field !== 'acceptedProblems' && field !== 'provisional')),
      accessPoints: row.points.length,
      can: { undo: mayWrite && mayReach(context.actor, 'customers.write', row) && row.undo_until >= context.now },
    })),
  }
}
