import type { document } from '@parvandeh/contract'
import type { z } from 'zod'
import type { DocumentRow } from '../documents.queries.ts'
import { isPreviewable } from '../types/shown-types.rules.ts'

/** A document as others see it, without its content. */
export type Document = z.output<typeof document>

export const presentDocument = ({ sha256: _content, ownerId: _owner, ...row }: DocumentRow): Document => ({
  ...row,
  addedAt: row.addedAt.toISOString(),
  previewable: isPreviewable(row.mediaType),
})
