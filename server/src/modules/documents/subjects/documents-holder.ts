import { column } from '../../../platform/subjects/copied-table.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { contentsInUse, countDocuments, deleteDocuments, readAllDocuments } from './subject.queries.ts'
import type { KeptDocument } from './subject.queries.ts'

/** A file with more documents than this is no person's. */
const mostDocuments = 20_000

/** The documents of a customer: of an erased one they go with their contents, unless another file holds the same content. */
export const documentsHolder: SubjectHolder = {
  module: 'documents',
  hanging: async (context, customerIds) => [{ kind: 'documents', count: await countDocuments(context, customerIds), open: false }],
  erase: async (context, { customerIds }) => {
    const contents = await deleteDocuments(context, customerIds)
    const rows = [{ what: { fa: 'سندها', en: 'Documents' }, count: contents.length, outcome: 'erased' as const }]
    return { rows, contents: [...new Set(contents)] }
  },
  needs: contentsInUse,
  lines: { kinds: { document: 'سند' }, facts: {} },
  copy: async (context, customerIds) => {
    const documents = await readAllDocuments(context, customerIds, mostDocuments)
    return { tables: [listOf(documents)], contents: contentsOf(documents) }
  },
}

/** Two documents of one name are told apart by their place in the list. */
const fileNameOf = ({ name }: KeptDocument, place: number): string => `${String(place + 1).padStart(3, '0')} ${name}`

const listOf = (documents: readonly KeptDocument[]) => ({
  name: 'documents',
  title: { fa: 'سندها', en: 'Documents' },
  columns: [
    column('file', 'نام فایل', 'Name of the file'),
    column('title', 'عنوان', 'Title'),
    column('mediaType', 'نوع', 'Type'),
    column('bytes', 'حجم (بایت)', 'Bytes'),
    column('addedAt', 'زمان افزودن', 'Added'),
  ],
  rows: async function* () {
    for (const [place, { title, mediaType, bytes, addedAt, ...one }] of documents.entries())
      yield { file: fileNameOf({ title, mediaType, bytes, addedAt, ...one }, place), title, mediaType, bytes, addedAt }
  },
})

async function* contentsOf(documents: readonly KeptDocument[]) {
  for (const [place, one] of documents.entries()) yield { name: fileNameOf(one, place), sha256: one.sha256 }
}
