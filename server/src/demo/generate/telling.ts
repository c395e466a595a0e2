import { digitsFor } from '@parvandeh/contract/persian'
import type { PersonKey, UnitKey } from './company.ts'
import type { Chance } from './chance.ts'
import type { DemoCustomer, DemoEvent, DemoInteraction, DemoRequest } from './history.types.ts'
import type { TopicKey } from './topics.data.ts'
import type { Topic } from './topics.types.ts'
import { talk } from './words/talk.ts'
import { afterWork, employeeOf } from './world.ts'
import type { World } from './world.ts'

/** A request while it is being told: the story so far, and the moment it has come to. */
export interface Telling {
  world: World
  chance: Chance
  request: DemoRequest
  about: DemoCustomer
  topic: Topic & { key: TopicKey }
  /** What is answered to what was asked. */
  advice: string
  at: Date
  /** Work goes by so many times as fast as usual: below 1 for what is urgent. */
  haste: number
  /** The unit that has it now. */
  unit: UnitKey
}

/** Lets working time pass; half of the time less than the median. */
export function work(telling: Telling, medianMinutes: number, spread = 0.7): void {
  telling.at = afterWork(telling.world, telling.at, telling.chance.about(medianMinutes * telling.haste, spread))
}

/** Lets time pass on the wall clock. */
export function pause(telling: Telling, medianHours: number, spread = 0.7): void {
  telling.at = new Date(+telling.at + Math.round(telling.chance.about(medianHours * 3600, spread)) * 1000)
}

/** Adds what happens now. What lies after the demo's own now has not happened: such a request is still open. */
export function tell(telling: Telling, event: Omit<DemoEvent, 'at'>): void {
  if (telling.at <= telling.world.now) telling.request.events.push({ ...event, at: telling.at })
}

const pickedFrom = (telling: Telling, texts: readonly string[]): string => filled(telling, telling.chance.pick(texts))

/** A sentence with the story's own words in it. */
function filled({ chance, request, topic }: Telling, text: string): string {
  const done = text.includes('{d}') ? chance.pick(topic.done ?? talk.done) : ''
  const question = text.includes('{q}') ? request.description : ''
  return text
    .replaceAll('{d}', done)
    .replaceAll('{q}', question)
    .replaceAll('{t}', digitsFor('fa', String(chance.whole(9, 18))))
    .replaceAll('{p}', request.spoken)
}

function said(
  telling: Telling,
  given: Pick<DemoInteraction, 'kind' | 'direction' | 'channel' | 'person' | 'body'> & Partial<DemoInteraction>,
): DemoInteraction {
  const { request, at } = telling
  const isTyped = given.person !== null
  return {
    customer: request.customer,
    unit: telling.unit,
    startedAt: at,
    minutes: null,
    answered: true,
    subject: request.subject,
    source: isTyped ? 'hand' : 'machine',
    ...given,
  }
}

/** By which way this customer and the company write to each other. */
const writtenWay = ({ request }: Telling): DemoInteraction['channel'] =>
  request.channel === 'phone' || request.channel === 'in-person' || request.channel === 'letter' ? 'sms' : request.channel

export function customerWrites(telling: Telling, texts: readonly string[]): void {
  const channel = writtenWay(telling)
  const message = said(telling, { kind: 'message', direction: 'in', channel, person: null, body: pickedFrom(telling, texts) })
  tell(telling, { kind: 'customer-message', person: null, unit: null, channel, byCustomer: true, said: message })
}

export function answer(telling: Telling, person: PersonKey, texts: readonly string[]): void {
  const channel = writtenWay(telling)
  const message = said(telling, { kind: 'message', direction: 'out', channel, person, body: pickedFrom(telling, texts) })
  tell(telling, { kind: 'answered', person, unit: telling.unit, channel, said: message })
}

/** Calls the customer; when nobody picks up, that is noted, and it reaches nobody. */
export function call(telling: Telling, person: PersonKey, texts: readonly string[], answered = true): void {
  const minutes = answered ? Math.min(Math.ceil(telling.chance.about(4, 0.5)), 30) : 0
  const talk = said(telling, {
    kind: 'call',
    direction: 'out',
    channel: 'phone',
    person,
    minutes,
    answered,
    body: pickedFrom(telling, texts),
  })
  tell(telling, { kind: 'call', person, unit: telling.unit, channel: 'phone', answered, said: talk })
}

export function visit(telling: Telling, person: PersonKey, texts: readonly string[]): void {
  const minutes = Math.min(Math.ceil(telling.chance.about(telling.topic.minutes * 0.7, 0.4)), 240)
  const meeting = said(telling, {
    kind: 'visit',
    direction: 'out',
    channel: 'in-person',
    person,
    minutes,
    body: pickedFrom(telling, texts),
  })
  tell(telling, { kind: 'visit', person, unit: telling.unit, channel: 'in-person', said: meeting })
}

export function note(telling: Telling, person: PersonKey, texts: readonly string[]): void {
  const words = said(telling, { kind: 'note', direction: 'internal', channel: 'other', person, body: pickedFrom(telling, texts) })
  tell(telling, { kind: 'note', person, unit: telling.unit, said: words })
}

/** The customer's first words, as whoever heard them wrote them down, or as they were written. */
export function firstWords(telling: Telling, person: PersonKey | null, texts: readonly string[]): DemoInteraction {
  const { channel } = telling.request
  const body = filled(telling, telling.chance.pick(texts))
  if (channel === 'phone')
    return said(telling, {
      kind: 'call',
      direction: 'in',
      channel,
      person,
      body,
      minutes: Math.min(Math.ceil(telling.chance.about(4, 0.5)), 25),
    })
  if (channel === 'in-person')
    return said(telling, { kind: 'visit', direction: 'in', channel, person, body, minutes: telling.chance.whole(4, 25) })
  return said(telling, { kind: 'message', direction: 'in', channel, person: null, body })
}

/** How long this person's work takes, against the usual. */
export function paceOf({ world: { truths } }: Telling, person: PersonKey): number {
  return employeeOf(person).pace * (person === truths.overRatedNovice.person ? truths.overRatedNovice.timeTimes : 1)
}

/** How often this person's work comes back, against the usual. */
export function slipsOf({ world: { truths } }: Telling, person: PersonKey): number {
  return employeeOf(person).slips * (person === truths.overRatedNovice.person ? truths.overRatedNovice.reopenTimes : 1)
}

/** How much this person is drawn to the request, against colleagues: the two hidden ways of picking. */
export function drawnTo({ world: { truths }, topic }: Telling, person: PersonKey): number {
  const { pickerOfEasyWork: picker, overRatedNovice: novice } = truths
  if (person === picker.person) return topic.easy ? picker.easyTimes : picker.hardTimes
  if (person === novice.person) return topic.easy ? novice.easyTimes : novice.hardTimes
  return 1
}
