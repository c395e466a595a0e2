import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { readFile } from './files.queries.ts'
import { presentFile } from './present-file.ts'
import { delicateFields } from './withheld.rules.ts'

/** Opens a file for reading; the id of one that was merged opens the file that is left. That delicate fields were read is put on record: their names, not their values. */
export async function showCustomer(context: Context, customerId: string) {
  const file = await readFile(context, customerId)
  if (!file || !mayReach(context.actor, 'customers.read', file)) throw new AppError('not-found')
  const delicate = delicateFields(file.fields, context.actor.fieldClasses)
  if (delicate.length > 0)
    await writeAudit(context, {
      action: 'field.read',
      subjectType: 'customer',
      subjectId: file.customerId,
      customerId: file.customerId,
      after: { fields: delicate },
    })
  if (file.mergedCount === 0) return presentFile(context, file)
  const mergedFrom = file.customerId === customerId ? null : customerId
  return { ...presentFile(context, file), mergedFrom, mergedCount: file.mergedCount }
}
