import type { CardLine } from './card-lines.ts'
import { partsOfValue, plain, textOfValue } from './card-value.ts'

interface Labelled {
  label: string
  value: string
}

/** What a card says of its bearer, of what a customer's file has a place for. */
export interface Card {
  fields: Partial<Record<CardField, string>>
  phones: Labelled[]
  faxes: Labelled[]
  emails: Labelled[]
  addresses: (Labelled & { city: string; region: string; postalCode: string })[]
  websites: Labelled[]
  messengers: Labelled[]
}

export const cardFields = [
  'Full name',
  'First name',
  'Last name',
  'Organization',
  'Type',
  'Birthday',
  'Gender',
  'UID',
  'Title',
  'Note',
] as const
export type CardField = (typeof cardFields)[number]

export const emptyCard = (): Card => ({ fields: {}, phones: [], faxes: [], emails: [], addresses: [], websites: [], messengers: [] })

const messengers = /^(?:IMPP|X-(?:AIM|ICQ|MSN|YAHOO|JABBER|SKYPE|SKYPE-USERNAME|GTALK|GOOGLE-TALK|QQ|TELEGRAM|MS-IMADDRESS))$/u

/** Takes a property into its card; what a file has no place for is left. */
export function takeProperty(card: Card, line: CardLine): void {
  const text = textOfValue(line)
  const whole = () => plain(text)
  const labelled = (value: string): Labelled => ({ label: labelOf(line), value })
  const put = (field: CardField, value: string | undefined) => {
    if (value) card.fields[field] ??= value
  }
  const { name } = line
  if (name === 'FN') put('Full name', whole())
  else if (name === 'N') {
    const [family = '', given = '', more = ''] = partsOfValue(text)
    put('Last name', family)
    put('First name', [given, more].filter(Boolean).join(' '))
  } else if (name === 'ORG') put('Organization', partsOfValue(text)[0])
  else if (name === 'KIND' || name === 'X-ABSHOWAS') put('Type', name === 'KIND' ? whole().toLowerCase() : 'org')
  else if (name === 'BDAY') put('Birthday', dayOf(whole()))
  else if (name === 'GENDER' || name === 'X-GENDER') put('Gender', partsOfValue(text)[0]?.toLowerCase())
  else if (name === 'UID') put('UID', whole())
  else if (name === 'TITLE') put('Title', whole())
  else if (name === 'NOTE') put('Note', whole())
  else if (name === 'TEL') takePhone(card, line, whole())
  else if (name === 'EMAIL') add(card.emails, labelled(whole().replace(/^mailto:/iu, '')))
  else if (name === 'URL') add(card.websites, labelled(whole()))
  else if (name === 'ADR') takeAddress(card, labelOf(line), text)
  else if (messengers.test(name)) add(card.messengers, labelled(whole()))
}

function add<T extends Labelled>(list: T[], one: T): void {
  if (one.value !== '') list.push(one)
}

function takePhone(card: Card, line: CardLine, text: string): void {
  const value = text.replace(/^tel:/iu, '').replace(/;ext=(\d+)$/iu, ' ext. $1')
  const types = (line.params.get('TYPE') ?? []).map((type) => type.toLowerCase())
  add(types.includes('fax') ? card.faxes : card.phones, { label: labelOf(line), value })
}

function takeAddress(card: Card, label: string, text: string): void {
  const [box = '', rest = '', street = '', city = '', region = '', postalCode = ''] = partsOfValue(text)
  const value = [street, rest, box]
    .map((part) => part.replaceAll('\n', '، '))
    .filter(Boolean)
    .join('، ')
  add(card.addresses, { label, value: value || [region, city].filter(Boolean).join('، '), city, region, postalCode })
}

const unsaid = ['pref', 'voice', 'internet', 'postal', 'parcel', 'dom', 'intl', 'msg', 'text', 'video', 'fax', 'x400']

/** The type that a person would name it by: home, work, cell. */
const labelOf = ({ params }: CardLine): string =>
  (params.get('TYPE') ?? []).map((type) => type.toLowerCase()).find((type) => !unsaid.includes(type)) ?? ''

/** A birthday without a year says too little. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$/u.exec(text.trim()) ?? []
  return year === undefined ? text.trim() || undefined : `${year}-${month}-${day}`
}
