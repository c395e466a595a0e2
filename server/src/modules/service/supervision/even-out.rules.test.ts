import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenOut, receiversAmong } from './even-out.rules.ts'
import type { Movable, Worker } from './even-out.rules.ts'

const worker = (personId: string, load: number, given: Partial<Worker> = {}): Worker => ({
  personId,
  unitId: 'support',
  load,
  free: true,
  here: true,
  ...given,
})
const held = (ownerId: string, count: number, given: Partial<Movable> = {}): Movable[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${ownerId}-${n + 1}`,
    ownerId,
    unitId: 'support',
    topicId: null,
    answered: false,
    reportedAt: new Date(Date.UTC(2026, 10, 1 + n)),
    ...given,
  }))
const nothing = () => 0
const said = (moves: ReturnType<typeof evenOut>) => moves.map((move) => `${move.requestId} → ${move.toPersonId}`)

test('the one who has most gives to the one who has least, what came last first, until they are even', () => {
  expect(said(evenOut([worker('sara', 5), worker('omid', 1)], held('sara', 5), 10, nothing))).toEqual(['sara-5 → omid', 'sara-4 → omid'])
})

test('no more is moved than was asked', () => {
  expect(evenOut([worker('sara', 9), worker('omid', 0)], held('sara', 9), 3, nothing)).toHaveLength(3)
})

test('an even team is left alone', () => {
  expect(evenOut([worker('sara', 3), worker('omid', 2)], held('sara', 3), 5, nothing)).toEqual([])
})

test('nobody on leave is given work, and nothing leaves its unit', () => {
  const team = [worker('sara', 6), worker('omid', 0, { free: false }), worker('behnam', 0, { unitId: 'repair' })]
  expect(evenOut(team, held('sara', 6), 5, nothing)).toEqual([])
})

test('what the customer has had an answer to stays, as long as there is other work to give', () => {
  const requests = [...held('sara', 2, { answered: true }), ...held('sara', 1).map((one) => ({ ...one, id: 'unanswered' }))]
  expect(said(evenOut([worker('sara', 3), worker('omid', 0)], requests, 1, nothing))).toEqual(['unanswered → omid'])
})

test('of like work the receiver is given what they know', () => {
  const requests = held('sara', 3).map((one, n) => ({ ...one, topicId: n === 0 ? 'cooling' : 'power' }))
  const moves = evenOut([worker('sara', 3), worker('omid', 0)], requests, 1, (_, topic) => (topic === 'cooling' ? 7 : 0))
  expect(moves).toMatchObject([{ requestId: 'sara-1', fromLoad: 3, toLoad: 0 }])
})

test('of two with as little to do, the one who is here is asked', () => {
  const team = [worker('sara', 4), worker('away', 0, { here: false }), worker('omid', 0)]
  expect(said(evenOut(team, held('sara', 4), 1, nothing))).toEqual(['sara-4 → omid'])
})

const team = fc
  .array(fc.record({ load: fc.nat({ max: 9 }), unit: fc.nat({ max: 2 }), free: fc.boolean(), here: fc.boolean() }), { maxLength: 12 })
  .map((all) => all.map(({ load, unit, ...given }, n) => worker(`person ${n}`, load, { unitId: `unit ${unit}`, ...given })))

test('it is enough to know what those have done who could be given anything', () => {
  fc.assert(
    fc.property(team, fc.integer({ min: 1, max: 6 }), fc.func(fc.nat({ max: 5 })), (workers, most, experience) => {
      const requests = workers.flatMap(({ personId, unitId, load }) =>
        held(personId, load, { unitId: unitId ?? '' }).map((one, n) => ({ ...one, topicId: `topic ${n % 3}` })),
      )
      const asked = new Set(receiversAmong(workers, most).map(({ personId }) => personId))
      const ofThose = (person: string, topic: string) => (asked.has(person) ? experience(person, topic) : 0)
      expect(evenOut(workers, requests, most, ofThose)).toEqual(evenOut(workers, requests, most, experience))
    }),
  )
})
