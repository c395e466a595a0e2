import type { PersonKey } from './company.ts'
import type { DemoEvent } from './history.types.ts'
import { answer, customerWrites, paceOf, pause, slipsOf, tell, work } from './telling.ts'
import type { Telling } from './telling.ts'
import { talk } from './words/talk.ts'

export function resolve(telling: Telling, person: PersonKey, outcome: NonNullable<DemoEvent['outcome']>): void {
  tell(telling, { kind: 'resolved', person, unit: telling.unit, outcome })
}

const comesBack = 0.06

/** What becomes of a solved request: thanks, silence and closing, or the same trouble again. */
export function afterwards(telling: Telling, person: PersonKey, solveAgain: (telling: Telling, person: PersonKey) => void): void {
  const { chance, about, request } = telling
  const timesBefore = request.events.filter(({ kind }) => kind === 'reopened').length
  const back = Math.min(comesBack * slipsOf(telling, person) * Math.exp(-0.3 * about.leniency), 0.6) / (1 + 2 * timesBefore)
  if (request.events.at(-1)?.outcome !== 'withdrawn' && chance.happens(back)) {
    pause(telling, 40, 0.7)
    customerWrites(telling, talk.again)
    tell(telling, { kind: 'reopened', person: null, unit: null, byCustomer: true })
    work(telling, 50 * paceOf(telling, person), 0.8)
    answer(telling, person, talk.againAnswered)
    solveAgain(telling, person)
    return
  }
  const solvedAt = telling.at
  if (chance.happens(1 / (1 + Math.exp(1.1 - 0.75 * about.leniency)))) {
    pause(telling, 6, 1)
    customerWrites(telling, talk.thanks)
  }
  close(telling, person, solvedAt)
}

/** Most are closed by rule after three days without a word; some by whoever solved them. */
function close(telling: Telling, person: PersonKey, solvedAt: Date): void {
  if (telling.chance.happens(0.7)) {
    telling.at = new Date(Math.max(+solvedAt + 72 * 3_600_000, +telling.at + 3_600_000))
    tell(telling, { kind: 'closed', person: null, unit: null, automatic: true })
    return
  }
  work(telling, 300, 0.9)
  tell(telling, { kind: 'closed', person, unit: telling.unit })
}
