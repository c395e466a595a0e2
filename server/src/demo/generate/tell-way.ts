import { employees, unitAt } from './company.ts'
import type { Employee, PersonKey, UnitKey } from './company.ts'
import { answer, drawnTo, paceOf, tell, work } from './telling.ts'
import type { Telling } from './telling.ts'
import { talk } from './words/talk.ts'
import { someoneOf } from './world.ts'

const minutesOfDay = 8.5 * 60

/** Somebody at the desk takes the request; tells who, and whether the desk will solve it. */
export function takeUp(telling: Telling, registrar: PersonKey | null): { person: PersonKey; atDesk: boolean } {
  const { chance, topic, world } = telling
  const habit = world.truths.misroutingHabit
  if (registrar === habit.person && topic.key === habit.topic && chance.happens(habit.share)) {
    goAstray(telling, registrar, 'repair', habit.workingDays * minutesOfDay)
  }
  const person =
    registrar !== null && chance.happens(Math.min(0.35 * drawnTo(telling, registrar), 0.85))
      ? takeAtOnce(telling, registrar)
      : takeFromQueue(telling, 55)
  return { person, atDesk: topic.home === 'front' || chance.happens(topic.atDesk) }
}

function takeAtOnce(telling: Telling, person: PersonKey): PersonKey {
  work(telling, 3, 0.4)
  tell(telling, { kind: 'taken', person, unit: telling.unit })
  return person
}

/** In its turn somebody takes it, or is given it by who leads. */
function takeFromQueue(telling: Telling, medianMinutes: number): PersonKey {
  const { world, chance, unit } = telling
  work(telling, medianMinutes, 1)
  const person = someoneOf(world, unit, telling.at, chance, (key) => drawnTo(telling, key))
  const leader = leaderOf(unit)
  if (leader !== person && chance.happens(0.14)) tell(telling, { kind: 'assigned', person: leader, unit, toPerson: person, toUnit: unit })
  else tell(telling, { kind: 'taken', person, unit })
  return person
}

function leaderOf(unit: UnitKey): PersonKey {
  const above = unit === 'front' ? 'service' : unit === 'shiraz-front' ? 'shiraz' : unit
  return employees.find((one: Employee) => one.unit === above && one.role === 'manager')!.key
}

/** The desk passes it on to the unit whose work it is; gives who takes it there. */
export function handOver(telling: Telling, person: PersonKey): PersonKey {
  const { chance, about, topic } = telling
  const home = unitAt(about.branch, topic.home)
  // A desk that passes on without a word to the customer counts as a wrong turning: few do.
  if (chance.happens(0.85)) {
    work(telling, 18 * paceOf(telling, person))
    answer(telling, person, talk.passedOn)
  }
  work(telling, 12 * paceOf(telling, person))
  if (chance.happens(0.025)) goAstray(telling, person, topic.home === 'parts' ? 'finance' : 'parts', minutesOfDay * 0.8)
  refer(telling, person, home)
  return takeFromQueue(telling, 190)
}

function refer(telling: Telling, person: PersonKey, to: UnitKey): void {
  tell(telling, { kind: 'referred', person, unit: telling.unit, toUnit: to, toPerson: null, note: telling.chance.pick(talk.whyReferred) })
  telling.unit = to
}

/** It goes to a unit that cannot do it, lies there, and comes back. */
function goAstray(telling: Telling, person: PersonKey, wrong: 'repair' | 'parts' | 'finance', minutes: number): void {
  const { unit: desk, about, chance, world } = telling
  refer(telling, person, unitAt(about.branch, wrong))
  work(telling, minutes, 0.35)
  const returner = someoneOf(world, telling.unit, telling.at, chance)
  tell(telling, {
    kind: 'returned',
    person: returner,
    unit: telling.unit,
    toUnit: desk,
    toPerson: null,
    note: chance.pick(wrong === 'repair' ? talk.whyReturned : talk.whyReturned.slice(2)),
  })
  telling.unit = desk
}
