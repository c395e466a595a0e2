import type { HistoryEvent, RequestHistory } from '../modules/service/index.ts'
import type { ExpectedRecord } from './kpi-builders.ts'

/** The life of a request as a test invents it: what is to be counted follows from it without a replay. */
export interface Story {
  number: string
  customerId: string
  topicId: string | null
  productId: string | null
  channel: string
  /** False: the other system kept no contacts. */
  recorded: boolean
  test: boolean
  reported: Date
  registered: Date
  registrar: string
  unit: string
  /** Passed on before anybody did anything. */
  referral: { at: Date; unit: string } | null
  taken: { at: Date; by: string } | null
  answer: { at: Date; by: string } | null
  /** Questions of the customer with our answers, after the first answer. */
  moreExchanges: { asked: Date; answered: Date }[]
  waits: { from: Date; to: Date }[]
  resolutions: { at: Date; by: string; cameBack: Date | null }[]
  closed: { at: Date; by: string } | null
}

export const finalUnit = (story: Story): string => story.referral?.unit ?? story.unit

/** The events by which the story would be told. */
export function historyOf(story: Story): RequestHistory {
  const unitId = finalUnit(story)
  const events: Omit<HistoryEvent, 'key'>[] = [
    { kind: 'registered', at: story.registered, reportedAt: story.reported, personId: story.registrar, toUnitId: story.unit },
  ]
  if (story.referral) events.push({ kind: 'referred', at: story.referral.at, personId: story.registrar, toUnitId: story.referral.unit })
  if (story.taken) events.push({ kind: 'taken', at: story.taken.at, personId: story.taken.by, unitId })
  if (story.answer)
    events.push({ kind: 'answered', at: story.answer.at, personId: story.answer.by, unitId, automatic: false, public: true })
  for (const { asked, answered } of story.moreExchanges)
    events.push({ kind: 'customer-message', at: asked }, { kind: 'answered', at: answered, personId: story.answer?.by ?? null, unitId })
  for (const { from, to } of story.waits)
    events.push({ kind: 'waiting', at: from, waitOn: 'customer', personId: story.taken?.by ?? null }, { kind: 'resumed', at: to })
  for (const { at, by, cameBack } of story.resolutions) {
    events.push({ kind: 'resolved', at, personId: by, unitId })
    if (cameBack) events.push({ kind: 'reopened', at: cameBack })
  }
  if (story.closed) events.push({ kind: 'closed', at: story.closed.at, personId: story.closed.by, unitId })
  const { number, customerId, topicId, productId, channel, test, recorded } = story
  return {
    customerId,
    source: 'آزمون',
    externalNumber: number,
    subject: `درخواست ${number}`,
    topicId,
    productId,
    channel,
    test,
    firstResponseRecorded: recorded,
    events: events.map((event, index) => ({ ...event, key: `${index}` })),
  }
}

const day = 86_400_000
const seconds = (from: Date, to: Date) => (+to - +from) / 1000

/** Working seconds of a calendar that is open every day from 8 to 16 in Tehran, summer time long gone. */
function workingSeconds(from: Date, to: Date): number {
  const offset = 3.5 * 3_600_000
  let total = 0
  for (let midnight = Math.floor((+from + offset) / day) * day - offset; midnight < +to; midnight += day) {
    total += Math.max(0, Math.min(+to, midnight + 16 * 3_600_000) - Math.max(+from, midnight + 8 * 3_600_000))
  }
  return total / 1000
}

const clocks = (name: string, spells: readonly { from: Date; to: Date }[]) => ({
  [`${name}Elapsed`]: spells.reduce((sum, { from, to }) => sum + seconds(from, to), 0),
  [`${name}Working`]: spells.reduce((sum, { from, to }) => sum + workingSeconds(from, to), 0),
})
const noClocks = (name: string) => ({ [`${name}Elapsed`]: null, [`${name}Working`]: null })

/** Where a story falls when it is cut by the unit that has it, and by its kind. */
const kindOf = (story: Story) => ({ unit: finalUnit(story), product: story.productId ?? 'none', channel: story.channel })

