/** Somebody among whom work is evened out. */
export interface Worker {
  personId: string
  unitId: string | null
  /** How many requests they have to work on. */
  load: number
  /** May be given more now: takes requests and is not on leave. */
  free: boolean
  here: boolean
}

/** A request that could change hands. */
export interface Movable {
  id: string
  ownerId: string
  unitId: string
  topicId: string | null
  answered: boolean
  reportedAt: Date
}

export interface Move {
  requestId: string
  fromPersonId: string
  toPersonId: string
  fromLoad: number
  toLoad: number
}

type ExperienceOf = (personId: string, topicId: string) => number

/** To know a topic is to have resolved some of it; more than that says little more. */
export const knowsFrom = 3

/**
 * At most so many moves that make the work of a unit more even, with least disturbance: always from whoever has most
 * to whoever of the same unit is free and has least, while that brings them closer; of what the one holds, first what
 * the customer has had no answer to yet, of that what the receiver knows, of that what came last.
 */
export function evenOut(workers: readonly Worker[], requests: readonly Movable[], most: number, experienceOf: ExperienceOf): Move[] {
  const load = new Map(workers.map(({ personId, load: now }) => [personId, now]))
  const loadOf = ({ personId }: Worker) => load.get(personId) ?? 0
  const left = new Set(requests)
  const moves: Move[] = []
  while (moves.length < most) {
    const found = nextMove(workers, left, loadOf, experienceOf)
    if (!found) return moves
    const { request, from, to } = found
    moves.push({
      requestId: request.id,
      fromPersonId: from.personId,
      toPersonId: to.personId,
      fromLoad: loadOf(from),
      toLoad: loadOf(to),
    })
    left.delete(request)
    load.set(from.personId, loadOf(from) - 1)
    load.set(to.personId, loadOf(to) + 1)
  }
  return moves
}

/**
 * Those who could be given anything by so many moves: of each unit the free ones who have least, as many as there may
 * be moves. Nobody comes after them before each has been given something.
 */
export function receiversAmong(workers: readonly Worker[], most: number): Worker[] {
  const free = Map.groupBy(
    workers.filter((one) => one.free),
    ({ unitId }) => unitId,
  )
  return [...free.values()].flatMap((team) => team.toSorted((a, b) => leastFirst(a, b, ({ load }) => load)).slice(0, most))
}

/** Who is here is asked before who only could be. */
const leastFirst = (a: Worker, b: Worker, loadOf: (one: Worker) => number): number =>
  loadOf(a) - loadOf(b) || Number(b.here) - Number(a.here)

function nextMove(workers: readonly Worker[], left: ReadonlySet<Movable>, loadOf: (one: Worker) => number, experienceOf: ExperienceOf) {
  for (const from of workers.toSorted((a, b) => loadOf(b) - loadOf(a))) {
    const own = [...left].filter(({ ownerId }) => ownerId === from.personId)
    const receivers = workers
      .filter((to) => to.free && to.personId !== from.personId && loadOf(from) - loadOf(to) > 1)
      .toSorted((a, b) => leastFirst(a, b, loadOf))
    for (const to of receivers) {
      const knows = ({ topicId }: Movable) => topicId !== null && experienceOf(to.personId, topicId) >= knowsFrom
      const [request] = own
        .filter(({ unitId }) => unitId === to.unitId)
        .toSorted((a, b) => Number(a.answered) - Number(b.answered) || Number(knows(b)) - Number(knows(a)) || +b.reportedAt - +a.reportedAt)
      if (request) return { request, from, to }
    }
  }
  return undefined
}
