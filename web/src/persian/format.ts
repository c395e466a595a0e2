import { digitsFor, formatDecimal, formatJalali, formatNumber } from '@parvandeh/contract/persian'
import { useMemo } from 'react'
import { useSession } from '../api/session.ts'
import { useLanguage } from '../i18n/language.tsx'
import type { Language } from '../i18n/preferences.ts'
import { writeDuration } from './duration.ts'
import { writeRelative } from './relative.ts'

export type DayStyle = 'short' | 'long' | 'day-month' | 'month'

const defaultZone = 'Asia/Tehran'
const gregorianStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  'day-month': { month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
}

/**
 * Everything that is written out for a reader: numbers, days, moments, spans, sizes. Bound to a language and to the
 * organisation's time zone, since a moment without a zone is no date.
 */
export function formatsFor(language: Language, zone: string = defaultZone) {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const dayOf = (instant: string | Date) => localDay.format(new Date(instant))

  /** A day `YYYY-MM-DD`: ۱۴۰۵/۰۹/۰۱ in Persian, 22 Nov 2026 in English. */
  const day = (value: string, style: DayStyle = 'short') =>
    language === 'fa'
      ? formatJalali(value, style)
      : new Intl.DateTimeFormat('en-GB', { ...gregorianStyles[style], timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
  const time = (instant: string | Date) => digitsFor(language, clock.format(new Date(instant)))
  const date = (instant: string | Date, style: DayStyle = 'short') => day(dayOf(instant), style)

  return {
    language,
    zone,
    number: (value: number | bigint) => formatNumber(value, language),
    decimal: (value: number, decimals = 1) => formatDecimal(value, language, decimals),
    /** A share of 0 to 1 as a percentage. */
    percent: (share: number, decimals = 0) =>
      new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en-GB', { style: 'percent', maximumFractionDigits: decimals }).format(share),
    /** Digits within any text, turned into those of the language. */
    digits: (text: string | number) => digitsFor(language, text),
    day,
    date,
    time,
    /** Date and time of a moment: ۱۴۰۵/۰۹/۰۱، ۱۴:۳۵ */
    moment: (instant: string | Date) => `${date(instant)}${language === 'fa' ? '، ' : ', '}${time(instant)}`,
    /** The local day of a moment, `YYYY-MM-DD`. */
    dayOf,
    /** How long ago or ahead: «۵ دقیقه پیش»؛ beyond a week, the date itself. */
    relative: (instant: string | Date, now: Date = new Date()) =>
      writeRelative(new Date(instant), now, language, () => date(instant)),
    /** A span of seconds in its two largest units: «۳ روز و ۴ ساعت». */
    duration: (seconds: number) => writeDuration(seconds, language),
    bytes: (count: number) => writeBytes(count, language),
  }
}

export type Formats = ReturnType<typeof formatsFor>

function writeBytes(count: number, language: Language): string {
  const units = language === 'fa' ? ['بایت', 'کیلوبایت', 'مگابایت', 'گیگابایت'] : ['bytes', 'kB', 'MB', 'GB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)))
  const value = count / 1000 ** power
  return `${power === 0 ? formatNumber(value, language) : formatDecimal(value, language, value < 10 ? 1 : 0)} ${units[power]}`
}

/** The formats of the language in force and the zone of the organisation. */
export function useFormat(): Formats {
  const language = useLanguage()
  const zone = useSession().organisation?.zone ?? defaultZone
  return useMemo(() => formatsFor(language, zone), [language, zone])
}