/** The records that a story leaves behind each indicator, told at a moment. */
export const recordsOf = {
  requests: (story: Story): ExpectedRecord[] => [
    { at: story.reported, personId: story.registrar, topicId: story.topicId, values: { requests: 1 }, in: kindOf(story) },
  ],

  closed(story: Story): ExpectedRecord[] {
    const { resolutions, closed, topicId } = story
    const last = resolutions.at(-1)
    const records = resolutions
      .filter((one) => one.cameBack || one === last)
      .map((one) => ({
        at: one.at,
        personId: one.by,
        topicId,
        values: { closed: one.cameBack ? 0 : 1, signedOff: closed && !one.cameBack ? 1 : 0, cameBack: one.cameBack ? 1 : 0 },
        in: kindOf(story),
      }))
    // Closed without a resolution, or without another one.
    if (closed && (!last || last.cameBack))
      records.push({ at: closed.at, personId: closed.by, topicId, values: { closed: 1, signedOff: 1, cameBack: 0 }, in: kindOf(story) })
    return records
  },

  wait(story: Story): ExpectedRecord[] {
    const { reported, registered, referral, taken, answer, recorded, topicId } = story
    const names = ['wait', 'unregistered', 'misrouted', 'queued', 'held']
    if (!recorded || !answer) {
      return [
        {
          at: reported,
          personId: null,
          topicId,
          state: recorded ? 'not-yet' : 'not-recorded',
          values: Object.assign({}, ...names.map(noClocks)),
          in: kindOf(story),
        },
      ]
    }
    const arrived = referral?.at ?? registered
    const values = {
      ...clocks('wait', [{ from: reported, to: answer.at }]),
      ...clocks('unregistered', [{ from: reported, to: registered }]),
      ...clocks('misrouted', [{ from: registered, to: arrived }]),
      ...clocks('queued', [{ from: arrived, to: taken?.at ?? answer.at }]),
      ...clocks('held', taken ? [{ from: taken.at, to: answer.at }] : []),
    }
    return [{ at: reported, personId: answer.by, topicId, values, in: kindOf(story) }]
  },

  service(story: Story): ExpectedRecord[] {
    const { reported, resolutions, waits, topicId } = story
    const last = resolutions.at(-1)
    if (!last) return []
    const whole = clocks('service', [{ from: reported, to: last.at }])
    const left = clocks('customerWait', waits)
    const values = {
      ...left,
      serviceElapsed: whole['serviceElapsed']! - left['customerWaitElapsed']!,
      serviceWorking: whole['serviceWorking']! - left['customerWaitWorking']!,
    }
    return [{ at: last.at, personId: last.by, topicId, values, in: kindOf(story) }]
  },

  /** Each second of the service time belongs to who had the request in it; what is alike is one record. */
  serviceParts(story: Story): ExpectedRecord[] {
    const { reported, registered, referral, taken, waits, resolutions, topicId } = story
    const last = resolutions.at(-1)
    if (!last) return []
    const edges = [reported, registered, referral?.at, taken?.at, ...waits.flatMap(({ from, to }) => [from, to])]
      .concat(resolutions.flatMap(({ at, cameBack }) => [at, cameBack ?? undefined]))
      .filter((edge) => edge !== undefined)
      .filter((edge) => edge <= last.at)
      .toSorted((a, b) => +a - +b)
    const whoHad = (from: Date) => {
      if (waits.some((wait) => wait.from <= from && from < wait.to)) return undefined
      if (from < registered) return { unit: 'none', person: 'none', state: 'unregistered' }
      const unit = referral && referral.at <= from ? referral.unit : story.unit
      const person = taken && taken.at <= from ? taken.by : 'none'
      const isDone = resolutions.some(({ at, cameBack }) => at <= from && (!cameBack || from < cameBack))
      return { unit, person, state: isDone ? 'resolved' : person === 'none' ? 'queued' : 'held' }
    }
    const stretches = edges.slice(1).flatMap((to, index) => {
      const from = edges[index]!
      const had = from < to ? whoHad(from) : undefined
      return had ? [{ had, from, to }] : []
    })
    return [...Map.groupBy(stretches, ({ had }) => Object.values(had).join()).values()].map((alike) => ({
      at: last.at,
      personId: last.by,
      topicId,
      values: clocks('part', alike),
      in: { ...kindOf(story), ...alike[0]!.had },
    }))
  },

  exchanges(story: Story, now: Date): ExpectedRecord[] {
    const { resolutions, recorded, answer, moreExchanges, topicId } = story
    const [first, last] = [resolutions[0], resolutions.at(-1)]
    if (!first || !last) return []
    const isOld = +now - +first.at >= 7 * day
    const before = (answer && answer.at <= first.at ? 1 : 0) + moreExchanges.filter(({ asked }) => asked <= first.at).length
    const cameBackSoon = first.cameBack !== null && +first.cameBack - +first.at <= 7 * day
    const exchanges = recorded ? (answer ? 1 : 0) + moreExchanges.length : null
    const firstContact = recorded && isOld ? Number(before <= 1 && !cameBackSoon) : null
    return [
      {
        at: last.at,
        personId: last.by,
        topicId,
        state: !recorded ? 'not-recorded' : isOld ? 'known' : 'not-yet',
        values: { exchanges, firstContact },
        in: kindOf(story),
      },
    ]
  },
}

