import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { answerWith } from './present-hits.ts'
import { readSearchText } from './search-text.rules.ts'
import type { SearchText } from './search-text.rules.ts'
import { readAcross, readBeginning, readContaining, readExact, readTagged } from './search.queries.ts'
import type { Hit } from './search.queries.ts'

type Search = typeof contract.customers.search

/** Of what merely contains the text so many are looked at, and the best are shown. */
const looked = 200

/**
 * Finds customers by what was typed: first a whole code, number or name, then what begins with it, then what
 * contains every word, then by tags. Each customer once, with the value that found it.
 */
export async function searchCustomers(context: Context, { q, limit }: QueryOf<Search>): Promise<AnswerOf<Search>> {
  const text = readSearchText(q)
  const found = new Map<string, Hit>()
  if (text.joined !== '') {
    const add = (hits: readonly Hit[]) => hits.forEach((hit) => found.has(hit.customerId) || found.set(hit.customerId, hit))
    for (const step of stepsFor(context, text, q)) {
      if (found.size >= limit) break
      add(await step(limit))
    }
  }
  return answerWith(context, [...found.values()], limit)
}

type Step = (limit: number) => Promise<Hit[]>

function stepsFor(context: Context, text: SearchText, typed: string): Step[] {
  // A name may stand in two rows of a file, so more rows are asked for than files.
  const steps: Step[] = [(limit) => readExact(context, text, limit * 2), (limit) => readBeginning(context, text, limit * 2)]
  const tagged: Step = (limit) => readTagged(context, text, limit)
  if (text.isShort) return text.isNumber ? steps : [...steps, tagged]
  const long = text.words.filter((word) => word.text.length > 2)
  const parts = long.length > 0 ? long : [text]
  steps.push(async () =>
    rank(
      await readContaining(
        context,
        { ...text, words: text.words.length > 0 ? [...parts, ...text.words.filter((word) => !parts.includes(word))] : [...parts] },
        looked,
      ),
      text,
    ),
  )
  const across = numberAmongWords(text, typed)
  if (!text.isNumber) steps.push(tagged)
  if (across) steps.push((limit) => readAcross(context, across.number, across.others, limit * 2))
  return steps
}

/** Names of which each word begins with a typed one come before those that hold it inside. */
function rank(hits: readonly Hit[], text: SearchText): Hit[] {
  const misses = (hit: Hit) => text.words.filter((word) => !` ${hit.spaced}`.includes(` ${word.text}`)).length
  return hits.toSorted((a, b) => misses(a) - misses(b) || (a.spaced < b.spaced ? -1 : a.spaced > b.spaced ? 1 : 0))
}

/** "رضایی ۰۹۱۲": a number of three digits or more beside words, each in another row of the same file. */
function numberAmongWords(text: SearchText, typed: string): { number: SearchText; others: SearchText['words'] } | undefined {
  const read = typed.split(/\s+/u).map(readSearchText)
  const number = read.filter((word) => word.isNumber && word.joined.length > 2).toSorted((a, b) => b.joined.length - a.joined.length)[0]
  if (text.isNumber || !number) return undefined
  const others = text.words.filter((word) => word.text !== number.spaced.text)
  return others.length > 0 ? { number, others } : undefined
}
