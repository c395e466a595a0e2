import type { AnswerOf, QueryOf, supervisionRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { customerNames } from '../../customers/index.ts'
import { readsWords } from '../requests/present-row.ts'
import { evenOut, knowsFrom, receiversAmong } from './even-out.rules.ts'
import type { Movable, Move, Worker } from './even-out.rules.ts'
import { cutoffsOf, loadOf, peopleInSight, unitsAsked } from './show-supervision.ts'
import { readExperience, readMovable, readPiles } from './supervision.queries.ts'
import type { Knowing, MovableRow } from './supervision.queries.ts'

const experienceMs = 180 * 86_400_000
/** More than one resolves of one topic in that time. */
const mostCounted = 10_000
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
  const requests = rows.map(movableOf)
  const known = await experienceOf(context, pairsThatMatter(receiversAmong(workers, count), requests), knowsFrom)
  const moves = evenOut(workers, requests, count, known)
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

type ExperienceOf = (personId: string, topicId: string) => number

/** What each of these has resolved of each topic lately, counting no further than `most`. */
async function experienceOf(context: Context, asked: readonly Knowing[], most: number): Promise<ExperienceOf> {
  const found = await readExperience(context, asked, new Date(context.now.getTime() - experienceMs), most)
  const counts = new Map(found.map(({ person, topic, n }) => [`${person} ${topic}`, n]))
  return (personId, topicId) => counts.get(`${personId} ${topicId}`) ?? 0
}

/** Each receiver with the topics that are held in their unit. */
function pairsThatMatter(receivers: readonly Worker[], requests: readonly Movable[]): Knowing[] {
  const topicsOf = Map.groupBy(requests, ({ unitId }) => unitId)
  return receivers.flatMap(({ personId, unitId }) => {
    const topics = new Set(topicsOf.get(unitId ?? '')?.flatMap(({ topicId }) => topicId ?? []))
    return [...topics].map((topic) => ({ person: personId, topic }))
  })
}

async function presentMoves(context: Context, moves: readonly Move[], rows: readonly MovableRow[]): Promise<Answer['moves']> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const topicOf = ({ requestId }: Move) => byId.get(requestId)?.topic_id ?? null
  const receivers = moves.flatMap((move) => (topicOf(move) === null ? [] : [{ person: move.toPersonId, topic: topicOf(move) ?? '' }]))
  const experience = await experienceOf(context, receivers, mostCounted)
  const names = await customerNames(context, [...new Set(moves.flatMap((move) => byId.get(move.requestId)?.customer_id ?? []))])
  return moves.flatMap((move) => {
    const row = byId.get(move.requestId)
    if (!row) return []
    const subject = readsWords(context.actor) ? row.subject : ''
    const { customer_id: customerId, number, answered, reported_at: reportedAt } = row
    const topic = topicOf(move)
    const known = topic === null ? null : experience(move.toPersonId, topic)
    return [
      {
        ...move,
        experience: known,
        customerId,
        number,
        answered,
        subject,
        customerName: names.get(customerId) ?? '',
        reportedAt: reportedAt.toISOString(),
      },
    ]
  })
}
