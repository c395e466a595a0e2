import { describe, expect, it } from 'vitest'
import { clocksOf } from './clocks.rules.ts'
import { behnam, hour, khordad, minute, repair, sales, sara, steadyClock, story, support } from './facts.fixtures.ts'
import { isFirstContactResolution } from './first-contact.rules.ts'
import { serviceTimeParts, waitParts } from './parts.rules.ts'
import { replay } from './replay.rules.ts'

const misroutedRequest = story(
  ['registered', khordad(1, '09:00'), { unitId: sales, reportedAt: khordad(1, '08:30') }],
  ['referred', khordad(1, '11:00'), { toUnitId: support }],
  ['taken', khordad(1, '11:45'), { personId: sara, unitId: support }],
  ['answered', khordad(1, '12:00'), { personId: sara, unitId: support }],
  ['waiting', khordad(1, '12:30'), { waitOn: 'customer' }],
  ['customer-message', khordad(1, '14:30')],
  ['referred', khordad(1, '15:00'), { toUnitId: repair, toPersonId: behnam }],
  ['waiting', khordad(1, '16:00'), { waitOn: 'third-party' }],
  ['resolved', khordad(2, '10:00'), { personId: behnam, unitId: repair }],
)

describe('a request that first went to the wrong unit', () => {
  const clocks = clocksOf(replay(misroutedRequest), () => steadyClock())

  it('waits three and a half hours, of which each part is named', () => {
    expect(clocks.waitUntilResponse?.elapsedSeconds).toBe(3.5 * hour)
    expect(clocks.waitParts).toMatchObject({
      unregistered: { elapsedSeconds: 30 * minute },
      misrouted: { elapsedSeconds: 2 * hour },
      queued: { elapsedSeconds: 45 * minute },
      held: { elapsedSeconds: 15 * minute },
    })
  })

  it('is served in 25.5 hours less the two for which the customer was waited for', () => {
    expect(clocks.serviceTime?.elapsedSeconds).toBe(23.5 * hour)
    expect(
      clocks.serviceParts?.map(({ unitId, personId, state, elapsedSeconds }) => [unitId, personId, state, elapsedSeconds / hour]),
    ).toEqual([
      [null, null, 'unregistered', 0.5],
      [sales, null, 'queued', 2],
      [support, null, 'queued', 0.75],
      [support, sara, 'held', 1.25],
      [repair, behnam, 'held', 1],
      [repair, behnam, 'third-party', 18],
    ])
  })

  it('measures each part on the calendar of the unit that had it', () => {
    const byUnit = clocksOf(replay(misroutedRequest), (unitId) => steadyClock(unitId === sales ? 0 : 1))
    expect(byUnit.waitParts?.misrouted).toEqual({ elapsedSeconds: 2 * hour, workingSeconds: 0 })
    expect(byUnit.waitUntilResponse).toEqual({ elapsedSeconds: 3.5 * hour, workingSeconds: 1.5 * hour })
  })
})

describe('what cannot be told', () => {
  it('is left out, not zero: no response yet, no resolution yet', () => {
    expect(clocksOf(replay(misroutedRequest.slice(0, 3)), () => steadyClock())).toEqual({})
  })

  it('is left out where the source kept no contacts, though the service time is known', () => {
    const clocks = clocksOf(replay(misroutedRequest, { firstResponseRecorded: false }), () => steadyClock())
    expect(clocks.waitUntilResponse).toBeUndefined()
    expect(clocks.serviceTime?.elapsedSeconds).toBe(23.5 * hour)
  })

  it('is the service time of a request resolved before it was reported', () => {
    const wrong = story(['resolved', khordad(1, '08:00')], ['registered', khordad(1, '10:00'), { reportedAt: khordad(1, '09:00') }])
    expect(serviceTimeParts(replay(wrong))).toBeUndefined()
  })
})

