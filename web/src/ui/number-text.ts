import { digitsFor, type Locale, toAsciiDigits } from '@parvandeh/contract/persian'

/**
 * Reads a number as people type it: Persian, Arabic or Latin digits, any thousands mark, `٫`, `/` or `.` for decimals.
 * Null for nothing typed, NaN for what is no number.
 */
export function readNumber(typed: string): number | null {
  const plain = toAsciiDigits(typed)
    .replace(/[\s\u200c\u200e\u200f٬,،']/g, '')
    .replace(/[٫/]/g, '.')
    .replace(/[−–]/g, '-')
  if (plain === '') return null
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN
}

/** Writes a number for editing: grouped by thousands, in the digits of the language, no more decimals than asked. */
export function writeNumber(value: number | null, locale: Locale, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return ''
  return new Intl.NumberFormat(locale === 'fa' ? 'fa-IR' : 'en-GB', { maximumFractionDigits: decimals }).format(value)
}

/** Turns the digits of a half-typed number into those of the language, so that one number never mixes two kinds. */
export const typedDigits = (typed: string, locale: Locale): string => digitsFor(locale, typed)
