import { describe, expect, it } from 'vitest'
import { behnam, khordad, repair, sales, sara, story, support } from './facts.fixtures.ts'
import { replay } from './replay.rules.ts'

const registered = ['registered', khordad(1, '09:00'), { unitId: support }] as const
const taken = ['taken', khordad(1, '09:10'), { personId: sara, unitId: support }] as const
const resolved = ['resolved', khordad(1, '10:00'), { personId: sara, unitId: support, outcome: 'solved' }] as const
const closed = ['closed', khordad(2, '10:00'), { automatic: true }] as const

describe('the story of a plain request', () => {
  const facts = replay(
    story(registered, taken, ['answered', khordad(1, '09:20'), { personId: sara, unitId: support, channel: 'email' }], resolved, closed),
  )

  it('tells when it was reported, registered, answered, resolved and closed, and by whom', () => {
    expect(facts).toMatchObject({
      status: 'closed',
      reportedAt: khordad(1, '09:00'),
      registeredAt: khordad(1, '09:00'),
      firstResponseAt: khordad(1, '09:20'),
      firstResponseBy: sara,
      resolvedAt: khordad(1, '10:00'),
      resolvedBy: sara,
      closedAt: khordad(2, '10:00'),
      reopenedCount: 0,
      outcome: 'solved',
      eventCount: 5,
    })
  })

  it('tells who held it from registration to closing', () => {
    expect(facts.holdings).toEqual([
      { unitId: support, personId: null, from: khordad(1, '09:00'), to: khordad(1, '09:10'), reason: 'registered' },
      { unitId: support, personId: sara, from: khordad(1, '09:10'), to: khordad(2, '10:00'), reason: 'taken' },
    ])
  })
})

describe('when it was reported', () => {
  it('believes the registration, which may name an earlier moment: a letter of the day before', () => {
    const letter = story(['registered', khordad(2, '09:00'), { unitId: support, reportedAt: khordad(1, '11:00') }])
    expect(replay(letter)).toMatchObject({ reportedAt: khordad(1, '11:00'), registeredAt: khordad(2, '09:00') })
  })

  it("takes the customer's first message when it came before registration", () => {
    expect(replay(story(['customer-message', khordad(1, '08:00')], registered)).reportedAt).toEqual(khordad(1, '08:00'))
  })

  it('does not believe a report after registration', () => {
    const wrong = story(['registered', khordad(1, '09:00'), { reportedAt: khordad(3, '09:00') }])
    expect(replay(wrong).reportedAt).toEqual(khordad(1, '09:00'))
  })

  it('lets nobody lose a request that was taken, or set waiting, before it was entered', () => {
    const early = (...steps: Parameters<typeof story>) =>
      replay(story(...steps, ['registered', khordad(1, '10:00'), { unitId: repair }])).holdings
    expect(early(taken)).toMatchObject([{ unitId: support, personId: sara, from: khordad(1, '09:10'), to: null }])
    expect(early(['waiting', khordad(1, '09:30')])).toMatchObject([{ unitId: repair, personId: null, reason: 'registered' }])
  })

  it('lets the first event stand for a registration that the log does not have', () => {
    expect(replay(story(taken, resolved))).toMatchObject({
      registeredAt: khordad(1, '09:10'),
      holdings: [{ personId: sara, reason: 'taken' }],
    })
  })
})

