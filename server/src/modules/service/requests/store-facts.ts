import type { Context } from '../../../platform/context.ts'
import type { FactColumns, RequestRow } from '../service.tables.ts'
import { clocksForEvents } from './clocks-for-events.ts'
import { readEvents } from './event.queries.ts'
import { replaceFollowing } from './following.queries.ts'
import { reckon } from './reckon.rules.ts'
import { factColumnNames, updateFacts } from './request.queries.ts'

/**
 * Replays requests that the caller has locked and stores what follows from their events: the one place where facts
 * of existing requests are written. Gives the requests as they are now. `asNewVersion`: somebody acted on them.
 */
export async function storeFacts(
  context: Context,
  requests: readonly RequestRow[],
  { asNewVersion }: { asNewVersion: boolean },
): Promise<RequestRow[]> {
  const events = await readEvents(
    context,
    requests.map((one) => ({ customerId: one.customer_id, requestId: one.id })),
  )
  const clockFor = await clocksForEvents(context, events.values())
  const found = requests.map((request) => ({
    request,
    customerId: request.customer_id,
    requestId: request.id,
    ...reckon(events.get(request.id) ?? [], request.first_response_recorded, clockFor),
  }))
  await updateFacts(
    context,
    found.map(({ request, columns }) => ({ customer_id: request.customer_id, id: request.id, ...columns })),
    asNewVersion,
  )
  await replaceFollowing(context, found)
  return found.map(({ request, columns }) => ({
    ...request,
    ...columns,
    ...(asNewVersion && { version: request.version + 1, updated_at: context.now }),
  }))
}

/** The stored facts in which two states of a request differ, as they were and as they are. */
export function changedFacts(before: FactColumns, after: FactColumns): { before: Partial<FactColumns>; after: Partial<FactColumns> } {
  const names = factColumnNames.filter((name) => !isSame(before[name], after[name]))
  const only = (facts: FactColumns) => Object.fromEntries(names.map((name) => [name, facts[name]])) as Partial<FactColumns>
  return { before: only(before), after: only(after) }
}

const isSame = (a: unknown, b: unknown): boolean => (a instanceof Date && b instanceof Date ? +a === +b : a === b)
