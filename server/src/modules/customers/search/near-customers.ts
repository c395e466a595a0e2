import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { readKeys, readSounding } from './near.queries.ts'
import type { Meant } from './near.queries.ts'
import { answerWith } from './present-hits.ts'
import { readSearchText } from './search-text.rules.ts'
import type { SearchText } from './search-text.rules.ts'
import type { Hit } from './search.queries.ts'
import { emailsNear, numbersNear, slipsBetween, slipsOf, soundOf, soundsOf } from './sounds.rules.ts'

type Near = typeof contract.customers.near

/** So many of those that may have been meant are looked at, and the nearest are shown. */
const looked = 200
const mostWords = 4
/** A number is compared as a whole, and only a whole one: of fewer digits every other number is near. */
const wholeNumber = { fewest: 7, most: 16 }
/** A whole address; of a longer one its slips would be too many to ask for. */
const wholeEmail = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u
const longestEmail = 50

/**
 * Finds customers by something near to what was typed, one slip in each word, in the number or in the email at most; letters that are
 * heard alike do not count. What the search itself finds is not repeated. A step of its own, so that the search need
 * not wait for it.
 */
export async function nearCustomers(context: Context, { q, limit }: QueryOf<Near>): Promise<AnswerOf<Near>> {
  const text = readSearchText(q)
  if (text.isShort) return { rows: [] }
  if (text.isNumber) return answerWith(context, await nearNumbers(context, text, q), limit)
  if (text.joined.includes('@')) return answerWith(context, await nearEmails(context, text), limit)
  const words = text.words.slice(0, mostWords).map(({ text: word }) => word)
  const hits = await readSounding(context, readingsOf(words), text, looked)
  return answerWith(context, nearestFirst(hits, words), limit)
}

/** Noughts in front may be the way out of the country or the beginning of a code; both are tried. */
function nearNumbers(context: Context, { joined }: SearchText, typed: string): Promise<Hit[]> {
  const whole = [joined, foldJoined(typed).replaceAll(/\D/gu, '')].filter(
    ({ length }) => length >= wholeNumber.fewest && length <= wholeNumber.most,
  )
  return whole.length === 0 ? Promise.resolve([]) : readKeys(context, [...new Set(whole.flatMap(numbersNear))], looked)
}

const nearEmails = (context: Context, { joined }: SearchText): Promise<Hit[]> =>
  wholeEmail.test(joined) && joined.length <= longestEmail ? readKeys(context, emailsNear(joined), looked) : Promise.resolve([])

/** The words as they were parted, and each two neighbours taken for one word: علی رضا is علیرضا. */
function readingsOf(words: readonly string[]): Meant[] {
  const joined = words.slice(1).map((word, place) => [...words.slice(0, place), `${words[place] ?? ''}${word}`, ...words.slice(place + 2)])
  return [words, ...joined].map((reading) => reading.map((word) => slipsOf(soundOf(word))))
}

function nearestFirst(hits: readonly Hit[], words: readonly string[]): Hit[] {
  const slips = new Map(hits.map((hit) => [hit, slipsIn(hit, words)]))
  const of = (hit: Hit) => slips.get(hit) ?? 0
  return hits.toSorted((a, b) => of(a) - of(b) || (a.spaced < b.spaced ? -1 : 1))
}

/** How far the words are from those of the row, as they sound and, half as heavily, as they are written. */
function slipsIn({ label, spaced }: Hit, words: readonly string[]): number {
  const [heard, written] = [soundsOf(label) ?? [], spaced.split(' ')]
  const least = (word: string, others: readonly string[]) => Math.min(word.length, ...others.map((other) => slipsBetween(word, other)))
  return words.reduce((sum, word) => sum + least(soundOf(word), heard) + least(word, written) / 2, 0)
}
