import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { requireVisibleCustomer } from '../../customers/index.ts'
import { visibleDocumentIds } from '../../documents/index.ts'
import { findPerson, mayReach, writeAudit } from '../../identity/index.ts'
import { attachDocuments, insertInteractions } from '../interactions.queries.ts'
import type { StoredInteraction } from '../interactions.queries.ts'
import type { Interaction } from '../interactions.tables.ts'
import { presentInteraction } from '../read/present-interaction.ts'
import { interactionLine } from './interaction-line.ts'
import { isIdOfNow, settleInput, sourceOf, whyNotBegun } from './interaction.rules.ts'
import type { InteractionInput } from './interaction.rules.ts'
import { refuseField } from './refuse-field.ts'

/**
 * Logs a call, visit, message or note on a customer's file. Who spoke is the actor unless somebody in the actor's
 * reach is named; by hand or by machine is told by how the actor came, unless a source is given. Refuses with
 * `not-found` for a file that the actor may not see, `not-permitted` for a person out of reach, `invalid-input`
 * for a moment, person or document that cannot be. `staysUnder`: the id of a merged file, for what is said of something
 * that lies under it; else it goes to the file that is left.
 */
export async function logInteraction(
  context: Context,
  customerId: string,
  input: InteractionInput & { source?: Interaction['source'] },
  staysUnder?: string,
): Promise<Interaction> {
  const settled = settleInput(input)
  const customer = await requireVisibleCustomer(context, customerId)
  const startedAt = new Date(settled.startedAt)
  const whyNot = whyNotBegun(startedAt, context.now)
  if (whyNot) throw refuseField(context, 'startedAt', whyNot)
  if (settled.kind === 'note' && settled.body === '' && settled.subject === '') throw refuseField(context, 'body', 'empty-note')
  if (settled.id !== undefined && !isIdOfNow(settled.id, context.now)) throw refuseField(context, 'id', 'no-such-id')
  const speaker = await requireSpeaker(context, settled.personId)
  await requireDocuments(context, customerId, settled.documentIds)
  const { documentIds, ...said } = settled
  const stored: StoredInteraction = {
    ...said,
    id: settled.id ?? newId(context.now),
    customerId: staysUnder ?? customer.customerId,
    personId: speaker.personId,
    unitId: speaker.unitId ?? customer.unitId,
    startedAt,
    source: input.source ?? sourceOf(context.actor),
    recordedAt: context.now,
    recordedBy: context.actor.personId,
  }
  await insertKnown(context, stored)
  await attachDocuments(context, stored, documentIds)
  await announce(context, stored, documentIds)
  return presentInteraction(context.actor, stored, documentIds)
}

async function insertKnown(context: Context, stored: StoredInteraction): Promise<void> {
  try {
    if ((await insertInteractions(context, [stored])) === 0) throw new AppError('already-exists')
  } catch (error) {
    throw refusedBy(error) === 'interaction_city_known' ? refuseField(context, 'cityId', 'unknown-city') : error
  }
}

/** Who spoke, and their unit: one's own name may always be given, another's only within the scope of writing. */
async function requireSpeaker(context: Context, named: string | null): Promise<{ personId: string | null; unitId: string | null }> {
  const { actor } = context
  if (named === null || named === actor.personId) return { personId: actor.personId, unitId: actor.unitId }
  const person = await findPerson(context, named)
  if (!mayReach(actor, 'interactions.write', { unitId: person?.unitId ?? null, ownerId: named })) throw new AppError('not-permitted')
  if (!person) throw refuseField(context, 'personId', 'unknown-person')
  return { personId: person.id, unitId: person.unitId }
}

async function requireDocuments(context: Context, customerId: string, documentIds: readonly string[]): Promise<void> {
  const seen = await visibleDocumentIds(
    context,
    documentIds.map((documentId) => ({ customerId, documentId })),
  )
  const unseen = documentIds.findIndex((documentId) => !seen.has(documentId))
  if (unseen !== -1) throw refuseField(context, `documentIds.${unseen}`, 'unknown-document')
}

/** The words themselves stay out of the trail: they are in the row, and the trail outlives it. */
async function announce(context: Context, one: StoredInteraction, documentIds: readonly string[]): Promise<void> {
  const { id, customerId, kind, direction, channel, personId, unitId, minutes, answered, subject, source } = one
  const startedAt = one.startedAt.toISOString()
  await writeAudit(context, {
    action: 'interaction.logged',
    subjectType: 'interaction',
    subjectId: id,
    customerId,
    after: { kind, direction, channel, personId, startedAt, minutes, answered, subject, source, documentIds },
  })
  await context.publish('interactions.logged', {
    customerId,
    id,
    version: 1,
    unitId,
    ownerId: personId,
    kind,
    startedAt,
    timeline: [interactionLine(one)],
  })
}
