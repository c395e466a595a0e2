import type { BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import { sourceOf } from '../files/keep-files.ts'
import { tellFacts } from '../files/tell-facts.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { besideField } from '../provenance/beside.rules.ts'
import { recordChanges } from '../provenance/record-changes.ts'
import { refuseField } from '../refuse-field.ts'
import { readBusiness, writeBusiness } from './business.queries.ts'
import { businessClass, presentBusiness } from './show-business.ts'

/** Says by whom the customer came. */
export async function changeBusiness(
  context: Context,
  customerId: string,
  { marketerId, referrer, version, source }: BodyOf<typeof contract.business.change>,
) {
  const file = await lockForChange(context, customerId)
  if (!context.actor.fieldClasses.has(businessClass)) throw new AppError('not-permitted')
  const before = await readBusiness(context, await fileIds(context, customerId))
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const after = { marketerId, referrer: referrer === null ? null : foldForStorage(referrer) || null, version: version + 1 }
  if (after.marketerId === before.marketerId && after.referrer === before.referrer) return presentBusiness(context, file)
  try {
    await writeBusiness(context, customerId, after)
  } catch (error) {
    throw refusedBy(error) === 'business_marketer_known' ? refuseField(context, 'marketerId', 'unknown') : error
  }
  await recordChanges(
    context,
    (['marketerId', 'referrer'] as const)
      .filter((name) => before[name] !== after[name])
      .map((name) => ({
        customerId,
        field: besideField('business', name),
        accessClass: businessClass,
        before: before[name],
        after: after[name],
        source: sourceOf(context.actor, source),
      })),
  )
  const parts = { before: { marketerId: before.marketerId, referrer: before.referrer }, after: { marketerId, referrer: after.referrer } }
  await writeAudit(context, { action: 'business.changed', subjectType: 'customer', subjectId: customerId, customerId, ...parts })
  await tellFacts(context, file, { kind: 'customer.business-changed', accessClass: businessClass, facts: {} })
  return presentBusiness(context, file)
}
