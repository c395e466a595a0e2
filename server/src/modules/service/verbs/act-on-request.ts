import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { lockForWriting } from '../requests/lock-for-writing.ts'
import { recordEvent } from '../requests/record-event.ts'
import type { NewEvent } from '../requests/record-event.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { whyNot } from '../requests/request.rules.ts'
import type { RequestVerb } from '../requests/request.rules.ts'
import type { RequestRow } from '../service.tables.ts'

/** Locks the request, asks whether the verb may be done to it as it is, and adds the event. Gives the request as it is now. */
export async function actOnRequest(
  context: Context,
  key: RequestKey,
  verb: RequestVerb,
  eventOf: (request: RequestRow) => NewEvent | Promise<NewEvent>,
): Promise<RequestRow> {
  const request = await lockForWriting(context, key)
  refuseUnlessAllowed(context, verb, request)
  return recordEvent(context, request, await eventOf(request))
}

export function refuseUnlessAllowed(context: Context, verb: RequestVerb, request: RequestRow): void {
  const refusal = whyNot(verb, { status: request.status, holderId: request.owner_id }, context.actor.personId)
  if (refusal) throw new AppError(refusal)
}
