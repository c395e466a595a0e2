import { foldJoined, foldSpaced } from '@parvandeh/contract/persian'

/** Patterns for LIKE: what begins with the text, and what contains it. */
export interface Pattern {
  text: string
  beginning: string
  containing: string
}

/** What was typed into a search box, ready to be compared with the keys of search rows. */
export interface SearchText extends Pattern {
  /** The whole without blanks; `text`, `beginning` and `containing` are of it too. */
  joined: string
  spaced: Pattern
  /** The words, each to be found somewhere, in any order. */
  words: Pattern[]
  /** Only digits and what parts their groups: a phone number or a code. */
  isNumber: boolean
  /** Under three letters an index of parts cannot help: only beginnings are looked for. */
  isShort: boolean
}

const mostWords = 6
const shortest = 3

/** Folds a text as the search keys are folded, and reads numbers however they are grouped. */
export function readSearchText(typed: string): SearchText {
  const folded = foldSpaced(typed)
  const isNumber = /^[\d\s+()./-]*\d[\d\s+()./-]*$/u.test(folded)
  const spaced = isNumber ? digitsOf(folded) : folded
  const joined = isNumber ? spaced : foldJoined(typed)
  const words = [...new Set(isNumber ? [joined] : spaced.split(' '))].filter((word) => word !== '').slice(0, mostWords)
  return {
    joined,
    ...patternOf(joined),
    spaced: patternOf(spaced),
    words: words.map(patternOf),
    isNumber,
    isShort: joined.length < shortest,
  }
}

/** Digits alone; of a number with its country's prefix, what follows the prefix sign. */
const digitsOf = (folded: string): string => folded.replaceAll(/\D/gu, '').replace(/^00(?=[1-9])/u, '')

function patternOf(text: string): Pattern {
  const literal = text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)
  return { text, beginning: `${literal}%`, containing: `%${literal}%` }
}
