import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { fileIds } from '../../customers/index.ts'
import { readInteractionsByIds } from '../interactions.queries.ts'
import type { Interaction } from '../interactions.tables.ts'
import { withDocuments } from './with-documents.ts'

/** These interactions of one file, as far as the actor may see them, in no particular order. */
export async function interactionsByIds(context: Context, customerId: string, ids: readonly string[]): Promise<Interaction[]> {
  const own = await readInteractionsByIds(context, [customerId], ids)
  if (own.length === ids.length) return withDocuments(context, own)
  // The others are out of sight, or came by another id of a file that was merged since.
  const files = await fileIds(context, customerId)
  return withDocuments(context, files.length === 1 ? own : await readInteractionsByIds(context, files, ids))
}

/** One interaction; hidden and missing are refused alike. */
export async function showInteraction(context: Context, customerId: string, id: string): Promise<Interaction> {
  const [found] = await interactionsByIds(context, customerId, [id])
  if (!found) throw new AppError('not-found')
  return found
}
