import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { requireReach } from '../../identity/index.ts'
import { readsWords } from '../requests/present-row.ts'
import { findRequest } from '../requests/request.queries.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { likest } from './likeness.rules.ts'
import { solutionsOf, solvedBeside } from './similar.queries.ts'

const mostShown = 5

/** Solved requests that are like this one in their words, out of those of its topic or product that the actor may see. */
export async function similarRequests(context: Context, key: RequestKey) {
  const request = await findRequest(context, key)
  requireReach(context.actor, 'service.read', request && { unitId: request.unit_id, ownerId: request.owner_id })
  if (!request) throw new AppError('not-found')
  // Whoever may not read the words of requests is not to be led by them either.
  if (!readsWords(context.actor)) return { rows: [] }
  const candidates = (await solvedBeside(context, request)).map((row) => ({ ...row, productId: row.product_id }))
  const found = likest({ subject: request.subject, productId: request.product_id }, candidates, mostShown)
  const solutions = await solutionsOf(context, found)
  return {
    rows: found.map((row) => ({
      customerId: row.customer_id,
      id: row.id,
      number: row.number,
      subject: row.subject,
      outcome: row.outcome,
      resolvedAt: row.resolved_at.toISOString(),
      solution: solutions.get(row.id) ?? null,
    })),
  }
}
