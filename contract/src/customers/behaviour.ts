import { z } from 'zod'
import { id, instant, line, text } from '../fields.ts'
import { route } from '../route.ts'
import { statedSource } from './sources.ts'
import { tagGroups } from './tags.ts'

const customerParams = z.object({ customerId: id })

const fileTag = z.object({
  tagId: id,
  /** The tag that was put, where it was merged into this one since: provenance is kept under it. */
  putAs: id,
  name: z.string(),
  nameEn: z.string().nullable(),
  group: z.enum(tagGroups),
  note: z.string().nullable(),
  addedAt: instant,
  addedBy: id.nullable(),
})

const behaviourNote = z.object({
  id,
  text: z.string(),
  writtenAt: instant,
  writtenBy: id.nullable(),
  changedAt: instant.nullable(),
  version: z.number().int(),
})

const behaviour = z.object({
  tags: z.array(fileTag),
  notes: z.array(behaviourNote),
  /** Whether behaviour is kept from the reader; nothing tells then whether there is any. */
  withheld: z.boolean(),
  can: z.object({ edit: z.boolean() }),
})

const noteText = z.object({ text: text(4000).refine((written) => written.trim() !== '') })
const noteParams = customerParams.extend({ noteId: id })

/** What a customer is like (C8): tags of the organisation's vocabulary, and notes. Sensitive, but for tags of general groups. */
export const behaviourRoutes = {
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId/behaviour',
    permission: 'customers.read',
    summary: { fa: 'رفتار و برچسب‌های مشتری', en: "A customer's behaviour and tags" },
    params: customerParams,
    response: behaviour,
  }),
  tag: route({
    method: 'POST',
    path: '/api/customers/:customerId/tags',
    permission: 'customers.write',
    summary: { fa: 'زدن برچسب به پرونده', en: 'Tag a file' },
    params: customerParams,
    body: z.object({ tagId: id, note: line(300).nullable().default(null), source: statedSource.optional() }),
    response: behaviour,
  }),
  untag: route({
    method: 'DELETE',
    path: '/api/customers/:customerId/tags/:tagId',
    permission: 'customers.write',
    summary: { fa: 'برداشتن برچسب از پرونده', en: 'Take a tag off a file' },
    params: customerParams.extend({ tagId: id }),
    response: behaviour,
  }),
  addNote: route({
    method: 'POST',
    path: '/api/customers/:customerId/behaviour/notes',
    permission: 'customers.write',
    summary: { fa: 'نوشتن یادداشت رفتاری', en: 'Write a note on behaviour' },
    params: customerParams,
    body: noteText,
    response: behaviour,
  }),
  changeNote: route({
    method: 'PUT',
    path: '/api/customers/:customerId/behaviour/notes/:noteId',
    permission: 'customers.write',
    summary: { fa: 'ویرایش یادداشت رفتاری', en: 'Change a note on behaviour' },
    params: noteParams,
    body: noteText.extend({ version: z.number().int() }),
    response: behaviour,
  }),
  removeNote: route({
    method: 'DELETE',
    path: '/api/customers/:customerId/behaviour/notes/:noteId',
    permission: 'customers.write',
    summary: { fa: 'حذف یادداشت رفتاری', en: 'Remove a note on behaviour' },
    params: noteParams,
    response: behaviour,
  }),
}
