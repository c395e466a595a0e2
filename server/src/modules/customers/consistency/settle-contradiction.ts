import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { patchFile } from '../files/patch-customer.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { placeOfCity } from '../places/places.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { announceContradiction } from './announce-contradiction.ts'
import { listStored, lockContradiction, storeContradictions, theOne } from './contradictions.queries.ts'
import type { ListedContradiction, StoredContradiction } from './contradictions.queries.ts'
import { isCorrectable, presentContradictions } from './present-contradictions.ts'
import { reckonByIds } from './look-through.ts'

type Body = BodyOf<typeof contract.consistency.settle>
type Settled = Pick<StoredContradiction, 'state' | 'closedAt' | 'closedBy' | 'reason'>

const refuse = fieldRefusals({
  'reason-needed': { fa: 'بگویید چرا مقدار می‌ماند.', en: 'Say why the value stays.' },
  'not-correctable': { fa: 'این را باید در پرونده اصلاح کرد.', en: 'This has to be corrected in the file.' },
  'not-open': { fa: 'به این مغایرت پیش‌تر رسیدگی شده است.', en: 'This contradiction has been settled before.' },
})

/** Settles a contradiction: what somebody has kept or dismissed is not asked again while both sides stay as they are. */
export async function settleContradiction(
  context: Context,
  customerId: string,
  id: string,
  { decision, reason, version }: Body,
): Promise<AnswerOf<typeof contract.consistency.settle>> {
  const listed = await requireListed(context, customerId, id)
  if (!mayReach(context.actor, 'customers.write', listed)) throw new AppError('not-permitted')
  const before = await lockContradiction(context, customerId, id)
  if (!before || before.version !== version) throw new AppError('changed-meanwhile')
  if ((before.state === 'open') === (decision === 'reopen')) throw refuse(context, 'decision', 'not-open')
  if (decision === 'keep' && reason === null) throw refuse(context, 'reason', 'reason-needed')
  if (decision === 'correct') await correct(context, listed)
  const after: StoredContradiction = { ...before, ...settledBy(context, decision, reason), version: version + 1 }
  await storeContradictions(context, [after])
  await writeAudit(context, {
    action: 'contradiction.settled',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    before: { state: before.state },
    after: { state: after.state, contradictionId: id, field: before.field },
  })
  // What is settled no longer weighs on the file.
  await reckonByIds(context, [customerId])
  await announceContradiction(context, after)
  const [shown] = await presentContradictions(context, [{ ...listed, ...after }])
  if (!shown) throw new AppError('not-found')
  return shown
}

async function requireListed(context: Context, customerId: string, id: string): Promise<ListedContradiction> {
  const [listed] = await listStored(context, theOne(context, customerId, id), undefined, 1)
  if (!listed) throw new AppError('not-found')
  return listed
}

function settledBy(context: Context, decision: Body['decision'], reason: string | null): Settled {
  if (decision === 'reopen') return { state: 'open', closedAt: null, closedBy: null, reason: null }
  const state = ({ correct: 'corrected', keep: 'kept', dismiss: 'dismissed' } as const)[decision]
  return { state, closedAt: context.now, closedBy: context.actor.personId, reason: reason === null ? null : foldForStorage(reason) }
}

/** Writes the city that was seen, with its county and province. */
async function correct(context: Context, one: ListedContradiction): Promise<void> {
  const place = typeof one.observed.value === 'number' && isCorrectable(one) ? placeOfCity(one.observed.value) : undefined
  if (!place) throw refuse(context, 'decision', 'not-correctable')
  await patchFile(context, await lockForChange(context, one.customerId), place, { kind: 'system', confidence: 0.9 })
}
