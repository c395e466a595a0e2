import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clocksOf } from './clocks.rules.ts'
import { behnam, khordad, repair, sales, sara, steadyClock, support } from './facts.fixtures.ts'
import type { Clock, RequestEvent, RequestEventKind, RequestFacts } from './facts.types.ts'
import { serviceTimeParts, waitParts } from './parts.rules.ts'
import { replay } from './replay.rules.ts'

const kinds: RequestEventKind[] = [
  'taken',
  'assigned',
  'referred',
  'returned',
  'auto-reassigned',
  'answered',
  'customer-message',
  'call',
  'visit',
]
const otherKinds: RequestEventKind[] = ['note', 'waiting', 'resumed', 'resolved', 'reopened', 'closed', 'merged', 'other', 'registered']
const person = fc.constantFrom(sara, behnam, null)
const unit = fc.constantFrom(support, repair, sales, null)
const start = khordad(3, '09:00')
const moment = fc.integer({ min: 0, max: 400_000 }).map((tick) => new Date(+start + tick * 997))

const anyEvent: fc.Arbitrary<Omit<RequestEvent, 'id' | 'sequence'>> = fc.record({
  kind: fc.constantFrom(...kinds, ...otherKinds),
  at: fc.oneof(moment, fc.constantFrom(start, khordad(4, '10:00'))),
  personId: person,
  unitId: unit,
  toPersonId: person,
  toUnitId: unit,
  answered: fc.boolean(),
  automatic: fc.boolean(),
  public: fc.constantFrom(true, true, false),
  outcome: fc.constantFrom('solved', 'partly', 'withdrawn', null),
  waitOn: fc.constantFrom('customer', 'third-party', null),
  reportedAt: fc.option(moment, { nil: null }),
})
const numbered = (events: Omit<RequestEvent, 'id' | 'sequence'>[]): RequestEvent[] =>
  events.map((event, index) => ({ ...event, id: `e${index}`, sequence: index }))

/** Any events at all, in any order of time. */
const anyHistory = fc.array(anyEvent, { minLength: 1, maxLength: 25 }).map(numbered)

/** Events of a request that was registered before anything else. */
const anyRequest = fc
  .tuple(fc.integer({ min: 0, max: 90_000 }), unit, anyHistory)
  .map(([lead, unitId, events]) =>
    numbered([{ kind: 'registered', at: start, unitId, reportedAt: new Date(+start - lead * 1000) }, ...events]),
  )

const ordered = (events: RequestEvent[]) => events.toSorted((a, b) => +a.at - +b.at || a.sequence - b.sequence)
const length = (spells: { from: Date; to: Date }[] = []) => spells.reduce((sum, { from, to }) => sum + +to - +from, 0)
const sum = (clocks: Clock[]) =>
  clocks.reduce(
    (all, one) => ({ elapsedSeconds: all.elapsedSeconds + one.elapsedSeconds, workingSeconds: all.workingSeconds + one.workingSeconds }),
    {
      elapsedSeconds: 0,
      workingSeconds: 0,
    },
  )

it('the parts of the wait until response add up to it exactly, on both clocks', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const facts = replay(events)
      const clocks = clocksOf(facts, () => steadyClock())
      expect(facts.firstResponseAt === null).toBe(clocks.waitUntilResponse === undefined)
      if (!facts.firstResponseAt) return
      expect(length(waitParts(facts))).toBe(+facts.firstResponseAt - +facts.reportedAt)
      expect(sum(Object.values(clocks.waitParts ?? {}))).toEqual(clocks.waitUntilResponse)
      const whole = steadyClock().workingSecondsBetween(facts.reportedAt, facts.firstResponseAt)
      expect(clocks.waitUntilResponse).toEqual({ elapsedSeconds: whole, workingSeconds: whole })
    }),
  )
})

it('the parts of service time and the waits for the customer add up to the time from report to resolution', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const facts = replay(events)
      const parts = serviceTimeParts(facts)
      if (!parts || !facts.resolvedAt) return
      expect(length(parts) + customerWait(facts, facts.resolvedAt)).toBe(+facts.resolvedAt - +facts.reportedAt)
      const clocks = clocksOf(facts, () => steadyClock(0.5))
      expect(sum(clocks.serviceParts ?? [])).toEqual(clocks.serviceTime)
      expect(clocks.serviceTime?.workingSeconds).toBe((clocks.serviceTime?.elapsedSeconds ?? 0) / 2)
    }),
  )
})

function customerWait({ waits, reportedAt }: RequestFacts, until: Date): number {
  const within = waits
    .filter(({ kind }) => kind === 'customer')
    .map(({ from, to }) => Math.min(+(to ?? until), +until) - Math.max(+from, +reportedAt))
  return within.reduce((all, one) => all + Math.max(one, 0), 0)
}

it('the order in which events arrive, and an event arriving twice, change nothing', () => {
  fc.assert(
    fc.property(
      anyHistory.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      ),
      ([events, shuffled]) => {
        expect(replay(shuffled)).toEqual(replay(events))
      },
    ),
  )
})

it('replaying leaves the events as they were', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const before = structuredClone(events)
      replay(events)
      expect(events).toEqual(before)
    }),
  )
})

it('somebody has the request at every moment from registration on, except while it is closed, and never two at once', () => {
  fc.assert(
    fc.property(anyRequest, (events) => {
      const { holdings, closures, registeredAt, status } = replay(events)
      const spells = [...holdings, ...closures].toSorted((a, b) => +a.from - +b.from || +(a.to ?? Infinity) - +(b.to ?? Infinity))
      expect(spells[0]?.from).toEqual(registeredAt)
      for (const [index, spell] of spells.entries()) expect(spell.to).toEqual(spells[index + 1]?.from ?? null)
      expect(closures.at(-1)?.to === null).toBe(status === 'closed' || status === 'merged')
    }),
  )
})

it('what is past stays as it was when more happens', () => {
  fc.assert(
    fc.property(anyRequest, fc.nat(25), (events, count) => {
      const inTime = ordered(events)
      const [early, late] = [replay(inTime.slice(0, count + 1)), replay(inTime)]
      const past = <T extends { to: Date | null }>(spells: T[]) => spells.filter((spell) => spell.to !== null)
      for (const key of ['holdings', 'waits', 'closures'] as const) {
        const ended = past<{ to: Date | null }>(early[key])
        expect(late[key].slice(0, ended.length)).toEqual(ended)
      }
      expect(late.registeredAt).toEqual(early.registeredAt)
      if (early.firstResponseAt) expect(late.firstResponseAt).toEqual(early.firstResponseAt)
      expect(late.reopenedCount).toBeGreaterThanOrEqual(early.reopenedCount)
      expect(late.exchanges.length).toBeGreaterThanOrEqual(early.exchanges.length)
    }),
  )
})
