import { foldJoined, foldSpaced } from '@parvandeh/contract/persian'

const longest = 500

/** What a document is found by: title and name, folded; a blank stands before every word. */
export function foundBy({ title, name }: { title: string | null; name: string }): { spaced: string; joined: string } {
  const text = [title, name].filter(Boolean).join(' ').slice(0, longest)
  return { spaced: ` ${foldSpaced(text)}`, joined: foldJoined(text) }
}

const shortest = 3
const mostWords = 6

/** What was typed, as it is compared: whole when short, for only beginnings are looked for then, else word by word. */
export type SoughtTitle = { beginning: string } | { joined: string; words: string[] } | null

export function readSoughtTitle(typed: string): SoughtTitle {
  const [spaced, joined] = [foldSpaced(typed), foldJoined(typed)]
  if (joined === '') return null
  if (joined.length < shortest) return { beginning: `${literal(` ${spaced}`)}%` }
  // Three letters in a row are known to the index, a blank among them: a shorter word is looked for where words begin.
  const words = spaced.split(' ').map((word) => `%${literal(word.length < shortest ? ` ${word}` : word)}%`)
  return { joined: `%${literal(joined)}%`, words: words.slice(0, mostWords) }
}

const literal = (text: string): string => text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)
