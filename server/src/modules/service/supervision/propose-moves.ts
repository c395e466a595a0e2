import type { AnswerOf, QueryOf, supervisionRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { customerNames } from '../../customers/index.ts'
import { readsWords } from '../requests/present-row.ts'
import { evenOut } from './even-out.rules.ts'
import type { Movable, Worker } from './even-out.rules.ts'
import { cutoffsOf, loadOf, peopleInSight, unitsAsked } from './show-supervision.ts'
import { readExperience, readMovable, readPiles } from './supervision.queries.ts'
import type { MovableRow } from './supervision.queries.ts'

const experienceMs = 180 * 86_400_000
/** Nobody parts with more than may be moved at once. */
const mostOfEach = 50
/** Those who hold most, and those who hold least: the rest need not be looked at. */
const mostGivers = 50

type Answer = AnswerOf<typeof supervisionRoutes.propose>

/** Which requests to give to whom, so that the work of each unit is more even; nothing is changed by asking. */
export async function proposeMoves(context: Context, { unitId, count }: QueryOf<typeof supervisionRoutes.propose>): Promise<Answer> {
  const unitIds = await unitsAsked(context, unitId)
  const piles = await readPiles(context, unitIds, await cutoffsOf(context))
  const { people } = await peopleInSight(context, unitIds, piles)
  const workers: Worker[] = people.map(({ id, unitId: unit, presence, takesWork }) => ({
    personId: id,
    unitId: unit,
    load: loadOf(piles, id),
    free: takesWork && presence !== 'leave',
    here: presence === 'here',
  }))
  const givers = workers.flatMap(({ personId, unitId: unit, load }) => (unit !== null && load > 1 ? [{ personId, unitId: unit }] : []))
  const rows = await readMovable(context, givers.slice(0, mostGivers), mostOfEach)
  const experience = await experienceIn(context, workers, rows)
  const requests = rows.map(movableOf)
  const moves = evenOut(workers, requests, count, (personId, topicId) => experience.get(`${personId} ${topicId}`) ?? 0)
  return { moves: await presentMoves(context, moves, rows) }
}

const movableOf = (row: MovableRow): Movable => ({
  id: row.id,
  ownerId: row.owner_id,
  unitId: row.unit_id,
  topicId: row.topic_id,
  answered: row.answered,
  reportedAt: row.reported_at,
})

const experienceIn = (context: Context, workers: readonly Worker[], rows: readonly MovableRow[]): Promise<Map<string, number>> =>
  readExperience(
    context,
    workers.filter(({ free }) => free).map(({ personId }) => personId),
    [...new Set(rows.flatMap(({ topic_id: topic }) => topic ?? []))],
    new Date(context.now.getTime() - experienceMs),
  )

async function presentMoves(context: Context, moves: ReturnType<typeof evenOut>, rows: readonly MovableRow[]): Promise<Answer['moves']> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const names = await customerNames(context, [...new Set(moves.flatMap((move) => byId.get(move.requestId)?.customer_id ?? []))])
  return moves.flatMap((move) => {
    const row = byId.get(move.requestId)
    if (!row) return []
    const subject = readsWords(context.actor) ? row.subject : ''
    const { customer_id: customerId, number, answered, reported_at: reportedAt } = row
    return [
      { ...move, customerId, number, answered, subject, customerName: names.get(customerId) ?? '', reportedAt: reportedAt.toISOString() },
    ]
  })
}
