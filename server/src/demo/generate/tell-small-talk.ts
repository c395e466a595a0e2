import { isWorking } from '../../modules/identity/index.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import type { DemoCustomer, DemoInteraction } from './history.types.ts'
import { products } from './company.ts'
import type { Arrival } from './seasons.ts'
import { smallTalk } from './words/talk.ts'
import { someoneOf } from './world.ts'
import type { World } from './world.ts'

/** One meeting of customer and company that is about no request. */
export function tellSmallTalk(
  world: World,
  index: number,
  { at, channel }: Arrival,
  customer: number,
  about: DemoCustomer,
): DemoInteraction {
  const chance = chanceOf(world.seed, 'meeting', index)
  const unit = about.branch === 'tehran' && chance.happens(0.35) ? 'sales' : about.unit
  const person = someoneOf(world, unit, at, chance)
  const shared = { customer, unit, person, startedAt: at, answered: true, minutes: null }
  if (channel === 'in-person')
    return {
      ...shared,
      ...words(smallTalk.visit, chance),
      kind: 'visit',
      direction: 'in',
      channel,
      minutes: chance.whole(5, 45),
      source: 'hand',
    }
  if (channel === 'phone') return call(shared, chance)
  // At night and on holidays only customers write.
  const atWork = isWorking(world.calendar, at)
  if (channel === 'web' && atWork)
    return { ...shared, ...words(smallTalk.note, chance), kind: 'note', direction: 'internal', channel: 'other', source: 'hand' }
  const isIncoming = !atWork || chance.happens(0.4)
  const text = words(isIncoming ? smallTalk.messageIn : smallTalk.messageOut, chance)
  return {
    ...shared,
    ...text,
    person: isIncoming ? null : person,
    kind: 'message',
    direction: isIncoming ? 'in' : 'out',
    channel,
    source: isIncoming ? 'machine' : 'hand',
  }
}

function call(
  shared: Omit<DemoInteraction, 'kind' | 'direction' | 'channel' | 'subject' | 'body' | 'source'>,
  chance: Chance,
): DemoInteraction {
  const isIncoming = chance.happens(0.58)
  const by = { ...shared, kind: 'call', direction: isIncoming ? 'in' : 'out', channel: 'phone' } as const
  if (chance.happens(isIncoming ? 0.11 : 0.2)) {
    return {
      ...by,
      person: isIncoming ? null : shared.person,
      answered: false,
      minutes: 0,
      subject: isIncoming ? 'تماس بی‌پاسخ' : 'پاسخ نداد',
      body: '',
      source: 'machine',
    }
  }
  return {
    ...by,
    ...words(isIncoming ? smallTalk.callIn : smallTalk.callOut, chance),
    minutes: Math.min(Math.ceil(chance.about(3.5, 0.6)), 40),
    source: 'hand',
  }
}

function words(list: readonly (readonly [string, string])[], chance: Chance): { subject: string; body: string } {
  const [subject, body] = chance.pick(list)
  const product = chance.weighted(products, (one) => one.share)
  return { subject: subject.replaceAll('{p}', product.spoken), body: body.replaceAll('{p}', product.spoken) }
}
