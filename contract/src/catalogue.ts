import { z } from 'zod'
import { exportQuery } from './export.ts'
import { id, line, requiredLine } from './fields.ts'
import { route } from './route.ts'

const version = z.number().int()
const product = z.object({ id, name: z.string(), code: z.string().nullable(), active: z.boolean(), version })
const productInput = z.object({ name: requiredLine(), code: line(60).nullable(), active: z.boolean() })
/** Topics are a tree: names are unique among the topics under one parent. */
const topic = z.object({ id, name: z.string(), parentId: id.nullable(), active: z.boolean(), version })
const topicInput = z.object({ name: requiredLine(), parentId: id.nullable(), active: z.boolean() })

export const catalogueRoutes = {
  show: route({
    method: 'GET',
    path: '/api/catalogue',
    permission: 'catalogue.read',
    summary: { fa: 'کالاها و موضوع‌ها', en: 'Products and topics' },
    /** By name, the first five thousand of each; `more` when there are others. */
    response: z.object({ products: z.array(product), topics: z.array(topic), more: z.boolean() }),
  }),
  exportProducts: route({
    method: 'GET',
    path: '/api/products/export',
    permission: 'catalogue.read',
    summary: { fa: 'خروجی از کالاها', en: 'Export products' },
    query: exportQuery,
    transport: 'download',
  }),
  exportTopics: route({
    method: 'GET',
    path: '/api/topics/export',
    permission: 'catalogue.read',
    summary: { fa: 'خروجی از موضوع‌ها', en: 'Export topics' },
    query: exportQuery,
    transport: 'download',
  }),
  addProduct: route({
    method: 'POST',
    path: '/api/products',
    permission: 'catalogue.manage',
    summary: { fa: 'افزودن کالا', en: 'Add a product' },
    body: productInput,
    response: product,
  }),
  changeProduct: route({
    method: 'PUT',
    path: '/api/products/:productId',
    permission: 'catalogue.manage',
    summary: { fa: 'ویرایش کالا', en: 'Change a product' },
    params: z.object({ productId: id }),
    body: productInput.extend({ version }),
    response: product,
  }),
  addTopic: route({
    method: 'POST',
    path: '/api/topics',
    permission: 'catalogue.manage',
    summary: { fa: 'افزودن موضوع', en: 'Add a topic' },
    body: topicInput,
    response: topic,
  }),
  changeTopic: route({
    method: 'PUT',
    path: '/api/topics/:topicId',
    permission: 'catalogue.manage',
    summary: { fa: 'ویرایش موضوع', en: 'Change a topic' },
    params: z.object({ topicId: id }),
    body: topicInput.extend({ version }),
    response: topic,
  }),
}
