import type { BodyOf, requestRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { requireVisibleCustomer } from '../../customers/index.ts'
import { organisationOf, writeAudit } from '../../identity/index.ts'
import type { DetailColumns, RequestRow } from '../service.tables.ts'
import { clocksForEvents } from '../requests/clocks-for-events.ts'
import { insertEvents } from '../requests/event.queries.ts'
import type { StoredRequestEvent } from '../requests/event.queries.ts'
import { insertFollowing } from '../requests/following.queries.ts'
import { noticesOf } from '../requests/notices.rules.ts'
import { publishChange } from '../requests/publish-change.ts'
import { reckon } from '../requests/reckon.rules.ts'
import { requestNumber } from '../requests/request-number.rules.ts'
import { insertRequests, nextRunningNumbers } from '../requests/request.queries.ts'
import { searchKeys } from '../requests/search-keys.rules.ts'
import { showRequest } from '../requests/show-request.ts'
import { refuseField } from '../refuse-field.ts'
import { whyNotHappened } from './moment.rules.ts'
import { requireColleague, requireUnit } from './require-colleague.ts'
import { tidyDetails } from './tidy-details.ts'

type Input = BodyOf<typeof requestRoutes.register>

/**
 * Registers a request in a customer's file: in the queue of the unit given (or else of whoever registers it), or
 * straight in the hands of a colleague. It may have been reported earlier, never later.
 */
export async function registerRequest(context: Context, customerId: string, input: Input) {
  const customer = await requireVisibleCustomer(context, customerId)
  const whyNot = input.reportedAt === null ? null : whyNotHappened(new Date(input.reportedAt), context.now)
  if (whyNot) throw refuseField(context, 'reportedAt', whyNot)
  const details = await numberedDetails(context, customer, input)
  const event = registration(context, details, input, await firstHolder(context, input))
  const found = reckon([event], details.first_response_recorded, await clocksForEvents(context, [[event]]))
  const request: RequestRow = { ...details, ...found.columns }
  await insertRequests(context, [request])
  await insertEvents(context, [event])
  await insertFollowing(context, [{ customerId: request.customer_id, requestId: request.id, ...found }])
  await writeAudit(context, {
    action: 'request.registered',
    subjectType: 'request',
    subjectId: request.id,
    customerId: request.customer_id,
    after: audited(request),
  })
  await publishChange(context, request, 'registered', [event], noticesOf(null, request, event, context.actor.personId))
  return showRequest(context, request)
}

/** What was said and decided; the words of the description stay in the row. */
function audited(request: RequestRow): Partial<RequestRow> {
  const { number, subject, topic_id, product_id, priority, channel, contact_name, contact_customer_id } = request
  const { test, unit_id, owner_id, reported_at } = request
  return {
    number,
    subject,
    topic_id,
    product_id,
    priority,
    channel,
    contact_name,
    contact_customer_id,
    test,
    unit_id,
    owner_id,
    reported_at,
  }
}

async function numberedDetails(
  context: Context,
  customer: { customerId: string; displayName: string },
  input: Input,
): Promise<DetailColumns> {
  const said = await tidyDetails(context, input)
  const [running] = await nextRunningNumbers(context, 1)
  const organisation = await organisationOf(context)
  const number = requestNumber(running ?? 0, context.now, organisation?.zone ?? 'Asia/Tehran')
  return {
    ...said,
    customer_id: customer.customerId,
    id: newId(context.now),
    number,
    source: null,
    external_number: null,
    ...searchKeys({ subject: said.subject, number, externalNumber: null, customerName: customer.displayName }),
    version: 1,
    updated_at: context.now,
    first_response_recorded: true,
  }
}

async function firstHolder(context: Context, input: Input): Promise<{ toPersonId: string | null; toUnitId: string | null }> {
  if (input.unitId !== null) await requireUnit(context, input.unitId)
  const unitId = input.unitId ?? context.actor.unitId
  if (input.holderId === null) return { toPersonId: null, toUnitId: unitId }
  const holder = await requireColleague(context, input.holderId, 'holderId')
  return { toPersonId: holder.id, toUnitId: holder.unitId ?? unitId }
}

/** On these the customer spoke to somebody: that talk is logged as a call or a visit, and is not an unanswered message. */
const spoken: readonly string[] = ['phone', 'in-person']

function registration(
  context: Context,
  details: DetailColumns,
  input: Input,
  holder: { toPersonId: string | null; toUnitId: string | null },
): StoredRequestEvent {
  return {
    customerId: details.customer_id,
    requestId: details.id,
    id: newId(context.now),
    sequence: 0,
    kind: 'registered',
    at: context.now,
    personId: context.actor.personId,
    unitId: context.actor.unitId,
    ...holder,
    channel: details.channel,
    byCustomer: !spoken.includes(details.channel),
    reportedAt: input.reportedAt === null ? null : new Date(input.reportedAt),
    note: null,
    label: null,
    interactionId: null,
    importKey: null,
  }
}