describe('first response', () => {
  const firstResponse = (...steps: Parameters<typeof story>) => replay(story(registered, ...steps)).firstResponseAt

  it('is not an automatic acknowledgement, an internal answer, a note or an unanswered call', () => {
    expect(
      firstResponse(
        ['answered', khordad(1, '09:01'), { automatic: true }],
        ['answered', khordad(1, '09:02'), { public: false, personId: sara }],
        ['note', khordad(1, '09:03'), { personId: sara }],
        ['call', khordad(1, '09:04'), { answered: false, personId: sara }],
      ),
    ).toBeNull()
  })

  it('is an answered call or a visit as well as a message', () => {
    expect(firstResponse(['call', khordad(1, '09:30'), { personId: sara }])).toEqual(khordad(1, '09:30'))
    expect(firstResponse(['visit', khordad(1, '11:00'), { personId: sara }], ['answered', khordad(1, '12:00')])).toEqual(
      khordad(1, '11:00'),
    )
  })

  it('is not sought where the source kept no contacts', () => {
    const facts = replay(story(registered, ['answered', khordad(1, '09:30'), { personId: sara }]), { firstResponseRecorded: false })
    expect(facts).toMatchObject({ firstResponseRecorded: false, firstResponseAt: null })
  })

  it('does not lie before the report', () => {
    const early = story(
      ['call', khordad(1, '08:00'), { personId: sara }],
      ['registered', khordad(1, '09:00'), { reportedAt: khordad(1, '08:30') }],
    )
    expect(replay(early).firstResponseAt).toBeNull()
  })
})

describe('status', () => {
  const statusAfter = (...steps: Parameters<typeof story>) => replay(story(registered, ...steps)).status

  it('is new until somebody takes it, is given it or reaches the customer', () => {
    expect(statusAfter()).toBe('new')
    expect(statusAfter(['referred', khordad(1, '09:05'), { toUnitId: repair }])).toBe('new')
    expect(statusAfter(['assigned', khordad(1, '09:05'), { toPersonId: sara }])).toBe('open')
    expect(statusAfter(['answered', khordad(1, '09:05'), { personId: sara }])).toBe('open')
  })

  it('waits until the customer writes, somebody resumes, takes, answers or calls', () => {
    const waiting = ['waiting', khordad(1, '10:00'), { waitOn: 'customer' }] as const
    expect(statusAfter(taken, waiting)).toBe('waiting')
    for (const kind of ['customer-message', 'resumed', 'taken', 'answered', 'call'] as const) {
      const facts = replay(story(registered, taken, waiting, [kind, khordad(1, '12:00'), { personId: sara, unitId: support }]))
      expect(facts).toMatchObject({ status: 'open', waits: [{ kind: 'customer', from: khordad(1, '10:00'), to: khordad(1, '12:00') }] })
    }
  })

  it('goes on waiting when it only changes hands', () => {
    expect(statusAfter(['waiting', khordad(1, '10:00')], ['assigned', khordad(1, '11:00'), { toPersonId: behnam }])).toBe('waiting')
  })

  it('tells waiting for the customer from waiting for others, one after the other', () => {
    const facts = replay(
      story(registered, ['waiting', khordad(1, '09:20')], ['waiting', khordad(1, '09:40'), { waitOn: 'customer' }], resolved),
    )
    expect(facts.waits).toMatchObject([
      { kind: 'third-party', to: khordad(1, '09:40') },
      { kind: 'customer', to: khordad(1, '10:00') },
    ])
  })

  it('goes on with one wait when it is set waiting twice', () => {
    const facts = replay(
      story(registered, ['waiting', khordad(1, '10:00')], ['waiting', khordad(1, '11:00')], ['resumed', khordad(1, '12:00')]),
    )
    expect(facts.waits).toEqual([{ kind: 'third-party', from: khordad(1, '10:00'), to: khordad(1, '12:00') }])
  })

  it('ends a wait with the resolution', () => {
    const facts = replay(story(registered, ['waiting', khordad(1, '09:30')], resolved))
    expect(facts).toMatchObject({ status: 'resolved', waits: [{ to: khordad(1, '10:00') }] })
  })
})

