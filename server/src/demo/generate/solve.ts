import type { PersonKey } from './company.ts'
import { afterwards, resolve } from './tell-end.ts'
import { answer, call, customerWrites, note, paceOf, pause, tell, visit, work } from './telling.ts'
import type { Telling } from './telling.ts'
import { askedAndGiven, questionsOnTheWay, talk } from './words/talk.ts'

/** Whoever holds the request works on it until it is solved, and sees what becomes of it. */
export function solve(telling: Telling, person: PersonKey): void {
  const { topic, unit } = telling
  if (telling.chance.happens(0.18)) note(telling, person, talk.notes)
  const needsVisit = (unit === 'repair' || unit === 'shiraz-repair' || unit === 'sales') && topic.home !== 'front'
  if (needsVisit) atTheCustomers(telling, person)
  else if (!fromTheDesk(telling, person)) {
    afterwards(telling, person, solve)
    return
  }
  resolve(telling, person, outcomeOf(telling))
  afterwards(telling, person, solve)
}

function outcomeOf({ chance, topic }: Telling) {
  if (topic.easy) return chance.happens(0.97) ? 'solved' : 'partly'
  return chance.weighted(
    ['solved', 'partly', 'not-solved', 'not-a-fault'] as const,
    (one) => ({ solved: 86, partly: 6, 'not-solved': 4, 'not-a-fault': 4 })[one],
  )
}

/** By call and visit: a time is agreed, the technician goes, and goes again when a part was missing. */
function atTheCustomers(telling: Telling, person: PersonKey): void {
  const { chance } = telling
  const pace = paceOf(telling, person)
  work(telling, 70 * pace)
  while (chance.happens(0.2)) {
    call(telling, person, talk.notAnswered, false)
    work(telling, 110 * pace)
  }
  call(telling, person, talk.visitArranged)
  if (chance.happens(0.25)) questions(telling, person, 1)
  work(telling, 780 * pace, 0.6)
  if (chance.happens(0.28)) {
    visit(telling, person, talk.partNeeded)
    waitForPart(telling, person)
    work(telling, 240 * pace, 0.6)
  }
  visit(telling, person, talk.visited)
  work(telling, 25 * pace)
}

/** By message and call; false when the customer was asked and never said. */
function fromTheDesk(telling: Telling, person: PersonKey): boolean {
  const { chance, topic } = telling
  const pace = paceOf(telling, person)
  // Who hurries does not ask much either.
  const thorough = Math.min(pace, 1)
  work(telling, (topic.easy ? 14 : 40) * pace, 0.8)
  if (chance.happens((topic.easy ? 0.05 : 0.22) * thorough) && !asked(telling, person)) return false
  if (chance.happens(0.4)) call(telling, person, [telling.advice])
  else answer(telling, person, [telling.advice])
  questions(telling, person, chance.poisson((topic.easy ? 0.25 : 0.6) * thorough))
  if (telling.unit === 'parts' && chance.happens(0.45)) waitForPart(telling, person)
  work(telling, topic.minutes * 1.4 * pace, 0.8)
  if (!topic.easy || chance.happens(0.3)) answer(telling, person, talk.solved)
  return true
}

/** Asks the customer for something and waits; some never answer, and the request ends there. */
function asked(telling: Telling, person: PersonKey): boolean {
  const { chance } = telling
  const [question, given] = chance.pick(askedAndGiven)
  answer(telling, person, [question])
  tell(telling, { kind: 'waiting', person, unit: telling.unit, waitOn: 'customer' })
  if (chance.happens(0.1)) {
    pause(telling, 150, 0.3)
    work(telling, 20)
    note(telling, person, talk.withdrawn)
    resolve(telling, person, 'withdrawn')
    return false
  }
  pause(telling, 20, 1.1)
  customerWrites(telling, [given])
  work(telling, 60 * paceOf(telling, person), 0.8)
  return true
}

function questions(telling: Telling, person: PersonKey, count: number): void {
  for (let asked = 0; asked < count; asked += 1) {
    pause(telling, 5, 1)
    const [question, reply] = telling.chance.pick(questionsOnTheWay)
    customerWrites(telling, [question])
    work(telling, 70 * paceOf(telling, person), 0.9)
    answer(telling, person, [reply])
  }
}

/** Days of work, and for a few of them weeks. */
function waitForPart(telling: Telling, person: PersonKey): void {
  const days = telling.chance.happens(0.05) ? 30 : 5
  tell(telling, { kind: 'waiting', person, unit: telling.unit, waitOn: 'third-party', note: telling.chance.pick(talk.partNeeded) })
  work(telling, days * 510, 0.55)
  tell(telling, { kind: 'resumed', person, unit: telling.unit })
}
