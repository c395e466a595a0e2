import { localDay, toJalali } from '@parvandeh/contract/persian'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { products, unitAt } from './company.ts'
import type { PersonKey } from './company.ts'
import type { DemoCustomer, DemoRequest } from './history.types.ts'
import { zone } from './seasons.ts'
import type { Arrival } from './seasons.ts'
import { solve } from './solve.ts'
import { afterwards, resolve } from './tell-end.ts'
import { handOver, takeUp } from './tell-way.ts'
import { firstWords, tell, work } from './telling.ts'
import type { Telling } from './telling.ts'
import { topics } from './topics.data.ts'
import type { Case } from './topics.types.ts'
import { talk } from './words/talk.ts'
import { menNames, surnames } from './words/names.ts'
import { someoneOf } from './world.ts'
import type { World } from './world.ts'

/** Tells one request from its report to its end, or as far as it has come by now. */
export function tellRequest(world: World, index: number, arrival: Arrival, customer: number, about: DemoCustomer): DemoRequest {
  const telling = begin(world, chanceOf(world.seed, 'request', index), arrival, customer, about)
  const registrar = register(telling, arrival)
  if (registrar !== null && solvedOnTheSpot(telling)) {
    solveOnTheSpot(telling, registrar)
    return telling.request
  }
  const { person, atDesk } = takeUp(telling, registrar)
  if (atDesk) solve(telling, person)
  else solve(telling, handOver(telling, person))
  return telling.request
}

function begin(world: World, chance: Chance, { at, channel }: Arrival, customer: number, about: DemoCustomer): Telling {
  const month = toJalali(localDay(at, zone)).jm
  const complaints = Math.exp(-0.4 * about.leniency)
  const topic = chance.weighted(
    topics,
    ({ key, share, months }: (typeof topics)[number] & { months?: readonly number[] }) =>
      share * (months?.includes(month) ? 2 : 1) * (key === 'complaint' ? complaints : 1),
  )
  const kinds: readonly string[] = topic.kinds
  const product = chance.weighted(
    products.filter(({ kind }) => kinds.includes(kind)),
    ({ share }) => share,
  )
  const priority = priorityOf(topic.key, chance)
  const inWords = (text: string): string => text.replaceAll('{p}', product.spoken)
  const [subject, asked, advice] = chance.pick<Case>(topic.cases)
  const unit = unitAt(about.branch, 'front')
  const request: DemoRequest = {
    customer,
    subject: inWords(subject),
    description: inWords(asked),
    topic: topic.key,
    product: product.name,
    spoken: product.spoken,
    priority,
    channel,
    contactName: contactOf(about, chance),
    unit,
    events: [],
  }
  return {
    world,
    chance,
    request,
    about,
    topic,
    advice,
    at,
    unit,
    haste: { low: 1.3, normal: 1, high: 0.75, urgent: 0.45 }[priority] * backlogAt(world, at),
  }
}

/** In the last fortnight work piles up, and more so in the last days: whoever opens the demo finds desks with work on them. */
function backlogAt({ now }: World, at: Date): number {
  const nearness = (days: number): number => Math.max(1 - (+now - +at) / (days * 86_400_000), 0)
  return 1 + 3 * nearness(14) + 7 * nearness(4)
}

function priorityOf(topic: string, chance: Chance): DemoRequest['priority'] {
  if (topic === 'burning') return 'urgent'
  if (topic === 'complaint' || topic === 'no-cooling') return chance.happens(0.5) ? 'high' : 'normal'
  return chance.weighted(['normal', 'high', 'low'] as const, (one) => ({ normal: 84, high: 8, low: 8 })[one])
}

/** Who spoke, where it was not the customer. */
function contactOf({ kind }: DemoCustomer, chance: Chance): string | null {
  return chance.happens(kind === 'organisation' ? 0.8 : 0.07) ? `${chance.pick(menNames)} ${chance.pick(surnames)}` : null
}

/** Gives who registered it; null where the customer did. What is written lies until somebody enters it, a letter for long. */
function register(telling: Telling, { at, channel }: Arrival): PersonKey | null {
  const { chance, world, unit } = telling
  const heard = channel === 'phone' ? talk.registering : channel === 'in-person' ? talk.comingIn : ['{q}']
  const byCustomer = channel !== 'phone' && channel !== 'in-person'
  const words = firstWords(telling, channel === 'web' ? null : someoneOf(world, unit, at, chance), heard)
  if (channel === 'messenger' || channel === 'email') work(telling, 25, 0.8)
  if (channel === 'letter') work(telling, 420, 0.6)
  const person = channel === 'web' ? null : (words.person ?? someoneOf(world, unit, telling.at, chance))
  tell(telling, { kind: 'registered', person, unit: person && unit, toUnit: unit, channel, reportedAt: at, byCustomer, said: words })
  return person
}

const isFaceToFace = ({ request: { channel } }: Telling): boolean => channel === 'phone' || channel === 'in-person'

/** Much that is easy ends within the call that brought it. */
function solvedOnTheSpot(telling: Telling): boolean {
  const { chance, topic } = telling
  return isFaceToFace(telling) && chance.happens(topic.easy ? 0.45 : topic.atDesk * 0.3)
}

function solveOnTheSpot(telling: Telling, registrar: PersonKey): void {
  const { chance, request, unit, topic } = telling
  const words = request.events[0]?.said
  tell(telling, { kind: 'taken', person: registrar, unit })
  telling.at = new Date(+telling.at + chance.whole(60, 60 * Math.max(topic.minutes, 3)) * 1000)
  const kind = request.channel === 'phone' ? 'call' : 'visit'
  tell(telling, { kind, person: registrar, unit, channel: request.channel, answered: true, ...(words && { said: words }) })
  resolve(telling, registrar, 'solved')
  afterwards(telling, registrar, solve)
}
