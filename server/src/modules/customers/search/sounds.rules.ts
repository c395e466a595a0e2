import { foldJoined, foldSpaced } from '@parvandeh/contract/persian'

/** Letters that are heard alike and so are mixed up in writing: صادق and سادق, طاهر and تاهر, عباس and اباس. */
const alike: readonly (readonly [heard: string, written: string])[] = [
  ['س', 'صث'],
  ['ز', 'ذضظ'],
  ['ت', 'ط'],
  ['ه', 'ح'],
  ['ق', 'غ'],
  ['ا', 'ع'],
]
const heardAs = new Map(alike.flatMap(([heard, written]) => [...written].map((letter) => [letter, heard])))

const persianLetters = [...'ابپتجچهخدرزژسشقفکگلمنوی']
const latinLetters = [...'abcdefghijklmnopqrstuvwxyz']

/** Under so many letters almost every word is one slip away from any other. */
const shortest = 3
/** A longer word is no name, and its slips would be too many to ask for. */
const longest = 20
const mostSounds = 24

/** How a folded word sounds: letters that are heard alike are one, and a letter written twice is written once. Idempotent. */
export const soundOf = (word: string): string =>
  word.replaceAll(/[صثذضظطحغع]/gu, (letter) => heardAs.get(letter) ?? letter).replaceAll(/(.)\1+/gu, '$1')

/**
 * The sounds that a text is found by: of each word, of words that a half-space binds, and of neighbours written as one,
 * where there are more than two of them (علی رضا نوری). Null where there are no words: in numbers, addresses, codes.
 */
export function soundsOf(text: string): string[] | null {
  const bound = text.split(/\s+/u).filter((word) => foldJoined(word) !== '')
  const parts = foldSpaced(text).split(' ')
  const pairs = parts.length > 2 ? parts.slice(1).map((word, place) => `${parts[place] ?? ''}${word}`) : []
  const words = [...parts, ...bound.map(foldJoined), ...pairs].map(soundOf)
  const sounds = new Set(words.filter((word) => /^\p{L}{2,20}$/u.test(word)))
  return sounds.size === 0 ? null : [...sounds].slice(0, mostSounds)
}

/** A sound and all that is one slip of the hand away from it: a letter left out, put in, mistaken, or swapped with its neighbour. */
export function slipsOf(sound: string): string[] {
  if (sound.length < shortest || sound.length > longest) return [sound]
  const letters = /[a-z]/u.test(sound) ? latinLetters : persianLetters
  const slips = new Set([sound])
  for (let place = 0; place <= sound.length; place += 1) {
    const [before, after] = [sound.slice(0, place), sound.slice(place)]
    if (after !== '') slips.add(soundOf(before + after.slice(1)))
    if (after.length > 1) slips.add(soundOf(before + after.charAt(1) + after.charAt(0) + after.slice(2)))
    for (const letter of letters) {
      slips.add(soundOf(before + letter + after))
      if (after !== '') slips.add(soundOf(before + letter + after.slice(1)))
    }
  }
  return [...slips]
}

/** How many slips part two words: letters left out, put in or mistaken, and neighbours swapped, each counts one. */
export function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, place) => place)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one.charAt(i - 1) === other.charAt(j - 1)
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && one.charAt(i - 1) === other.charAt(j - 2) && one.charAt(i - 2) === other.charAt(j - 1)
      if (swapped) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}

/** Numbers that are one slip away from a whole one: a digit left out, put in, mistaken, or swapped with its neighbour. */
export const numbersNear = (digits: string): string[] => keysNear(digits, '0123456789')

/** Email addresses that are one slip away from a whole one, as search keys are folded. */
export const emailsNear = (email: string): string[] => keysNear(email, 'abcdefghijklmnopqrstuvwxyz0123456789.-')

function keysNear(key: string, signs: string): string[] {
  const near = new Set<string>()
  for (let place = 0; place <= key.length; place += 1) {
    const [before, after] = [key.slice(0, place), key.slice(place)]
    if (after !== '') near.add(before + after.slice(1))
    if (after.length > 1) near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    for (const sign of signs) {
      near.add(before + sign + after)
      if (after !== '') near.add(before + sign + after.slice(1))
    }
  }
  near.delete(key)
  return [...near]
}
