import { foldSpaced } from '@parvandeh/contract/persian'
import { branchWords, commonFamilies, givenNames, legalWords, titles } from './name-words.ts'

/** How alike two names are: one, one with a slip of the pen, one within the other, or two. Undefined where one is missing. */
export type Likeness = 'same' | 'near' | 'part' | 'differ'

const joined = (text: string): string => foldSpaced(text).replaceAll(' ', '')
const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(joined))
const [titleSet, legalSet] = [setOf(titles), setOf(legalWords)]

/**
 * How a folded name sounds: letters that Persian speaks alike are one, what is doubled stands once, and ع, which is
 * hardly heard, falls out. The classes are those of the alphabet itself, as in Persian adaptations of Soundex.
 */
function soundOf(text: string): string {
  return text
    .replaceAll(/[ثص]/gu, 'س')
    .replaceAll(/[ذضظ]/gu, 'ز')
    .replaceAll('ط', 'ت')
    .replaceAll('ح', 'ه')
    .replaceAll('غ', 'ق')
    .replaceAll('ئ', 'ی')
    .replaceAll('خوا', 'خا')
    .replaceAll('وال', 'ول')
    .replaceAll(/(?!^)ع/gu, '')
    .replaceAll(/^ع/gu, 'ا')
    .replaceAll(/(.)\1+/gu, '$1')
}

const sounds = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => soundOf(joined(word))))
const [knownGiven, knownFamilies, branchSounds] = [sounds(givenNames), sounds(commonFamilies), sounds(branchWords)]

export const isCommonFamily = (sound: string): boolean => knownFamilies.has(sound)
export const isCommonGiven = (sound: string): boolean => knownGiven.has(sound)

/** A personal name without titles, as it sounds, its words run together; empty when nothing is left. */
export function personSound(text: string | null): string {
  if (text === null) return ''
  const words = foldSpaced(text).split(' ')
  const kept = words.filter((word) => !titleSet.has(word))
  return soundOf((kept.length > 0 ? kept : words).join(''))
}

/**
 * A person's two names as they sound. Where all stands in the place of the family name («رضا دریابندری»), the given
 * names that it begins with are parted from it.
 */
export function personSounds(first: string | null, last: string | null): { first: string; last: string } {
  const parts = { first: personSound(first), last: personSound(last) }
  if (parts.first !== '' || last === null) return parts
  const words = foldSpaced(last)
    .split(' ')
    .filter((word) => !titleSet.has(word))
    .map(soundOf)
  const given = words.findIndex((word) => !knownGiven.has(word))
  return given > 0 ? { first: words.slice(0, given).join(''), last: words.slice(given).join('') } : parts
}

/** The name of an organisation: what it is called beyond its legal form, and which part of it this is. */
export interface OrganisationName {
  core: string
  words: readonly string[]
  /** What stands after «شعبه», «نمایندگی» and the like, with that word; empty for the whole. */
  branch: string
  numbers: string
}

/** «شعبه» and its like, long ones also with a slip. */
const isBranchWord = (sound: string): boolean =>
  branchSounds.has(sound) ||
  (sound.length >= 6 && [...branchSounds].some((known) => known.length >= 6 && slipsBetween(known, sound, 1) <= 1))

export function organisationNameOf(text: string | null): OrganisationName {
  const all = foldSpaced(text ?? '')
    .replaceAll(/[().,،؛"'«»\-/]/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
  const from = all.findIndex((word, index) => index > 0 && isBranchWord(soundOf(word)))
  const [head, branch] = from === -1 ? [all, []] : [all.slice(0, from), all.slice(from)]
  const kept = head.filter((word) => !legalSet.has(word))
  const words = (kept.length > 0 ? kept : head).map(soundOf)
  return {
    core: soundOf(words.join('')),
    words,
    branch: branch.map(soundOf).join(' '),
    numbers: all.join(' ').match(/\d+/gu)?.join(' ') ?? '',
  }
}

/**
 * How many slips lie between two words: a letter more, less or other, or two that changed places (optimal string
 * alignment). Counts no further than `most`.
 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? most + 1
}

/** Slips that a name of this length may hold and still be the same name. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

const isWithin = (a: string, b: string, least: number): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= least && long.length - short.length >= 2 && (long.startsWith(short) || long.endsWith(short))
}

/** Two given names (or fathers' names), as they sound. */
export function givenLikeness(a: string, b: string): Likeness | undefined {
  if (a === '' || b === '') return undefined
  if (a === b) return 'same'
  if (isWithin(a, b, 3)) return 'part'
  if (knownGiven.has(a) && knownGiven.has(b)) return 'differ'
  const length = Math.max(a.length, b.length)
  return slipsBetween(a, b, 2) <= slipsAllowed(length) ? 'near' : 'differ'
}

/** Two family names, as they sound. */
export function familyLikeness(a: string, b: string): Likeness | undefined {
  if (a === '' || b === '') return undefined
  if (a === b) return 'same'
  if (knownFamilies.has(a) && knownFamilies.has(b)) return 'differ'
  const length = Math.max(a.length, b.length)
  if (slipsBetween(a, b, 2) <= slipsAllowed(length)) return 'near'
  return isWithin(a, b, 4) ? 'part' : 'differ'
}

/** Two names of organisations. Another branch, or another number in the name, is another organisation. */
export function organisationLikeness(a: OrganisationName, b: OrganisationName): Likeness | 'other-branch' | undefined {
  if (a.core === '' || b.core === '') return undefined
  if (a.branch !== b.branch || a.numbers !== b.numbers) return 'other-branch'
  if (a.core === b.core) return 'same'
  const length = Math.max(a.core.length, b.core.length)
  if (length >= 6 && slipsBetween(a.core, b.core, 2) <= (length < 10 ? 1 : 2)) return 'near'
  const [few, many] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words]
  return few.length > 0 && few.join('').length >= 3 && few.every((word) => many.includes(word)) ? 'part' : 'differ'
}