describe('coming back', () => {
  it('counts an explicit reopening, and holds it with whoever had it last', () => {
    const facts = replay(story(registered, taken, resolved, closed, ['reopened', khordad(4, '09:00'), { byCustomer: true }]))
    expect(facts).toMatchObject({ status: 'open', reopenedCount: 1, resolvedAt: khordad(1, '10:00'), closedAt: khordad(2, '10:00') })
    expect(facts.holdings.at(-1)).toEqual({ unitId: support, personId: sara, from: khordad(4, '09:00'), to: null, reason: 'reopened' })
    expect(facts.closures).toEqual([{ from: khordad(2, '10:00'), to: khordad(4, '09:00') }])
  })

  it.each(['taken', 'waiting'] as const)('counts being %s after a resolution as coming back', (kind) => {
    const facts = replay(story(registered, taken, resolved, [kind, khordad(3, '09:00'), { personId: sara, unitId: support }]))
    expect(facts.reopenedCount).toBe(1)
    expect(facts.resolutions).toMatchObject([{ reopenedAt: khordad(3, '09:00') }])
  })

  it('counts one return once, though it was reopened and then taken', () => {
    const facts = replay(
      story(registered, taken, resolved, ['reopened', khordad(3, '09:00')], ['taken', khordad(3, '09:05'), { personId: behnam }]),
    )
    expect(facts.reopenedCount).toBe(1)
  })

  it("does not take a customer's thanks, an answer or a hand-over after the resolution for coming back", () => {
    for (const finished of [[resolved], [resolved, closed]] as const) {
      const facts = replay(
        story(
          registered,
          taken,
          ...finished,
          ['customer-message', khordad(3, '09:00')],
          ['answered', khordad(3, '09:10'), { personId: sara }],
          ['assigned', khordad(3, '09:20'), { toPersonId: behnam }],
        ),
      )
      expect(facts).toMatchObject({ status: finished.length === 1 ? 'resolved' : 'closed', reopenedCount: 0, holderId: behnam })
    }
  })

  it('does not reopen what is not finished', () => {
    expect(replay(story(registered, taken, ['reopened', khordad(1, '09:30')]))).toMatchObject({ status: 'open', reopenedCount: 0 })
  })

  it('keeps the last of several resolutions', () => {
    const again = ['resolved', khordad(5, '10:00'), { personId: behnam, outcome: 'partly' }] as const
    expect(replay(story(registered, taken, resolved, again))).toMatchObject({
      resolvedAt: khordad(5, '10:00'),
      resolvedBy: behnam,
      outcome: 'partly',
      reopenedCount: 0,
    })
  })

  it('keeps the first of several closings', () => {
    expect(replay(story(registered, closed, ['closed', khordad(9, '10:00'), {}])).closedAt).toEqual(khordad(2, '10:00'))
  })
})

describe('changing hands', () => {
  it('records referral, return to the queue and reassignment by rule with their reasons', () => {
    const facts = replay(
      story(
        registered,
        ['referred', khordad(1, '10:00'), { personId: sara, toUnitId: repair }],
        ['assigned', khordad(1, '11:00'), { toPersonId: behnam }],
        ['returned', khordad(1, '12:00'), { personId: behnam }],
        ['auto-reassigned', khordad(1, '15:00'), { automatic: true, toPersonId: sara }],
      ),
    )
    expect(facts.holdings.map(({ unitId, personId, reason }) => [unitId, personId, reason])).toEqual([
      [support, null, 'registered'],
      [repair, null, 'referred'],
      [repair, behnam, 'assigned'],
      [repair, null, 'returned'],
      [repair, sara, 'auto-reassigned'],
    ])
  })

  it('does not begin a new holding for who has it already, nor keep a queue left in the same moment', () => {
    const facts = replay(
      story(
        registered,
        ['taken', khordad(1, '09:00'), { personId: sara, unitId: support }],
        ['taken', khordad(1, '11:00'), { personId: sara, unitId: support }],
      ),
    )
    expect(facts.holdings).toEqual([{ unitId: support, personId: sara, from: khordad(1, '09:00'), to: null, reason: 'taken' }])
  })
})

