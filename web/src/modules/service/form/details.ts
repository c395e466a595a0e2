import type { BodyOf, requestRoutes } from '@parvandeh/contract'
import type { RequestView } from '../request.types.ts'

/** What a request says about itself, as the form holds it; the change route takes just these. */
export type Details = Omit<BodyOf<typeof requestRoutes.change>, 'version'>

/** What a new request begins with. */
export const emptyDetails: Details = {
  subject: '',
  description: '',
  topicId: null,
  productId: null,
  priority: 'normal',
  channel: 'phone',
  contactName: null,
  contactCustomerId: null,
  test: false,
}

/** The details of a request that is there. */
export const detailsOf = (request: RequestView): Details => ({
  subject: request.subject,
  description: request.description,
  topicId: request.topicId,
  productId: request.productId,
  priority: request.priority,
  channel: request.channel,
  contactName: request.contactName,
  contactCustomerId: request.contactCustomerId,
  test: request.test,
})
