import type { BodyOf, Erasure, contract } from '@parvandeh/contract'
import { erasureWaitHours } from '@parvandeh/contract'
import { toAsciiDigits } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { readAnyFile } from '../removal/removal.queries.ts'
import type { FileState } from '../removal/removal.queries.ts'
import { isAtWork } from '../removal/weigh-removal.ts'
import { insertErasure } from './erasure.queries.ts'
import { presentErasure } from './present-erasure.ts'

type Body = BodyOf<typeof contract.erasures.ask>

const refuseField = fieldRefusals({
  'other-code': {
    fa: 'این کد پروندهٔ دیگری است. کد همین پرونده را بنویسید.',
    en: 'This is not the code of this file. Type the code of the file itself.',
  },
})

/**
 * Asks that all be erased that is kept of a customer: at once, or after the time in which it can be called off. Whoever
 * asks types the code of the file, gives the ground in law, and the letter or decision that it rests on.
 */
export async function askErasure(
  context: Context,
  holders: readonly SubjectHolder[],
  customerId: string,
  { code, basis, reference, atOnce, despiteOpenWork }: Body,
): Promise<Erasure> {
  const file = await requireErasable(context, customerId)
  if (toAsciiDigits(code) !== file.code) throw refuseField(context, 'code', 'other-code')
  if (!despiteOpenWork && (await isAtWork(context, holders, customerId))) throw new AppError('file-has-open-work')
  const dueAt = new Date(context.now.getTime() + (atOnce ? 0 : erasureWaitHours * 3_600_000))
  const row = await insertErasure(context, {
    customer_id: customerId,
    id: newId(context.now),
    code: file.code,
    basis,
    reference,
    asked_by: context.actor.personId,
    asked_at: context.now,
    due_at: dueAt,
  }).catch((error: unknown) => {
    throw refusedBy(error) === 'erasure_waits_once' ? new AppError('erasure-waits') : error
  })
  await writeAudit(context, {
    action: 'customer.erasure-asked',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    impersonal: true,
    after: { code: file.code, basis, reference, dueAt: dueAt.toISOString() },
  })
  if (atOnce) await context.publish('customers.erasure-due', { customerId, id: row.id })
  return presentErasure(row)
}

/** A file in sight, or a removed one: who may erase is answerable for all of them. */
async function requireErasable(context: Context, customerId: string): Promise<FileState> {
  const file = await readAnyFile(context, customerId, { locked: true })
  if (!file || file.erasedAt !== null) throw new AppError('not-found')
  if (file.deletedAt === null && !mayReach(context.actor, 'customers.read', file)) throw new AppError('not-found')
  if (file.mergedInto !== null) throw new AppError('file-merged')
  return file
}
