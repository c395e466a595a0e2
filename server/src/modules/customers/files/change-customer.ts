import type { BodyOf, contract } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { mayReach, requireReach, writeAudit } from '../../identity/index.ts'
import { announceFile } from './announce-file.ts'
import { auditedParts } from './audited-parts.rules.ts'
import { displayNameOf, nameOf } from './display-name.rules.ts'
import type { Doubt } from './doubts.rules.ts'
import type { CustomerFile, FileFacts } from './file.types.ts'
import { lockFile, moveOwnTimeline, updateFile } from './files.queries.ts'
import { presentFile } from './present-file.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { raiseDoubts, rememberedReasons, requireReasons } from './settle-doubts.ts'
import { mainPhoneOf, tidyAccessPoint, tidyFields } from './tidy.rules.ts'
import { keepWithheld, withheldFrom } from './withheld.rules.ts'

type Body = BodyOf<typeof contract.customers.change>

/** Writes the file anew. What finds it, and its own timeline lines, follow in the same transaction. */
export async function changeCustomer(context: Context, customerId: string, body: Body) {
  const before = await lockReachable(context, customerId)
  if (before.version !== body.version) throw new AppError('changed-meanwhile')
  const facts = factsFrom(context, before, body)
  const after = await changedFile(context, before, facts, body)
  const parts = auditedParts(before, after)
  if (Object.keys(parts.after).length === 0) return presentFile(context, before)
  if (!mayReach(context.actor, 'customers.write', after)) throw new AppError('not-permitted')
  await refuseUnknown(context, updateFile(context, after))
  await moveOwnTimeline(context, after)
  await writeAudit(context, { action: 'customer.changed', subjectType: 'customer', subjectId: customerId, customerId, ...parts })
  await announceFile(context, 'customers.customer-changed', after, { fields: Object.keys(parts.after).join(' ') })
  return presentFile(context, after)
}

async function lockReachable(context: Context, customerId: string): Promise<CustomerFile> {
  const file = await lockFile(context, customerId)
  requireReach(context.actor, 'customers.read', file)
  if (!file) throw new AppError('not-found')
  if (!mayReach(context.actor, 'customers.write', file)) throw new AppError('not-permitted')
  return file
}

function factsFrom(context: Context, before: CustomerFile, body: Body): FileFacts {
  const {
    unitId: _unit,
    ownerId: _owner,
    accessPoints: points,
    acceptedProblems: _reasons,
    provisional: _provisional,
    version: _version,
    ...given
  } = body
  const known = new Set(before.accessPoints.map(({ id }) => id))
  const accessPoints = points.map((point) => {
    // An id that is not of this file, or is given twice, names a new point.
    const id = point.id !== undefined && known.delete(point.id) ? point.id : newId(context.now)
    return tidyAccessPoint(point, id)
  })
  const kept = keepWithheld(before, { fields: given, accessPoints }, context.actor.fieldClasses)
  return { fields: tidyFields(kept.fields), accessPoints: kept.accessPoints }
}

async function changedFile(context: Context, before: CustomerFile, facts: FileFacts, body: Body): Promise<CustomerFile> {
  const doubts = (await raiseDoubts(context, facts, before.customerId)).filter(
    (doubt) => !isUntouchedSecret(context.actor, doubt, before, facts),
  )
  const remembered = rememberedReasons(before, facts)
  const reasons = requireReasons(context, doubts, body.acceptedProblems, facts.accessPoints, remembered)
  const named = nameOf(facts.fields) !== null
  const provisional = body.provisional ?? (before.provisional && !(named && nameOf(before.fields) === null))
  return {
    ...before,
    ...facts,
    displayName: displayNameOf(facts, before.code),
    mainPhone: mainPhoneOf(facts.accessPoints),
    unitId: body.unitId,
    ownerId: body.ownerId,
    provisional: provisional || !named,
    acceptedProblems: { ...remembered, ...reasons },
    version: before.version + 1,
    updatedAt: context.now,
  }
}

/** Nobody is asked about a value that they cannot see and did not change. */
function isUntouchedSecret(actor: Actor, { field }: Doubt, before: CustomerFile, after: FileFacts): boolean {
  const name = field.split('.')[0] as 'accessPoints' | keyof FileFacts['fields']
  if (!withheldFrom(actor.fieldClasses).includes(name)) return false
  return name === 'accessPoints' ? before.accessPoints === after.accessPoints : before.fields[name] === after.fields[name]
}
