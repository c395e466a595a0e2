import type { FixedFields } from '../../../customers/index.ts'

const kinds: Record<FixedFields['kind'], RegExp> = {
  organisation: /^(?:حقوقی|شرکت|سازمان|موسسه|org|organi[sz]ation|company|legal|2)$/u,
  person: /^(?:حقیقی|شخص|فرد|حقيقي|person|individual|natural|1)$/u,
}
const genders: Record<NonNullable<FixedFields['gender']>, RegExp> = {
  female: /^(?:زن|خانم|مونث|مؤنث|بانو|f|female|woman|mrs|ms)\.?$/u,
  male: /^(?:مرد|آقا|اقا|مذکر|m|male|man|mr)\.?$/u,
}

const codeOf = <C extends string>(words: Record<C, RegExp>, folded: string): C | undefined =>
  (Object.entries(words) as [C, RegExp][]).find(([, one]) => one.test(folded))?.[0]

/** What kind of customer a cell means; undefined for words that are not known. */
export const kindOf = (folded: string): FixedFields['kind'] | undefined => codeOf(kinds, folded)
export const genderOf = (folded: string): NonNullable<FixedFields['gender']> | undefined => codeOf(genders, folded)

/** First names of which a second always follows, and titles that are part of the name. */
const opening = /^(?:سید|سیده|میر|حاج|حاجی|امیر|محمد|علی|غلام|عبد|شیخ|ملا|شاه|گل|فاطمه|زهرا|ام)$/u

/** A whole name in its two parts: after a comma comes the first name; else the first word, or two where one does not stand alone. */
export function splitName(name: string): { firstName: string | null; lastName: string | null } {
  const [last = '', first] = name.split(/[،,]/u).map((part) => part.trim())
  if (first) return { firstName: first, lastName: last || null }
  const words = name.replaceAll(/[،,]/gu, ' ').split(/\s+/u).filter(Boolean)
  if (words.length < 2) return { firstName: null, lastName: words[0] ?? null }
  const given = words.length > 2 && opening.test(words[0] ?? '') ? 2 : 1
  return { firstName: words.slice(0, given).join(' '), lastName: words.slice(given).join(' ') }
}

/** Several values in one cell, as Google and people write them. */
export const partsOf = (text: string): string[] =>
  text
    .split(/:::|[;؛\n|]|\s\/\s|،/u)
    .map((part) => part.trim())
    .filter(Boolean)
