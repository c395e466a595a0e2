import type { BodyOf, contract } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { rememberOthers } from '../duplicates/decide-pair.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { settleCustom } from '../fields/settle-custom.ts'
import { announceFile } from './announce-file.ts'
import { auditedParts } from './audited-parts.rules.ts'
import { displayNameOf, nameOf } from './display-name.rules.ts'
import type { CustomerFile } from './file.types.ts'
import { takeCodes } from './files.queries.ts'
import { keepNewFiles, sourceOf } from './keep-files.ts'
import { presentFile } from './present-file.ts'
import { refuseUnknown, refuseUnknownField } from './refuse-unknown.ts'
import { raiseDoubts, requireReasons } from './settle-doubts.ts'
import { settlePoints } from './settle-points.rules.ts'
import { mainPhoneOf, tidyAccessPoint, tidyFields } from './tidy.rules.ts'

type Body = BodyOf<typeof contract.customers.create>

/** Opens a file for a customer. Doubtful values need a reason; a customer without a name is provisional. */
export async function createCustomer(context: Context, body: Body) {
  const { unitId, ownerId, accessPoints: givenPoints, acceptedProblems, provisional, source, notDuplicateOf, custom: said, ...given } = body
  const place = placeFor(context.actor, { unitId, ownerId })
  const fields = tidyFields(given)
  // A picture is a document of the file, and a new file has none.
  if (fields.photoId !== null) throw refuseUnknownField(context, 'photoId')
  const tidied = givenPoints.map((point) => tidyAccessPoint(point, newId(context.now)))
  const who = { at: context.now.toISOString(), by: context.actor.personId }
  const accessPoints = settlePoints(tidied, { before: [], said: givenPoints, ...who })
  // An unknown caller is asked for nothing.
  const asksAll = !provisional && nameOf(fields) !== null
  const custom = await settleCustom(context, { before: {}, given: said, fields, asksAll })
  const reasons = requireReasons(context, await raiseDoubts(context, { fields, accessPoints, custom }), acceptedProblems, accessPoints)
  const [code = ''] = await takeCodes(context, 1)
  const file: CustomerFile = {
    customerId: newId(context.now),
    code,
    fields,
    accessPoints,
    displayName: displayNameOf({ fields, accessPoints }, code),
    mainPhone: mainPhoneOf(accessPoints),
    ...place,
    provisional: provisional || nameOf(fields) === null,
    custom,
    acceptedProblems: reasons,
    version: 1,
    createdAt: context.now,
    updatedAt: context.now,
  }
  await refuseUnknown(context, keepNewFiles(context, [{ after: file, source: sourceOf(context.actor, source) }]))
  await rememberOthers(context, file, notDuplicateOf)
  await writeAudit(context, {
    action: 'customer.created',
    subjectType: 'customer',
    subjectId: file.customerId,
    customerId: file.customerId,
    after: auditedParts(undefined, file).after,
  })
  await announceFile(context, 'customers.customer-created', file, { code })
  return presentFile(context, file)
}

/** A file belongs to the actor's own unit unless said otherwise, and never where the actor could not work on it. */
function placeFor(
  actor: Actor,
  given: { unitId: string | null; ownerId: string | null },
): { unitId: string | null; ownerId: string | null } {
  const ofUnit = { unitId: given.unitId ?? actor.unitId, ownerId: given.ownerId }
  if (mayReach(actor, 'customers.write', ofUnit)) return ofUnit
  const ofActor = { ...ofUnit, ownerId: given.ownerId ?? actor.personId }
  if (mayReach(actor, 'customers.write', ofActor) && given.unitId === null) return ofActor
  throw new AppError('not-permitted')
}
