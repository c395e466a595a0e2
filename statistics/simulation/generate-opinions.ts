import { logistic } from '../src/distributions/logistic.ts'
import { randomStream, type RandomStream } from '../src/random.ts'
import type { OpinionRow } from '../src/evaluation/types.ts'
import { CATEGORY_EFFECT, cumulative, drawEmployee, drawPeople, pickBy, type People } from './people.ts'
import type { OpinionSetting } from './opinion-settings.ts'
import { trueScores } from './true-scores.ts'

/** A simulated survey of which everything is known. */
export interface SimulatedSurvey {
  rows: OpinionRow[]
  /** Log variance of the error of each row: what the file really says about precision. */
  logVariance: number[]
  /** True standardised mean of each employee on the scale of the ratings, centred; employee j is named `e<j>`. */
  truth: Float64Array
  /** Employees who play foul in the setting. */
  suspects: Set<number>
}

const CHANNEL_EFFECT = [0, -0.25, 0.15]
const CHANNEL_CHANCE = cumulative([0.5, 0.3, 0.2])

interface Episode {
  row: OpinionRow
  logVariance: number
  mix: number
  latent: number
  /** The error of the latent score. */
  luck: number
}

/** A survey by the generator of the specification: a seed, a world. */
export function generateOpinions(setting: OpinionSetting, seed: number): SimulatedSurvey {
  const stream = randomStream(seed)
  const people = drawPeople(setting, stream)
  const kept: Episode[] = []
  for (let tried = 0; kept.length < setting.answers; tried++) {
    const episode = drawEpisode(setting, people, stream, tried)
    if (isAnswered(setting, people, episode, stream)) kept.push(episode)
  }
  for (let customer = 0; customer < setting.clique; customer++) kept.push(...attack(customer, stream))
  return {
    rows: kept.map(({ row }) => recorded(setting, row, stream)),
    logVariance: kept.map(({ logVariance }) => logVariance),
    truth: trueScores(
      setting,
      people.effect,
      kept.filter(({ row }) => row.contacts > 0),
    ),
    suspects: people.suspects,
  }
}

function drawEpisode(setting: OpinionSetting, people: People, stream: RandomStream, number: number): Episode {
  const { uniform, normal } = stream
  const customer = pickBy(people.activity, uniform())
  const branch = people.branchOf[customer]!
  const employee = drawEmployee(people, branch, stream)
  const category = pickBy(people.categories[employee]!, uniform())
  const channel = pickBy(CHANNEL_CHANCE, uniform())
  const month = Math.floor(6 * uniform())
  const { share, contacts } = drawExposure(stream)
  const months = Math.min(6, -1.2 * Math.log(1 - uniform()))
  const completeness = people.completeness[customer]!
  const exposure = shareOut(setting, employee, share, stream)
  const logVariance =
    Math.log(0.75) + setting.dispersion * (-0.45 * (Math.log1p(contacts) - 1.1) + 0.2 * (months - 1.2) - 0.8 * (completeness - 0.55))
  const mix = CATEGORY_EFFECT[category]! + CHANNEL_EFFECT[channel]! + 0.03 * month
  const served = exposure.reduce((sum, one) => sum + one.share * people.effect[one.employee]!, 0)
  const hostile = contacts === 0 && people.hostile.has(employee) ? -1 : 0
  const luck = Math.exp(logVariance / 2) * normal()
  const latent = 3.9 + mix + people.leniency[customer]! + served + hostile + luck
  const row: OpinionRow = {
    id: `o${number}`,
    rating: setting.rounded ? Math.max(1, Math.min(5, Math.round(latent))) : latent,
    customer: `c${customer}`,
    exposure: exposure.map((one) => ({ employee: `e${one.employee}`, share: one.share })),
    contacts,
    daysSinceContact: 30 * months,
    completeness,
    caseMix: { category: `k${category}`, channel: `h${channel}`, month },
    groups: { branch: `b${branch}` },
  }
  return { row, logVariance, mix, latent, luck }
}

/** 18% without any contact, 20% with a part of it, the rest full. */
function drawExposure({ uniform }: RandomStream): { share: number; contacts: number } {
  const kind = uniform()
  if (kind < 0.18) return { share: 0, contacts: 0 }
  if (kind < 0.38) return { share: 0.2 + 0.5 * uniform(), contacts: 1 + poisson(1, uniform) }
  return { share: 1, contacts: 1 + poisson(2.5, uniform) }
}

/** In teams, the share is divided at random among two and more; the first is the one who closed the matter. */
function shareOut(setting: OpinionSetting, first: number, share: number, { uniform }: RandomStream) {
  const size = share > 0 && setting.team > 1 ? 2 + Math.floor((setting.team - 1) * uniform()) : 1
  const members = new Set([first])
  while (members.size < size) members.add(Math.floor(setting.employees * uniform()))
  const parts = Array.from(members, () => 0.1 + uniform())
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return Array.from(members, (employee, at) => ({ employee, share: (share * parts[at]!) / whole }))
}

function isAnswered(setting: OpinionSetting, people: People, { row, latent, luck }: Episode, { uniform }: RandomStream): boolean {
  const employee = Number(row.exposure[0]!.employee.slice(1))
  const chance = uniform()
  if (setting.choosers > 0 && people.suspects.has(employee) && row.contacts > 0 && latent < 3.9 + people.effect[employee]!) return false
  if (row.contacts === 0) return chance < 0.5
  const first = row.caseMix.channel === 'h0' ? 0.5 : 0
  const missing = setting.missingByLuck * luck + setting.missingByExperience * (latent - 3.9)
  const logit = -0.3 + first + 0.15 * row.contacts - (0.2 * row.daysSinceContact) / 30 + missing
  return chance < logistic(logit)
}

/** Four served episodes with employee 0, all rated 1. */
function attack(customer: number, { uniform }: RandomStream): Episode[] {
  return [0, 1, 2, 3].map((time) => ({
    row: {
      id: `attack${customer}-${time}`,
      rating: 1,
      customer: `attacker${customer}`,
      exposure: [{ employee: 'e0', share: 1 }],
      contacts: 2,
      daysSinceContact: 30 * uniform(),
      completeness: 0.55,
      caseMix: { category: 'k3', channel: 'h0', month: Math.floor(6 * uniform()) },
      groups: { branch: `b${customer % 8}` },
    },
    logVariance: Math.log(0.75),
    mix: 0,
    latent: 1,
    luck: 0,
  }))
}

/** What the file says, which is not always what happened. */
function recorded(setting: OpinionSetting, row: OpinionRow, { uniform }: RandomStream): OpinionRow {
  if (setting.wrongShares === 0 || uniform() >= setting.wrongShares) return row
  const claimed = uniform()
  return {
    ...row,
    contacts: Math.max(1, row.contacts),
    exposure: row.exposure.map(({ employee }) => ({ employee, share: claimed / row.exposure.length })),
  }
}

function poisson(mean: number, uniform: () => number): number {
  const bound = Math.exp(-mean)
  let count = 0
  for (let product = uniform(); product > bound; product *= uniform()) count += 1
  return count
}
