import type { requestView } from '@parvandeh/contract'
import { toAsciiDigits } from '@parvandeh/contract/persian'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { customerNames, fileIds } from '../../customers/index.ts'
import { visibleDocumentIds } from '../../documents/index.ts'
import { mayReach, requireReach } from '../../identity/index.ts'
import type { RequestRow } from '../service.tables.ts'
import { conversationOf } from './conversation-of.ts'
import { documentIdsOf } from './documents.queries.ts'
import { readEvents } from './event.queries.ts'
import type { StoredRequestEvent } from './event.queries.ts'
import { readFollowing } from './following.queries.ts'
import { presentRow, readsWords } from './present-row.ts'
import { findKeyByNumber, findMergedInto, findRequest } from './request.queries.ts'
import type { RequestKey } from './request.queries.ts'
import { whatCanBeDone } from './request.rules.ts'
import { lastUndoable } from './undo.rules.ts'

type RequestView = z.input<typeof requestView>

/** The request of this number, however its digits were typed; hidden and missing are the same refusal. */
export async function showRequestByNumber(context: Context, number: string): Promise<RequestView> {
  const key = await findKeyByNumber(context, toAsciiDigits(number).replaceAll(/\D/gu, ''))
  const request = key && (await findRequest(context, key))
  requireReach(context.actor, 'service.read', request && { unitId: request.unit_id, ownerId: request.owner_id })
  if (!request) throw new AppError('not-found')
  return showRequest(context, request)
}

/**
 * The whole of a request, with what was merged into it. Whoever acted on it is shown it as it has become, also when
 * the act (a referral, say) took it out of their reach: then nothing more can be done to it.
 */
export async function showRequest(context: Context, request: RequestRow): Promise<RequestView> {
  const key = { customerId: request.customer_id, requestId: request.id }
  const [merged, following, names, mergedIntoNumber] = await Promise.all([
    fileIds(context, request.customer_id).then((files) => findMergedInto(context, files, request.id)),
    readFollowing(context, [key], ['holdings', 'waits']),
    customerNames(context, [request.customer_id]),
    numberMergedInto(context, request),
  ])
  const told: [RequestKey & { number: string }, ...(RequestKey & { number: string })[]] = [{ ...key, number: request.number }, ...merged]
  const numberOf = new Map(told.map(({ requestId, number }) => [requestId, number]))
  const [events, documentIds] = await Promise.all([eventsOf(context, told), visibleDocumentsOf(context, told)])
  const words = readsWords(context.actor)
  const rights = { unitId: request.unit_id, ownerId: request.owner_id }
  const lists = following.get(request.id)
  return {
    ...presentRow(context.actor, request, names),
    ...ownFields(request, words),
    mergedIntoNumber,
    mergedNumbers: merged.map((one) => one.number),
    ...clocksOfRow(request),
    holdings: (lists?.holdings ?? []).map((one) => ({
      unitId: one.unit_id,
      personId: one.person_id,
      from: one.starts_at.toISOString(),
      to: one.ends_at?.toISOString() ?? null,
      reason: one.reason,
    })),
    waits: (lists?.waits ?? []).map((one) => ({
      kind: one.kind,
      from: one.starts_at.toISOString(),
      to: one.ends_at?.toISOString() ?? null,
    })),
    events: events.map((event) => ({
      ...presentEvent(event, words, numberOf.get(event.requestId) ?? request.number),
      undone: events.some((other) => other.undoes === event.id),
    })),
    conversation: await conversationOf(context, key.customerId, events),
    documentIds,
    can: {
      ...whatCanBeDone(
        { status: request.status, holderId: request.owner_id },
        { personId: context.actor.personId, mayWrite: mayReach(context.actor, 'service.write', rights) },
      ),
      undo: mayUndo(context, request, events),
    },
  }
}

function mayUndo({ actor, now }: Context, request: RequestRow, events: readonly StoredRequestEvent[]): boolean {
  const own = events.filter((event) => event.requestId === request.id)
  return actor.grants['service.write'] !== undefined && lastUndoable(own, actor.personId, now) !== undefined
}

/** Documents of some requests of one file. */
async function visibleDocumentsOf(context: Context, keys: readonly [RequestKey, ...RequestKey[]]): Promise<string[]> {
  const ids = await documentIdsOf(context, keys)
  const visible = await visibleDocumentIds(
    context,
    ids.map((documentId) => ({ customerId: keys[0].customerId, documentId })),
  )
  return ids.filter((documentId) => visible.has(documentId))
}

async function eventsOf(context: Context, keys: readonly RequestKey[]): Promise<StoredRequestEvent[]> {
  const byRequest = await readEvents(context, keys)
  return [...byRequest.values()].flat().toSorted((a, b) => +a.at - +b.at || a.sequence - b.sequence)
}

async function numberMergedInto(context: Context, request: RequestRow): Promise<string | null> {
  if (request.merged_into_id === null) return null
  const customerId = request.merged_into_file ?? request.customer_id
  const target = await findRequest(context, { customerId, requestId: request.merged_into_id })
  return target?.number ?? null
}

const ownFields = (request: RequestRow, words: boolean) => ({
  description: words ? request.description : '',
  contactName: words ? request.contact_name : null,
  contactCustomerId: request.contact_customer_id,
  registeredBy: request.registered_by,
  firstResponseRecorded: request.first_response_recorded,
  firstResponseBy: request.first_response_by,
  resolvedBy: request.resolved_by,
  test: request.test,
  source: request.source,
  externalNumber: request.external_number,
  exchangeCount: request.exchange_count,
})

const clocksOfRow = (request: RequestRow) => ({
  response: { elapsedSeconds: request.response_elapsed_seconds, workingSeconds: request.response_working_seconds },
  responseParts: {
    unregistered: { elapsedSeconds: request.unregistered_elapsed_seconds, workingSeconds: request.unregistered_working_seconds },
    misrouted: { elapsedSeconds: request.misrouted_elapsed_seconds, workingSeconds: request.misrouted_working_seconds },
    queued: { elapsedSeconds: request.queued_elapsed_seconds, workingSeconds: request.queued_working_seconds },
    held: { elapsedSeconds: request.held_elapsed_seconds, workingSeconds: request.held_working_seconds },
  },
  service: { elapsedSeconds: request.service_elapsed_seconds, workingSeconds: request.service_working_seconds },
})

const presentEvent = (event: StoredRequestEvent, words: boolean, number: string): Omit<RequestView['events'][number], 'undone'> => ({
  id: event.id,
  number,
  kind: event.kind,
  at: event.at.toISOString(),
  personId: event.personId ?? null,
  unitId: event.unitId ?? null,
  toPersonId: event.toPersonId ?? null,
  toUnitId: event.toUnitId ?? null,
  note: words ? event.note : null,
  outcome: event.outcome ?? null,
  waitOn: event.waitOn ?? null,
  label: event.label,
  interactionId: event.interactionId,
})
