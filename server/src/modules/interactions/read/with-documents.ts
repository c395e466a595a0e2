import type { Context } from '../../../platform/context.ts'
import { visibleDocumentIds } from '../../documents/index.ts'
import { readAttachedDocuments } from '../interactions.queries.ts'
import type { StoredInteraction } from '../interactions.queries.ts'
import type { Interaction } from '../interactions.tables.ts'
import { presentInteraction } from './present-interaction.ts'

/** Presents interactions with those of their documents that the reader may see. */
export async function withDocuments(context: Context, interactions: readonly StoredInteraction[]): Promise<Interaction[]> {
  const attached = await readAttachedDocuments(context, interactions)
  const seen = await visibleDocumentIds(context, attached)
  const byInteraction = Map.groupBy(
    attached.filter(({ documentId }) => seen.has(documentId)),
    ({ interactionId }) => interactionId,
  )
  return interactions.map((one) =>
    presentInteraction(context.actor, one, byInteraction.get(one.id)?.map(({ documentId }) => documentId) ?? []),
  )
}
