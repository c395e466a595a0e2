import { AppError } from '../../../platform/failure.ts'
import type { Context } from '../../../platform/context.ts'
import { readEvents } from '../requests/event.queries.ts'
import { lockForWriting, requireWritable } from '../requests/lock-for-writing.ts'
import { recordEvent } from '../requests/record-event.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { throughRequest } from '../requests/through-request.ts'
import { lastUndoable } from '../requests/undo.rules.ts'
import type { RequestRow } from '../service.tables.ts'

/**
 * Takes back what the actor did last to the request, if nothing came after it. The event stays in the log, followed
 * by one that says so; nothing else follows from it, as if it had not been. Whoever gave a request out of their
 * reach may still take that back. `askedAt`: when it was asked for, if that was before now.
 */
export async function undoLast(
  context: Context,
  key: RequestKey,
  { version, askedAt = context.now }: { version: number; askedAt?: Date },
): Promise<RequestRow> {
  const request = await lockForWriting(throughRequest(context, ['service.read', 'service.write']), key)
  const events = (await readEvents(context, [key])).get(key.requestId) ?? []
  const event = lastUndoable(events, context.actor.personId, askedAt)
  if (!event) requireWritable(context, request)
  if (request.version !== version) throw new AppError('changed-meanwhile')
  if (!event) throw new AppError('nothing-to-undo')
  return recordEvent(context, request, { kind: 'undone', undoes: event.id })
}
