import type { Erasure } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { endErasure, findErasure } from './erasure.queries.ts'
import { presentErasure } from './present-erasure.ts'

/** Calls an erasure off that waits; the file stays as it is. */
export async function callOffErasure(context: Context, erasureId: string): Promise<Erasure> {
  const row = await findErasure(context, erasureId, { locked: true })
  if (!row) throw new AppError('not-found')
  if (row.state !== 'waiting') throw new AppError('erasure-ended')
  const ended = await endErasure(context, row, { calledOffBy: context.actor.personId })
  const { customer_id: customerId, code } = row
  await writeAudit(context, {
    action: 'customer.erasure-called-off',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    impersonal: true,
    after: { code },
  })
  return presentErasure(ended)
}
