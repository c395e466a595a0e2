import { foldSpaced } from '@parvandeh/contract/persian'

interface Described {
  subject: string
  productId: string | null
}

/** What a shared product is worth beside words: less than the likeness of the same words. */
const worthOfProduct = 0.3

/** From here on likeness (0 to 1) is more than a chance word in common. */
const leastLikeness = 0.2

/**
 * The candidates that have a telling word in common with the request, the likest first and the first given first among
 * equals; at most `most`. A word tells the more the fewer candidates have it: its weight is log(1 + N / n), of N candidates
 * n having it (inverse document frequency), and a subject of many words gains nothing by
 * its length (cosine).
 */
export function likest<T extends Described>(request: Described, candidates: readonly T[], most: number): T[] {
  const words = candidates.map((one) => wordsOf(one.subject))
  const having = new Map<string, number>()
  for (const word of words.flatMap((some) => [...some])) having.set(word, (having.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + candidates.length / (having.get(word) ?? Infinity))
  const length = (some: ReadonlySet<string>) => Math.sqrt([...some].reduce((sum, word) => sum + weight(word) ** 2, 0))
  const sought = wordsOf(request.subject)
  const scored = candidates.map((candidate, index) => {
    const own = words[index] ?? new Set<string>()
    const shared = [...sought].filter((word) => own.has(word)).reduce((sum, word) => sum + weight(word) ** 2, 0)
    const likeness = shared === 0 ? 0 : shared / (length(sought) * length(own))
    const sameProduct = request.productId !== null && request.productId === candidate.productId
    return { candidate, likeness, score: likeness + (sameProduct ? worthOfProduct : 0) }
  })
  return scored
    .filter(({ likeness }) => likeness > leastLikeness)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** Folded words that hold sentences together and tell nothing of what they are about. */
const bindingWords = new Set(
  [
    'از به با در بر تا که را این آن یک هر هم یا اما ولی اگر چون برای روی زیر است هست نیست بود شد شده شود نشد نشده نشود دارد ندارد',
    'کرد کند نکند می نمی ها های ام اید اند',
    'the an of to in on is not and or for with',
  ].flatMap((words) => foldSpaced(words).split(' ')),
)

/** Words of two letters and more, folded; a Persian word of one letter says nothing. */
const wordsOf = (subject: string): ReadonlySet<string> =>
  new Set(
    foldSpaced(subject)
      .split(' ')
      .filter((word) => word.length >= 2 && !bindingWords.has(word)),
  )