it('a case solved by telephone and entered afterwards waited without being registered until the call, and no longer', () => {
  const facts = replay(
    story(
      ['call', khordad(1, '09:10'), { personId: sara, unitId: support }],
      ['resolved', khordad(1, '09:20'), { personId: sara, unitId: support }],
      ['registered', khordad(1, '09:40'), { unitId: support, reportedAt: khordad(1, '09:00') }],
    ),
  )
  expect(waitParts(facts)).toMatchObject([{ part: 'unregistered', from: khordad(1, '09:00'), to: khordad(1, '09:10') }])
  expect(serviceTimeParts(facts)).toMatchObject([{ state: 'unregistered', to: khordad(1, '09:20') }])
})

it('a unit that still has the request is not called wrong, though another answered first', () => {
  const facts = replay(
    story(['registered', khordad(1, '09:00'), { unitId: repair }], ['answered', khordad(1, '10:00'), { personId: sara, unitId: support }]),
  )
  expect(waitParts(facts)).toMatchObject([{ part: 'queued', unitId: repair }])
})

it('time in which a request was believed resolved or closed belongs to its service time, under its own name', () => {
  const facts = replay(
    story(
      ['registered', khordad(1, '09:00'), { unitId: support, toPersonId: sara }],
      ['resolved', khordad(1, '10:00')],
      ['closed', khordad(1, '12:00')],
      ['reopened', khordad(1, '15:00')],
      ['resolved', khordad(1, '16:00')],
    ),
  )
  expect(serviceTimeParts(facts)?.map(({ state, from, to }) => [state, (+to - +from) / 3_600_000])).toEqual([
    ['held', 1],
    ['resolved', 2],
    ['closed', 3],
    ['held', 1],
  ])
})

describe('resolution at first contact', () => {
  const steps = [
    ['registered', khordad(1, '09:00'), { unitId: support, byCustomer: true }],
    ['answered', khordad(1, '10:00'), { personId: sara }],
    ['resolved', khordad(1, '10:00'), { personId: sara, outcome: 'solved' }],
  ] as const
  const later = khordad(20, '10:00')

  it('is one exchange and no return within seven days', () => {
    expect(isFirstContactResolution(replay(story(...steps)), later)).toBe(true)
    expect(isFirstContactResolution(replay(story(...steps, ['reopened', khordad(7, '10:00')])), later)).toBe(false)
    expect(isFirstContactResolution(replay(story(...steps, ['reopened', khordad(12, '10:00')])), later)).toBe(true)
  })

  it('is not two exchanges, nor an outcome other than solved, but may be followed by thanks', () => {
    const [registered, answered, resolved] = steps
    const secondQuestion = [
      ['customer-message', khordad(1, '09:10')],
      ['answered', khordad(1, '09:20')],
      ['customer-message', khordad(1, '09:30')],
    ] as const
    expect(isFirstContactResolution(replay(story(registered, ...secondQuestion, answered, resolved)), later)).toBe(false)
    expect(
      isFirstContactResolution(replay(story(registered, answered, ['resolved', khordad(1, '10:00'), { outcome: 'partly' }])), later),
    ).toBe(false)
    expect(isFirstContactResolution(replay(story(...steps, ['customer-message', khordad(1, '11:00')])), later)).toBe(true)
  })

  it('cannot be told before seven days, without a resolution, after a merge, or without recorded contacts', () => {
    expect(isFirstContactResolution(replay(story(...steps)), khordad(8, '09:59'))).toBeUndefined()
    expect(isFirstContactResolution(replay(story(steps[0])), later)).toBeUndefined()
    expect(
      isFirstContactResolution(replay(story(...steps, ['merged', khordad(2, '10:00'), { mergedInto: 'درخواست ۱۲' }])), later),
    ).toBeUndefined()
    expect(isFirstContactResolution(replay(story(...steps), { firstResponseRecorded: false }), later)).toBeUndefined()
  })
})
