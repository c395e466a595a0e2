import { digitsFor } from '@parvandeh/contract/persian'
import { areaCodes, cities, menNames, organisationNames, streets, surnameEnds, surnames, womenNames } from './words/names.ts'
import type { Truths } from '../truths.ts'
import type { BranchKey, UnitKey } from './company.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import type { DemoCustomer } from './history.types.ts'
import type { World } from './world.ts'
import { someoneOf } from './world.ts'

/** A branch is where a customer lives; the desk of the branch keeps the file, and the sales people some companies'. */
export function customerOf(world: World, index: number, createdAt: Date): DemoCustomer {
  const chance = chanceOf(world.seed, 'customer', index)
  const branch: BranchKey = chance.happens(0.27) ? 'shiraz' : 'tehran'
  const isOrganisation = chance.happens(0.13)
  const unit: UnitKey = branch === 'shiraz' ? 'shiraz-front' : isOrganisation && chance.happens(0.5) ? 'sales' : 'front'
  const [city] = chance.weighted<readonly [string, number]>(cities[branch], ([, weight]) => weight)
  return {
    ...(isOrganisation ? organisation(index, chance) : person(index, chance)),
    branch,
    unit,
    owner: isOrganisation && chance.happens(0.6) ? someoneOf(world, unit, createdAt, chance) : null,
    city,
    ...reach(index, { branch, city }, isOrganisation, chance),
    createdAt,
    createdBy: someoneOf(world, unit, createdAt, chance),
    leniency: leniencyOf(world, index, branch),
  }
}

/** Standard normal, and milder by the hidden shift in the lenient branch. */
function leniencyOf({ seed, truths }: { seed: number; truths: Truths }, index: number, branch: BranchKey): number {
  const own = chanceOf(seed, 'leniency', index).normal()
  return branch === truths.lenientBranch.branch ? own + truths.lenientBranch.shift : own
}

type Named = Pick<DemoCustomer, 'kind' | 'firstName' | 'lastName' | 'organisationName' | 'gender' | 'nationalCode'>

function organisation(index: number, chance: Chance): Named {
  const name = organisationNames[(index * 37 + chance.whole(0, 36)) % organisationNames.length]!
  return { kind: 'organisation', firstName: null, lastName: null, organisationName: name, gender: null, nationalCode: null }
}

/** Of one in forty only a number is known: they called once and did not say. */
const withoutName = 0.025
/** Nobody's code: all digits the same. A handful carry one, to show how a doubtful value is kept with its reason. */
const withCode = new Map([21, 58, 144, 203, 377].map((index, place) => [index, String(place + 1).repeat(10)]))

function person(index: number, chance: Chance): Named {
  const isWoman = chance.happens(0.48)
  const firstName = chance.pick(isWoman ? womenNames : menNames)
  const lastName = `${chance.pick(surnames)}${chance.pick(surnameEnds)}`
  const shared = { kind: 'person', organisationName: null } as const
  if (chance.happens(withoutName)) return { ...shared, firstName: null, lastName: null, gender: null, nationalCode: null }
  const gender = isWoman ? 'female' : 'male'
  return { ...shared, firstName, lastName, gender: chance.happens(0.8) ? gender : null, nationalCode: withCode.get(index) ?? null }
}

/** No subscriber has such a number: after the prefix comes a run of zeros. */
const mobileOf = (index: number): string => `0900000${String((index * 7 + 1009) % 10_000).padStart(4, '0')}`
/** Of so many landlines one is of the town that its owner has left. */
const leftTownEvery = 90
const phoneOf = (index: number, branch: BranchKey, city: string): string => {
  const code = index % leftTownEvery === 0 ? undefined : areaCodes[city]
  return `${code ?? (branch === 'shiraz' ? '071' : '021')}0000${String((index * 3 + 2003) % 10_000).padStart(4, '0')}`
}

function reach(
  index: number,
  { branch, city }: Pick<DemoCustomer, 'branch' | 'city'>,
  isOrganisation: boolean,
  chance: Chance,
): Pick<DemoCustomer, 'street' | 'mobile' | 'phone' | 'email'> {
  const number = (highest: number): string => digitsFor('fa', String(chance.whole(1, highest)))
  const street = `${chance.pick(streets)}، پلاک ${number(240)}${chance.happens(0.5) ? `، واحد ${number(24)}` : ''}`
  const hasPhone = chance.happens(isOrganisation ? 0.9 : 0.22)
  const hasEmail = chance.happens(isOrganisation ? 0.55 : 0.14)
  return {
    street: chance.happens(0.72) ? street : null,
    mobile: isOrganisation && chance.happens(0.35) && hasPhone ? null : mobileOf(index),
    phone: hasPhone ? phoneOf(index, branch, city) : null,
    email: hasEmail ? `moshtari${index + 1}@example.com` : null,
  }
}