/** Numbers that look like chance and are the same on every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Cast {
  customerId: string
  units: readonly [string, string]
  registrars: readonly string[]
  /** Who works in which unit. */
  workers: Readonly<Record<string, readonly string[]>>
  topics: readonly string[]
  products: readonly string[]
}

/** Some weeks around a Nowruz in two units: late letters, misrouting, waits, returns, things unrecorded and unfinished. */
export function inventStories(count: number, { from, now, cast, seed }: { from: Date; now: Date; cast: Cast; seed: number }): Story[] {
  const random = chance(seed)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const often = (share: number) => random() < share
  const stories = Array.from({ length: count }, (_, index) => invent(index))
  return stories.filter((story) => story.registered < now)

  function invent(index: number): Story {
    const reported = new Date(+from + Math.floor((random() * (+now - +from)) / 1000) * 1000)
    let last = +reported
    // Some things happen in the same second.
    const later = (most: number) => new Date((last += often(0.1) ? 0 : Math.floor((random() * random() * most) / 1000) * 1000))
    const registered = often(0.3) ? later(9 * day) : reported
    const [unit, other] = often(0.5) ? cast.units : (cast.units.toReversed() as [string, string])
    const referral = often(0.3) ? { at: later(2 * day), unit: other } : null
    const workers = cast.workers[referral?.unit ?? unit]!
    const taken = often(0.9) ? { at: later(day), by: oneOf(workers) } : null
    const answer = taken && often(0.8) ? { at: later(3 * day), by: oneOf(workers) } : null
    const moreExchanges =
      answer && often(0.4) ? Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ asked: later(day), answered: later(day) })) : []
    const waits = taken && often(0.4) ? [{ from: later(day), to: later(5 * day) }] : []
    const resolutions = taken && often(0.85) ? [{ at: later(6 * day), by: oneOf(workers), cameBack: null as Date | null }] : []
    for (const first of resolutions.filter(() => often(0.25))) {
      first.cameBack = later(20 * day)
      if (often(0.7)) resolutions.push({ at: later(4 * day), by: oneOf(workers), cameBack: null })
    }
    const closed = (resolutions.length > 0 ? often(0.7) : often(0.1)) ? { at: later(3 * day), by: oneOf(cast.registrars) } : null
    const topicId = often(0.8) ? oneOf(cast.topics) : null
    const productId = often(0.5) ? oneOf(cast.products) : null
    const story = {
      number: `${seed}/${index}`,
      customerId: cast.customerId,
      topicId,
      productId,
      channel: ['phone', 'email', 'letter'][index % 3]!,
      recorded: often(0.8),
      test: often(0.05),
      reported,
      registered,
      registrar: oneOf(cast.registrars),
      unit,
      referral,
      taken,
      answer,
      moreExchanges,
      waits,
      resolutions,
      closed,
    }
    return upTo(story, now)
  }
}

/** The story as it stands at a moment: what comes later has not happened. */
function upTo(story: Story, now: Date): Story {
  const happened = <T extends { at: Date }>(one: T | null) => (one && one.at < now ? one : null)
  return {
    ...story,
    referral: happened(story.referral),
    taken: happened(story.taken),
    answer: happened(story.answer),
    moreExchanges: story.moreExchanges.filter(({ answered }) => answered < now),
    waits: story.waits.filter(({ to }) => to < now),
    resolutions: story.resolutions
      .filter(({ at }) => at < now)
      .map((one) => ({ ...one, cameBack: one.cameBack && one.cameBack < now ? one.cameBack : null })),
    closed: happened(story.closed),
  }
}
