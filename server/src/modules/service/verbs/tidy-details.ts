import type { BodyOf, requestRoutes } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { requireProduct, requireTopic } from '../../catalogue/index.ts'
import { requireVisibleCustomer } from '../../customers/index.ts'
import type { DetailColumns } from '../service.tables.ts'

type Details = Pick<
  DetailColumns,
  'subject' | 'description' | 'topic_id' | 'product_id' | 'priority' | 'channel' | 'contact_name' | 'contact_customer_id' | 'test'
>

type Said = Omit<BodyOf<typeof requestRoutes.change>, 'version' | 'channel'> & { channel: string }

/**
 * What a person said of a request, as it is stored. Topic, product and the contact's file are looked up only where
 * they differ from `before`: one that has since become hidden must not stand in the way of other changes.
 */
export async function tidyDetails(context: Context, said: Said, before?: Details): Promise<Details> {
  if (said.topicId !== null && said.topicId !== before?.topic_id) await requireTopic(context, said.topicId)
  if (said.productId !== null && said.productId !== before?.product_id) await requireProduct(context, said.productId)
  const contact = said.contactCustomerId
  if (contact !== null && contact !== before?.contact_customer_id) await requireVisibleCustomer(context, contact)
  return {
    subject: foldForStorage(said.subject),
    description: foldForStorage(said.description),
    topic_id: said.topicId,
    product_id: said.productId,
    priority: said.priority,
    channel: said.channel,
    contact_name: (said.contactName && foldForStorage(said.contactName)) || null,
    contact_customer_id: contact,
    test: said.test,
  }
}
