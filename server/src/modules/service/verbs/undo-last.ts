import { AppError } from '../../../platform/failure.ts'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import { readEvents } from '../requests/event.queries.ts'
import { lockForWriting } from '../requests/lock-for-writing.ts'
import { recordEvent } from '../requests/record-event.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { showRequest } from '../requests/show-request.ts'
import { throughRequest } from '../requests/through-request.ts'
import { lastUndoable } from '../requests/undo.rules.ts'
import type { RequestRow } from '../service.tables.ts'

/**
 * Takes back what the actor did last to the request, if nothing came after it. The event stays in the log, followed
 * by one that says so; nothing else follows from it, as if it had not been. Whoever gave a request out of their
 * reach may still take that back.
 */
export async function undoLast(context: Context, key: RequestKey, { version }: { version: number }) {
  return showRequest(context, await takeBackLast(context, key, version))
}

/** The same, giving the request as it is stored. */
export async function takeBackLast(context: Context, key: RequestKey, version: number): Promise<RequestRow> {
  const request = await lockForWriting(throughRequest(context, ['service.read', 'service.write']), key)
  const events = (await readEvents(context, [key])).get(key.requestId) ?? []
  const event = lastUndoable(events, context.actor.personId, context.now)
  if (!event) throw refusalFor(context, request)
  if (request.version !== version) throw new AppError('changed-meanwhile')
  return recordEvent(context, request, { kind: 'undone', undoes: event.id })
}

function refusalFor({ actor }: Context, request: RequestRow): AppError {
  const rights = { unitId: request.unit_id, ownerId: request.owner_id }
  if (!mayReach(actor, 'service.read', rights)) return new AppError('not-found')
  return new AppError(mayReach(actor, 'service.write', rights) ? 'nothing-to-undo' : 'not-permitted')
}
