import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { readInteractionsByIds } from '../interactions.queries.ts'
import type { Interaction } from '../interactions.tables.ts'
import { withDocuments } from './with-documents.ts'

/** These interactions of one customer, as far as the actor may see them, in no particular order. */
export async function interactionsByIds(context: Context, customerId: string, ids: readonly string[]): Promise<Interaction[]> {
  return withDocuments(context, await readInteractionsByIds(context, customerId, ids))
}

/** One interaction; hidden and missing are refused alike. */
export async function showInteraction(context: Context, customerId: string, id: string): Promise<Interaction> {
  const [found] = await interactionsByIds(context, customerId, [id])
  if (!found) throw new AppError('not-found')
  return found
}
