import { Readable } from 'node:stream'

/** What a written card says. Text is as it is kept; a day is `YYYY-MM-DD`. */
export interface WrittenCard {
  uid: string
  isOrganisation: boolean
  fullName: string
  firstName: string | null
  lastName: string | null
  organisation: string | null
  birthday: string | null
  gender: 'female' | 'male' | null
  phones: readonly { value: string; label: string | null; kind: 'mobile' | 'phone' | 'fax' }[]
  emails: readonly { value: string; label: string | null }[]
  addresses: readonly { value: string; label: string | null; city: string | null; province: string | null; postalCode: string | null }[]
  websites: readonly string[]
  messengers: readonly string[]
}

const chunkCharacters = 64 * 1024

/** Writes cards one after another, as fast as the stream is read and no faster (RFC 6350; RFC 2426 for version 3.0). */
export const writeCards = (cards: AsyncIterable<WrittenCard>, version: '4.0' | '3.0'): Readable =>
  Readable.from(chunks(cards, version), { objectMode: false })

async function* chunks(cards: AsyncIterable<WrittenCard>, version: '4.0' | '3.0'): AsyncGenerator<Buffer> {
  let text = ''
  for await (const card of cards) {
    text += linesOf(card, version).map(fold).join('')
    if (text.length < chunkCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

function linesOf(card: WrittenCard, version: '4.0' | '3.0'): string[] {
  const isNew = version === '4.0'
  const genders = { female: 'F', male: 'M' } as const
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `UID:${isNew ? 'urn:uuid:' : ''}${card.uid}`,
    ...(isNew && card.isOrganisation ? ['KIND:org'] : []),
    ...(!isNew && card.isOrganisation ? ['X-ABShowAs:COMPANY'] : []),
    `FN:${escape(card.fullName)}`,
    ...(isNew && card.isOrganisation ? [] : [`N:${escape(card.lastName ?? '')};${escape(card.firstName ?? '')};;;`]),
    ...(card.organisation === null ? [] : [`ORG:${escape(card.organisation)}`]),
    ...(card.birthday === null ? [] : [`BDAY:${isNew ? card.birthday.replaceAll('-', '') : card.birthday}`]),
    ...(isNew && card.gender ? [`GENDER:${genders[card.gender]}`] : []),
    ...card.phones.map(({ value, label, kind }) => `TEL${typeOf(phoneTypes[kind], label)}:${escape(value)}`),
    ...card.emails.map(({ value, label }) => `EMAIL${typeOf(isNew ? [] : ['INTERNET'], label)}:${escape(value)}`),
    ...card.addresses.map(
      ({ value, label, city, province, postalCode }) =>
        `ADR${typeOf([], label)}:;;${escape(value)};${escape(city ?? '')};${escape(province ?? '')};${escape(postalCode ?? '')};`,
    ),
    ...card.websites.map((value) => `URL:${oneLine(value)}`),
    ...card.messengers.map((value) => `${isNew ? 'IMPP' : 'X-IM'}:${escape(value)}`),
    'END:VCARD',
  ]
}

const phoneTypes = { mobile: ['CELL'], phone: ['VOICE'], fax: ['FAX'] } as const
const known: Readonly<Record<string, string>> = { home: 'HOME', خانه: 'HOME', منزل: 'HOME', work: 'WORK', کار: 'WORK', 'محل کار': 'WORK' }

function typeOf(types: readonly string[], label: string | null): string {
  const all = [...types, ...(label !== null && known[label] ? [known[label]] : [])]
  return all.length > 0 ? `;TYPE=${all.join(',')}` : ''
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, ' ')

const escape = (text: string): string => text.replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/gu, '\\n')

const mostBytes = 75

/** Lines of more than 75 bytes go on after a blank; a letter is never cut in two. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= mostBytes) return `${line}\r\n`
  let folded = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > mostBytes) {
      folded += '\r\n '
      bytes = 1
    }
    folded += letter
    bytes += size
  }
  return `${folded}\r\n`
}
