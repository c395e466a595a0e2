import { foldJoined, foldSpaced, toAsciiDigits } from '@parvandeh/contract/persian'

/** What stands in the place of what was said of an erased person. */
export const redacted = 'پاک‌شده'

/** Whether a text holds one of the words that nobody else is known by. */
export type SpeaksOf = (text: string) => boolean

/** Numbers are the same with and without the code of the country or the zero before them. */
const numberLength = 10
const shortestNumber = 8
const isNumber = /^[+0-9][0-9 ()/-]*$/u

/**
 * Finds a person by what is theirs alone: full names as whole words however they are spelled, numbers and codes in
 * whatever digits and grouping. Short codes are found only where they stand alone.
 */
export function speaksOf(exact: readonly string[]): SpeaksOf {
  const words = exact.map((word) => foldSpaced(toAsciiDigits(word))).filter((word) => word !== '')
  const numbers = words.filter((word) => isNumber.test(word)).map(digitsOf)
  const tails = numbers.filter(({ length }) => length >= shortestNumber).map((digits) => digits.slice(-numberLength))
  const whole = new Set(words.map(foldJoined))
  const named = words.filter((word) => !isNumber.test(word) && /\D{5}/u.test(word)).map((word) => ` ${word} `)
  return (text) => {
    const said = foldSpaced(toAsciiDigits(text))
    if (whole.has(foldJoined(said))) return true
    const digits = digitsOf(said)
    return tails.some((tail) => digits.includes(tail)) || named.some((name) => ` ${said} `.includes(name))
  }
}

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '')

/**
 * A value of JSON in which texts that speak of the person are redacted, also within a text that is itself JSON, such as
 * the condition of a list. The same value where there is none.
 */
export function redactedIn(value: unknown, speaks: SpeaksOf): unknown {
  if (typeof value === 'string') return redactedText(value, speaks)
  // A small number is an amount or a count; a long one may be a telephone.
  if (typeof value === 'number') return value >= 10 ** (shortestNumber - 1) && speaks(String(value)) ? redacted : value
  if (Array.isArray(value)) {
    const parts = value.map((part) => redactedIn(part, speaks))
    return parts.some((part, index) => part !== value[index]) ? parts : value
  }
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([name, part]) => [name, redactedIn(part, speaks)] as const)
  return parts.some(([name, part]) => part !== (value as Record<string, unknown>)[name]) ? Object.fromEntries(parts) : value
}

function redactedText(text: string, speaks: SpeaksOf): string {
  const inner = /^[[{]/u.test(text) ? jsonOf(text) : undefined
  if (inner === undefined) return speaks(text) ? redacted : text
  const after = redactedIn(inner, speaks)
  return after === inner ? text : JSON.stringify(after)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