describe('exchanges', () => {
  const exchanges = (...steps: Parameters<typeof story>) => replay(story(registered, ...steps)).exchanges

  it('makes one of a run of questions and the run of answers after it', () => {
    const run = exchanges(
      ['customer-message', khordad(1, '09:30')],
      ['customer-message', khordad(1, '09:40')],
      ['answered', khordad(1, '10:00'), { personId: sara, unitId: support }],
      ['answered', khordad(1, '10:05'), { personId: behnam, unitId: support }],
    )
    expect(run).toMatchObject([{ kind: 'message', customerAt: khordad(1, '09:30'), employeeAt: khordad(1, '10:00'), byPersonId: sara }])
  })

  it('begins another with the next question, and counts each call and visit as one', () => {
    const kinds = exchanges(
      ['answered', khordad(1, '10:00')],
      ['customer-message', khordad(1, '11:00')],
      ['call', khordad(1, '11:30'), { personId: sara }],
      ['call', khordad(1, '11:31'), { answered: false }],
      ['answered', khordad(1, '12:00')],
      ['visit', khordad(2, '09:00'), { personId: behnam }],
    ).map(({ kind, customerAt }) => [kind, customerAt])
    expect(kinds).toEqual([
      ['message', null],
      ['message', khordad(1, '11:00')],
      ['call', khordad(1, '11:30')],
      ['visit', khordad(2, '09:00')],
    ])
  })

  it('opens the first with a request that the customer wrote in', () => {
    const facts = replay(
      story(['registered', khordad(1, '09:00'), { byCustomer: true, reportedAt: khordad(1, '08:50') }], ['answered', khordad(1, '10:00')]),
    )
    expect(facts.exchanges).toMatchObject([{ customerAt: khordad(1, '08:50'), employeeAt: khordad(1, '10:00') }])
  })
})

describe('merging and withdrawing', () => {
  it('ends a merged request as a duplicate of the other, which later events do not change', () => {
    const facts = replay(
      story(registered, taken, ['merged', khordad(1, '10:00'), { mergedInto: 'درخواست ۱۲' }], ['closed', khordad(1, '11:00')]),
    )
    expect(facts).toMatchObject({ status: 'merged', mergedInto: 'درخواست ۱۲', outcome: 'duplicate', closedAt: null })
    expect(facts.holdings.at(-1)?.to).toEqual(khordad(1, '10:00'))
  })

  it('undoes a merge without counting it as coming back', () => {
    const facts = replay(
      story(registered, taken, ['merged', khordad(1, '10:00'), { mergedInto: 'درخواست ۱۲' }], ['reopened', khordad(1, '11:00')]),
    )
    expect(facts).toMatchObject({ status: 'open', mergedInto: null, outcome: null, reopenedCount: 0, holderId: sara })
  })

  it('takes the outcome of closing when it was never resolved, or corrects the resolution with it', () => {
    const withdrawn = ['closed', khordad(2, '10:00'), { outcome: 'withdrawn' }] as const
    expect(replay(story(registered, withdrawn))).toMatchObject({ outcome: 'withdrawn', resolvedAt: null })
    expect(replay(story(registered, resolved, withdrawn)).resolutions).toMatchObject([{ outcome: 'withdrawn' }])
  })
})

it('leaves out what was taken back, as if it had not been', () => {
  const beforehand = story(registered, taken)
  for (const slip of [
    ['assigned', khordad(1, '09:20'), { personId: sara, toPersonId: behnam, toUnitId: repair }],
    ['referred', khordad(1, '09:20'), { personId: sara, toUnitId: repair }],
    ['waiting', khordad(1, '09:20'), { personId: sara, waitOn: 'customer' }],
    ['resolved', khordad(1, '09:20'), { personId: sara, outcome: 'solved' }],
    ['closed', khordad(1, '09:20'), { personId: sara }],
  ] as const) {
    const undone = story(registered, taken, slip, ['undone', khordad(1, '09:21'), { personId: sara, undoes: 'رویداد 002' }])
    expect(replay(undone), slip[0]).toEqual({ ...replay(beforehand), eventCount: 3 })
  }
})

it('refuses a request without events', () => {
  expect(() => replay([])).toThrow(RangeError)
})

it('knows units that acted: those that answered or resolved, not those that passed it on', () => {
  const facts = replay(
    story(
      ['registered', khordad(1, '09:00'), { unitId: sales }],
      ['referred', khordad(1, '10:00'), { toUnitId: support }],
      ['answered', khordad(1, '11:00'), { personId: sara }],
      ['referred', khordad(1, '12:00'), { toUnitId: repair }],
      ['resolved', khordad(1, '13:00'), { personId: behnam }],
    ),
  )
  expect(facts.actedUnitIds).toEqual([support, repair])
})
