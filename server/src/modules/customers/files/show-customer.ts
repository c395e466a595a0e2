import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { delicateCustom } from '../fields/present-custom.ts'
import { readFile } from './files.queries.ts'
import { presentFile } from './present-file.ts'
import { delicateFields } from './withheld.rules.ts'

/** Opens a file for reading; the id of one that was merged opens the file that is left. That delicate fields were read is put on record: their names, not their values. */
export async function showCustomer(context: Context, customerId: string) {
  const file = await readFile(context, customerId)
  if (!file || !mayReach(context.actor, 'customers.read', file)) throw new AppError('not-found')
  const presented = await presentFile(context, file)
  const delicate = [...delicateFields(file.fields, context.actor.fieldClasses), ...(await delicateCustom(context, presented.custom ?? {}))]
  if (delicate.length > 0)
    await writeAudit(context, {
      action: 'field.read',
      subjectType: 'customer',
      subjectId: file.customerId,
      customerId: file.customerId,
      after: { fields: delicate },
    })
  if (file.mergedCount === 0) return presented
  const mergedFrom = file.customerId === customerId ? null : customerId
  return { ...presented, mergedFrom, mergedCount: file.mergedCount }
}
