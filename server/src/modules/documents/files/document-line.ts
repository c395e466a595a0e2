import type { TimelineLine } from '@parvandeh/contract'
import type { DocumentRow } from '../documents.queries.ts'

/** The line that a document leaves on the timeline of the customer's file, as delicate as the document is. */
export const documentLine = (row: DocumentRow): TimelineLine => ({
  lineId: row.id,
  customerId: row.customerId,
  at: row.addedAt.toISOString(),
  kind: 'document',
  personId: row.addedBy,
  permission: 'documents.read',
  unitId: row.unitId,
  ownerId: row.ownerId,
  accessClass: row.accessClass,
  subjectType: 'document',
  subjectId: row.id,
  facts: { name: row.name, title: row.title, mediaType: row.mediaType, bytes: row.bytes },
})
