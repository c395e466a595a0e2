import type { BodyOf, contract } from '@parvandeh/contract'
import { digitsFor } from '@parvandeh/contract/persian'
import type { Chance } from '../demo/generate/chance.ts'

/** Who a customer truly is. */
export interface TrueCustomer {
  role: 'alone' | 'father' | 'wife' | 'child' | 'organisation' | 'branch'
  kind: 'person' | 'organisation'
  first: string
  last: string
  father: string
  birthDate: string
  gender: 'female' | 'male'
  organisation: string | null
  code: string
  mobile: string
  landline: string
  email: string | null
  street: string
  postalCode: string
  cityId: number
}

type Body = BodyOf<typeof contract.customers.create>
type Point = Pick<Body['accessPoints'][number], 'kind' | 'value'> & { postalCode?: string | null }

/** A file as a clerk wrote it; what is left out was not asked. */
export interface Written {
  fields: Pick<Body, 'kind'> & Partial<Omit<Body, 'accessPoints'>>
  points: Point[]
}

/** Rows of the Persian keyboard (ISIRI 9147): a finger slips to the key beside. */
const rows = ['ضصثقفغعهخحجچ', 'شسیبلاتنمکگ', 'ظطزرذدپو']
/** Spellings that are heard alike. */
const heard = ['سصث', 'زذضظ', 'تط', 'هح', 'قغ', 'اع']

function slip(chance: Chance, text: string): string {
  const letters = Array.from(text)
  const at = chance.whole(1, Math.max(1, letters.length - 1))
  const letter = letters[at] ?? ''
  const row = rows.find((keys) => keys.includes(letter)) ?? ''
  const beside = row[row.indexOf(letter) + (chance.happens(0.5) ? 1 : -1)] ?? letter
  const kind = chance.weighted(['beside', 'lost', 'twice', 'turned'], (one) => ({ beside: 4, lost: 3, twice: 2, turned: 2 })[one] ?? 0)
  if (kind === 'beside') letters[at] = beside
  else if (kind === 'lost') letters.splice(at, 1)
  else if (kind === 'twice') letters.splice(at, 0, letter)
  else [letters[at - 1], letters[at]] = [letter, letters[at - 1] ?? '']
  return letters.join('')
}

function misheard(chance: Chance, text: string): string {
  const places = Array.from(text).flatMap((letter, at) => (heard.some((group) => group.includes(letter)) ? [at] : []))
  if (places.length === 0) return text
  const at = chance.pick(places)
  const group = heard.find((one) => one.includes(text[at] ?? '')) ?? ''
  return text.slice(0, at) + chance.pick([...group]) + text.slice(at + 1)
}

/** Half-space, space or nothing; letters of an Arabic keyboard. */
function spelt(chance: Chance, text: string): string {
  const joint = chance.weighted(['\u200c', ' ', ''], (one) => (one === '\u200c' ? 4 : one === ' ' ? 4 : 2))
  const joined = text.replaceAll('\u200c', joint)
  return chance.happens(0.15) ? joined.replaceAll('ی', 'ي').replaceAll('ک', 'ك') : joined
}

const named = (chance: Chance, text: string, isCopy: boolean): string => {
  const told = isCopy && chance.happens(0.07) ? misheard(chance, text) : text
  return spelt(chance, isCopy && chance.happens(0.09) ? slip(chance, told) : told)
}

/** A clerk who opens a file: asks for some things and not for others, and now and then hears or types amiss. */
export function clerkOf(chance: Chance, isCopy: boolean): (customer: TrueCustomer) => Written {
  return (customer) => (customer.kind === 'person' ? personFile(chance, customer, isCopy) : organisationFile(chance, customer, isCopy))
}

function personFile(chance: Chance, one: TrueCustomer, isCopy: boolean): Written {
  let [first, last] = [named(chance, one.first, isCopy), named(chance, one.last, isCopy)]
  if (chance.happens(0.05)) first = `${chance.pick(['سید', 'حاج', 'آقای', 'دکتر'])} ${first}`
  if (isCopy && chance.happens(0.05)) [first, last] = [last, first]
  const isWhole = isCopy && chance.happens(0.04)
  return {
    fields: {
      kind: 'person',
      firstName: isWhole ? null : first,
      lastName: isWhole ? `${first} ${last}` : last,
      fatherName: chance.happens(0.4) ? named(chance, one.father, isCopy) : null,
      nationalCode: chance.happens(0.55) ? one.code : null,
      birthDate: chance.happens(0.45) ? birth(chance, one.birthDate, isCopy) : null,
      gender: chance.happens(0.6) ? one.gender : null,
      cityId: chance.happens(0.85) ? (isCopy && chance.happens(0.06) ? chance.whole(41, 80) : one.cityId) : null,
    },
    points: pointsOf(chance, one, isCopy, 0.92),
  }
}

function birth(chance: Chance, day: string, isCopy: boolean): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (!isCopy || chance.happens(0.93)) return day
  return Number(date) <= 12 && chance.happens(0.5) ? `${year}-${date}-${month}` : `${Number(year) + 1}-${month}-${date}`
}

function organisationFile(chance: Chance, one: TrueCustomer, isCopy: boolean): Written {
  const name = named(chance, one.organisation ?? '', isCopy)
  const before = chance.weighted(['', 'شرکت ', 'موسسه ', 'گروه '], (word) => (word === '' ? 4 : 2))
  const after = chance.happens(0.25) ? chance.pick([' (سهامی خاص)', ' با مسئولیت محدود']) : ''
  const hasCode = one.role === 'organisation' && chance.happens(0.5)
  return {
    fields: {
      kind: 'organisation',
      organisationName: `${before}${name}${after}`,
      companyNationalId: hasCode ? one.code : null,
      cityId: chance.happens(0.85) && one.role === 'organisation' ? one.cityId : null,
    },
    points: pointsOf(chance, one, isCopy, 0.5),
  }
}

function pointsOf(chance: Chance, one: TrueCustomer, isCopy: boolean, mobileShare: number): Point[] {
  const points: Point[] = []
  const mobile = isCopy && chance.happens(0.1) ? `0990${chance.whole(1_000_000, 9_999_999)}` : one.mobile
  if (chance.happens(mobileShare)) points.push({ kind: 'mobile', value: dialled(chance, mobile) })
  if (chance.happens(one.kind === 'person' ? 0.4 : 0.9)) points.push({ kind: 'phone', value: dialled(chance, one.landline) })
  if (one.email !== null && chance.happens(one.kind === 'person' ? 0.35 : 0.6))
    points.push({ kind: 'email', value: chance.happens(0.2) ? one.email.toUpperCase() : one.email })
  if (chance.happens(0.5)) {
    const street = chance.happens(0.3) ? one.street.replaceAll('خیابان', 'خ').replaceAll('،', '') : one.street
    points.push({ kind: 'address', value: street, postalCode: chance.happens(0.4) ? one.postalCode : null })
  }
  return points
}

/** Numbers are given in many ways: in Persian digits, with the country's prefix, parted, or without the area code. */
function dialled(chance: Chance, number: string): string {
  const way = chance.whole(0, 9)
  if (way === 0) return digitsFor('fa', number)
  if (way === 1) return `+98${number.slice(1)}`
  if (way === 2) return `${number.slice(0, 4)}-${number.slice(4, 7)} ${number.slice(7)}`
  if (way === 3 && !number.startsWith('09')) return number.slice(3)
  return number
}
