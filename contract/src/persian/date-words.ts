import type { Calendar } from './date-format.ts'
import { foldJoined } from './folding.ts'
import { gregorianMonthNames, jalaliMonthNames } from './jalali-format.ts'

interface NamedMonth {
  calendar: Calendar
  month: number
}

/** Spellings that people use beside the official ones. */
const otherSpellings: readonly (readonly [name: string, calendar: Calendar, month: number])[] = [
  ['امرداد', 'jalali', 5],
  ['جولای', 'gregorian', 7],
  ['جون', 'gregorian', 6],
  ['می', 'gregorian', 5],
  ['آگوست', 'gregorian', 8],
]

const months = new Map<string, NamedMonth>()
for (const [calendar, names] of [
  ['jalali', jalaliMonthNames],
  ['gregorian', gregorianMonthNames],
] as const) {
  for (const name of [...names.fa, ...names.en]) {
    months.set(foldJoined(name), { calendar, month: (names.fa.includes(name) ? names.fa : names.en).indexOf(name) + 1 })
  }
}
for (const name of gregorianMonthNames.en) {
  months.set(name.slice(0, 3).toLowerCase(), { calendar: 'gregorian', month: gregorianMonthNames.en.indexOf(name) + 1 })
}
months.set('sept', { calendar: 'gregorian', month: 9 })
for (const [name, calendar, month] of otherSpellings) months.set(foldJoined(name), { calendar, month })

/** The month a word names, in Persian or English, long or short; the word has gone through `foldSpaced`. */
export function monthNamed(word: string): NamedMonth | undefined {
  return months.get(word) ?? months.get(word.replace(/ماه$/, ''))
}

const weekday = /^(?:(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه|(?:sat(?:ur)?|sun|mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?)[ ,،.]+/

/** The text without the weekday it starts with: it is taken on trust, since the date itself says more. */
export function withoutWeekday(text: string): string {
  return text.replace(weekday, '')
}
