import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { exportProducts, exportTopics } from './export-catalogue.ts'
import { addProduct } from './products/add-product.ts'
import { changeProduct } from './products/change-product.ts'
import { showCatalogue } from './show-catalogue.ts'
import { addTopic } from './topics/add-topic.ts'
import { changeTopic } from './topics/change-topic.ts'

/** The endpoints of products and topics. */
export function catalogueRoutes(): ServedRoute[] {
  return serve(contract.catalogue, {
    show: (context) => showCatalogue(context),
    exportProducts: (context, { query }) => exportProducts(context, query),
    exportTopics: (context, { query }) => exportTopics(context, query),
    addProduct: (context, { body }) => addProduct(context, body),
    changeProduct: (context, { params, body }) => changeProduct(context, params.productId, body),
    addTopic: (context, { body }) => addTopic(context, body),
    changeTopic: (context, { params, body }) => changeTopic(context, params.topicId, body),
  })
}
