import { hash } from 'node:crypto'
import type { ComparedFile } from './compared-file.rules.ts'

/** Keys of a file, each a number of 64 bits as decimal text. Being hashes, they tell of nobody. */
export interface DuplicateKeys {
  /** Files that share one of them are compared, all others never are. */
  all: string[]
  /** Those that are evidence by themselves: a code, a telephone, an address, a birth day. */
  evidence: string[]
}

/** What another file of the same customer would very likely have in common with this one. */
export function duplicateKeys(file: ComparedFile): DuplicateKeys {
  const words = [...new Set(wordsOf(file))].map((word) => ({ key: hashOf(`${file.kind} ${word}`), kind: word.slice(0, word.indexOf(':')) }))
  return { all: words.map(({ key }) => key), evidence: words.filter(({ kind }) => evidential.has(kind)).map(({ key }) => key) }
}

const evidential = new Set(['national', 'foreign', 'company', 'registration', 'economic', 'tail', 'email', 'birth'])

const of = (kind: string, ...parts: (string | null)[]): string[] =>
  parts.some((part) => part === null || part === '') ? [] : [`${kind}:${parts.join('|')}`]

function wordsOf(file: ComparedFile): string[] {
  const name = nameKey(file)
  return [
    ...of('national', file.nationalCode),
    ...of('foreign', file.foreignCode),
    ...of('company', file.companyNationalId),
    ...of('registration', file.registrationNumber),
    ...of('economic', file.economicCode),
    ...file.tails.flatMap((tail) => of('tail', tail)),
    // Where a telephone is shared by too many to compare them all, the name says which.
    ...file.tails.flatMap((tail) => of('tail-name', tail, name)),
    ...file.emails.flatMap((email) => of('email', email)),
    ...file.websites.flatMap((host) => of('site', host, name)),
    ...(file.kind === 'person' ? wordsOfPerson(file, name) : of('organisation', file.organisation.core, file.organisation.branch || '-')),
  ]
}

function wordsOfPerson({ birthDate, father, first, last, postalCodes, addresses }: ComparedFile, name: string): string[] {
  const initials = [first.slice(0, 1), last.slice(0, 1)].toSorted().join('')
  return [
    ...of('birth', birthDate, initials),
    ...of('father', name, father),
    ...postalCodes.flatMap((code) => of('post', code, name)),
    ...addresses.flatMap((words) => of('house', name, numbersOf(words))),
  ]
}

/** Both names in one order, so that it does not matter in which places they stand. */
const nameKey = ({ kind, first, last, organisation }: ComparedFile): string =>
  kind === 'person'
    ? [first, last]
        .filter((part) => part !== '')
        .toSorted()
        .join(' ')
    : organisation.core

const numbersOf = (words: readonly string[]): string =>
  words
    .filter((word) => /\d/u.test(word))
    .toSorted()
    .join(' ')

const hashOf = (word: string): string => hash('sha256', word, 'buffer').readBigInt64BE().toString()
