import {
  digitsFor,
  formatDecimal,
  formatJalali,
  formatMoney,
  formatNumber,
  formatPhone,
  localDay,
  localTime,
  type MoneyUnit,
} from '@parvandeh/contract/persian'
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
export function formatsFor(language: Language, zone: string = defaultZone, currency: MoneyUnit = 'rial') {
  const dayOf = (instant: string | Date) => localDay(new Date(instant), zone)

  /** A day `YYYY-MM-DD`: ۱۴۰۵/۰۹/۰۱ in Persian, 22 Nov 2026 in English. */
  const day = (value: string, style: DayStyle = 'short') =>
    language === 'fa'
      ? formatJalali(value, style)
      : new Intl.DateTimeFormat('en-GB', { ...gregorianStyles[style], timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
  const time = (instant: string | Date) => digitsFor(language, localTime(new Date(instant), zone).slice(0, 5))
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
    /** Today where the organisation is. */
    today: () => dayOf(new Date()),
    /** How long ago or ahead: «۵ دقیقه پیش»؛ beyond a week, the date itself. */
    relative: (instant: string | Date, now: Date = new Date()) => writeRelative(new Date(instant), now, language, () => date(instant)),
    /** A span of seconds in its two largest units: «۳ روز و ۴ ساعت». */
    duration: (seconds: number) => writeDuration(seconds, language),
    /** A phone number in E.164 as people read it; put it in a `Bidi ltr`. */
    phone: (e164: string) => formatPhone(e164, language),
    /** Whole Rials in the organisation's unit, with its name. */
    money: (rials: number | bigint) => formatMoney(rials, currency, language),
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
  const { zone = defaultZone, currency = 'rial' } = useSession().organisation ?? {}
  return useMemo(() => formatsFor(language, zone, currency), [language, zone, currency])
}
