import type { BodyOf, requestRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import { customerNames } from '../../customers/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { lockForWriting } from '../requests/lock-for-writing.ts'
import { readsWords } from '../requests/present-row.ts'
import { publishChange } from '../requests/publish-change.ts'
import { updateDetails } from '../requests/request.queries.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { searchKeys } from '../requests/search-keys.rules.ts'
import type { RequestRow } from '../service.tables.ts'
import { refuseUnlessAllowed } from './act-on-request.ts'
import { tidyDetails } from './tidy-details.ts'

/** Changes what is said of a request, as far as it is given; what happened to it is not changed here. An older copy is refused. */
export async function changeRequest(context: Context, key: RequestKey, given: BodyOf<typeof requestRoutes.patch>): Promise<RequestRow> {
  const request = await lockForWriting(context, key)
  refuseUnlessAllowed(context, 'edit', request)
  if (request.version !== given.version) throw new AppError('changed-meanwhile')
  // Words that were not shown come back empty: that does not mean they were emptied.
  const unread = readsWords(context.actor) ? {} : wordsOf(request)
  const details = await tidyDetails(context, { ...laidOver(saidOf(request), given), ...unread }, request)
  const names = (Object.keys(details) as (keyof typeof details)[]).filter((name) => details[name] !== request[name])
  if (names.length === 0) return request
  const customerName = (await customerNames(context, [key.customerId])).get(key.customerId) ?? ''
  const keys = searchKeys({ subject: details.subject, number: request.number, externalNumber: request.external_number, customerName })
  await updateDetails(context, key, { ...details, ...keys })
  const changed: RequestRow = { ...request, ...details, ...keys, version: request.version + 1, updated_at: context.now }
  const only = (row: RequestRow) => Object.fromEntries(names.map((name) => [name, row[name]]))
  await writeAudit(context, {
    action: 'request.changed',
    subjectType: 'request',
    subjectId: request.id,
    customerId: key.customerId,
    before: only(request),
    after: only(changed),
  })
  await publishChange(context, changed, 'changed')
  return changed
}

const wordsOf = (request: RequestRow) => ({
  subject: request.subject,
  description: request.description,
  contactName: request.contact_name,
})

/** What has been said of the request so far. */
const saidOf = (request: RequestRow) => ({
  ...wordsOf(request),
  topicId: request.topic_id,
  productId: request.product_id,
  priority: request.priority,
  channel: request.channel,
  contactCustomerId: request.contact_customer_id,
  test: request.test,
})
