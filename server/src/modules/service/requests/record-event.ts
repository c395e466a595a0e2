import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import type { RequestEvent } from '../facts/facts.types.ts'
import type { RequestRow } from '../service.tables.ts'
import { insertEvents } from './event.queries.ts'
import type { StoredRequestEvent } from './event.queries.ts'
import { lastMoment } from './last-moment.queries.ts'
import { noticesOf } from './notices.rules.ts'
import { publishChange } from './publish-change.ts'
import { changedFacts, storeFacts } from './store-facts.ts'

/** An event about to be added: by whom, when and in which place of the log is filled in. */
export type NewEvent = Omit<RequestEvent, 'id' | 'at' | 'sequence'> & { at?: Date; note?: string; interactionId?: string }

/**
 * Adds an event to a request that the caller has locked, replays the request, stores what follows, and leaves the
 * change in the audit trail, on the timeline and in the outbox. Gives the request as it is now.
 */
export async function recordEvent(context: Context, request: RequestRow, given: NewEvent): Promise<RequestRow> {
  const event = await completed(context, request, given)
  await insertEvents(context, [event])
  const [changed] = await storeFacts(context, [request], { asNewVersion: true })
  if (!changed) throw new AppError('unexpected')
  const subject = { subjectType: 'request', subjectId: request.id, customerId: request.customer_id }
  await writeAudit(context, { action: `request.${event.kind}`, ...subject, ...audited(changedFacts(request, changed)) })
  await publishChange(context, changed, event.kind, [event], noticesOf(request, changed, event, context.actor.personId))
  return changed
}

/** The trail says what somebody did; durations and counts follow from it. */
function audited({ before, after }: ReturnType<typeof changedFacts>) {
  const told = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([name]) => !/_(?:seconds|count|contact)$/u.test(name)))
  return { before: told(before), after: told(after) }
}

async function completed(
  context: Context,
  request: RequestRow,
  { at, note, interactionId, ...given }: NewEvent,
): Promise<StoredRequestEvent> {
  const last = await lastMoment(context, request)
  return {
    personId: context.actor.personId,
    unitId: context.actor.unitId,
    ...given,
    id: newId(context.now),
    customerId: request.customer_id,
    requestId: request.id,
    // What somebody does now comes after all that has happened, though a clock may have been wrong or a log ahead.
    at: at ?? (last.at > context.now ? last.at : context.now),
    sequence: last.sequence + 1,
    note: note ? note : null,
    label: null,
    interactionId: interactionId ?? null,
    importKey: null,
  }
}
