import {
  addDays,
  type Day,
  type DateFormat,
  foldSpaced,
  formatJalali,
  parseDate,
  toJalali,
  toPersianDigits,
} from '@parvandeh/contract/persian'
import type { Language } from '../../i18n/preferences.ts'

const formats: Record<Language, readonly DateFormat[]> = {
  fa: ['jalali-ymd', 'jalali-dmy', 'jalali-ymd-short', 'gregorian-ymd'],
  en: ['gregorian-ymd', 'gregorian-dmy', 'gregorian-dmy-short', 'jalali-ymd'],
}

const namedDays: Record<string, number> = {
  امروز: 0,
  دیروز: -1,
  پریروز: -2,
  فردا: 1,
  پسفردا: 2,
  'پس فردا': 2,
  today: 0,
  yesterday: -1,
  tomorrow: 1,
}

/**
 * The day that somebody typed, seen from `today`: any digits and separators, month names, «دیروز», and without a year
 * the day of this year. Undefined for what is no date, or a date that never was.
 */
export function readTypedDay(text: string, language: Language, today: Day): Day | undefined {
  const plain = foldSpaced(text)
  const shift = namedDays[plain]
  if (shift !== undefined) return addDays(today, shift)
  return read(plain, language) ?? read(withYear(plain, language, today), language)
}

function read(text: string, language: Language): Day | undefined {
  for (const format of formats[language]) {
    const parsed = parseDate(text, format, 'UTC')
    if (parsed.ok) return parsed.day
  }
  return undefined
}

/** «۹/۱» and «۱ آذر» are said of the year that it is. */
function withYear(text: string, language: Language, today: Day): string {
  const year = language === 'fa' ? toJalali(today).jy : today.slice(0, 4)
  const isNumbers = /^\d{1,2}[/.\-\s]\d{1,2}$/u.test(text)
  if (!isNumbers) return /\d/u.test(text) ? `${text} ${year}` : ''
  const [first, second] = text.split(/[/.\-\s]/u)
  return language === 'fa' ? `${year}/${first}/${second}` : `${first}/${second}/${year}`
}

/** A day as its field shows it: ۱۴۰۵/۰۹/۰۱, or 22 Nov 2026. */
export function writeTypedDay(day: Day, language: Language): string {
  if (language === 'fa') return formatJalali(day, 'short')
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** An example for whoever typed something else. */
export const exampleDay = (language: Language): string => (language === 'fa' ? toPersianDigits('1405/09/01') : '22 Nov 2026')
