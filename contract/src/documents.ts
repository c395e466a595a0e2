import { z } from 'zod'
import { id, instant, line, page, pageOf, requiredLine } from './fields.ts'
import { accessClasses } from './permissions.ts'
import { route } from './route.ts'

export const document = z.object({
  id,
  customerId: id,
  name: z.string(),
  /** As its content says; `application/octet-stream` where that is not known or could be run. */
  mediaType: z.string(),
  bytes: z.number().int(),
  title: z.string().nullable(),
  accessClass: z.enum(accessClasses),
  addedAt: instant,
  addedBy: id.nullable(),
  unitId: id.nullable(),
  /** Whether the browser may show it within the page (picture, PDF, plain text). */
  previewable: z.boolean(),
})

const one = z.object({ customerId: id, documentId: id })

export const documentRoutes = {
  search: route({
    method: 'GET',
    path: '/api/documents/search',
    permission: 'documents.read',
    summary: { fa: 'یافتن سند با عنوان یا نام فایل', en: 'Find documents by title or file name' },
    query: z.object({ q: requiredLine(100), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.object({
      rows: z.array(
        document
          .pick({ id: true, customerId: true, name: true, title: true, mediaType: true, accessClass: true, addedAt: true })
          .extend({ customerName: z.string() }),
      ),
    }),
  }),
  list: route({
    method: 'GET',
    path: '/api/customers/:customerId/documents',
    permission: 'documents.read',
    summary: { fa: 'سندهای مشتری', en: "A customer's documents" },
    params: z.object({ customerId: id }),
    query: page,
    response: pageOf(document),
  }),
  /**
   * The first file part of a multipart body. Its type is read from its content, whatever is declared.
   * Refusals: `file-empty`, `body-too-large`, and `not-permitted` for an access class that the sender may not read.
   */
  add: route({
    method: 'POST',
    path: '/api/customers/:customerId/documents',
    permission: 'documents.write',
    summary: { fa: 'افزودن سند', en: 'Add a document' },
    params: z.object({ customerId: id }),
    query: z.object({ title: line(300).optional(), accessClass: z.enum(accessClasses).default('internal') }),
    response: document,
    transport: 'upload',
    bodyLimit: 100 * 1024 * 1024,
  }),
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId/documents/:documentId',
    permission: 'documents.read',
    summary: { fa: 'مشخصات سند', en: 'About a document' },
    params: one,
    response: document,
  }),
  /**
   * An attachment under its own name, or with `preview=true` shown in the page where it is `previewable`.
   * What a browser or a system might run is always an attachment of bytes.
   */
  content: route({
    method: 'GET',
    path: '/api/customers/:customerId/documents/:documentId/content',
    permission: 'documents.read',
    summary: { fa: 'محتوای سند', en: "A document's content" },
    params: one,
    query: z.object({ preview: z.enum(['true', 'false']).default('false') }),
    transport: 'download',
  }),
}
