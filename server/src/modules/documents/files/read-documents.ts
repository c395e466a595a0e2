import type { AccessClass, AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { requireVisibleCustomer } from '../../customers/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { readDocuments } from '../documents.queries.ts'
import type { DocumentRow } from '../documents.queries.ts'
import { contentPolicyOf, isPreviewable, servedType } from '../types/shown-types.rules.ts'
import { presentDocument } from './present-document.ts'
import type { Document } from './present-document.ts'
import { requireDocumentRow } from './require-visible-document.ts'

const key = z.tuple([z.uuid()])

/** The documents of a file, newest first. */
export async function listDocuments(
  context: Context,
  customerId: string,
  { limit, after }: QueryOf<typeof contract.documents.list>,
): Promise<AnswerOf<typeof contract.documents.list>> {
  await requireVisibleCustomer(context, customerId)
  const rows = await readDocuments(context, customerId, decodeKey(after, key)?.[0], limit + 1)
  const page = pageFrom(rows, limit, (row) => [row.id])
  await rememberReading(context, customerId, 'list', page.rows)
  return { ...page, rows: page.rows.map(presentDocument) }
}

/** What a document is. */
export async function showDocument(context: Context, customerId: string, documentId: string): Promise<Document> {
  const row = await requireDocumentRow(context, customerId, documentId)
  await rememberReading(context, customerId, 'about', [row])
  return presentDocument(row)
}

/** Sends a document's content: as an attachment, or shown in the page where its type allows it. */
export async function sendContent(context: Context, blobs: BlobStore, customerId: string, documentId: string, wantsPreview: boolean): Promise<Download> {
  const row = await requireDocumentRow(context, customerId, documentId)
  await rememberReading(context, customerId, 'content', [row])
  return {
    mediaType: servedType(row.mediaType),
    fileName: row.name,
    content: blobs.open(row.sha256),
    inline: wantsPreview && isPreviewable(row.mediaType),
    headers: { 'content-security-policy': contentPolicyOf(row.mediaType), 'content-length': String(row.bytes) },
  }
}

const delicate: readonly AccessClass[] = ['sensitive', 'financial']

/** Whoever reads what is delicate leaves a trace: one line, with the ids of what was read. */
async function rememberReading(context: Context, customerId: string, part: 'list' | 'about' | 'content', rows: readonly DocumentRow[]): Promise<void> {
  const read = rows.filter((row) => delicate.includes(row.accessClass))
  if (read.length === 0) return
  const subjectId = part === 'list' ? customerId : read[0]?.id
  await writeAudit(context, {
    action: 'document.read',
    subjectType: part === 'list' ? 'customer' : 'document',
    subjectId: subjectId ?? null,
    customerId,
    after: { part, documents: read.map((row) => row.id) },
  })
}
