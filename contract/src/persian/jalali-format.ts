import { toPersianDigits } from './digits.ts'
import type { Locale } from './digits.ts'
import { dayNumber, weekdayOfNumber } from './days.ts'
import type { Day } from './days.ts'
import { fromJalali, toJalali } from './jalali.ts'
import type { JalaliDate } from './jalali.ts'

/** Month names of the Jalali year, from Farvardin. */
export const jalaliMonthNames: Record<Locale, readonly string[]> = {
  fa: ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'],
  en: ['Farvardin', 'Ordibehesht', 'Khordad', 'Tir', 'Mordad', 'Shahrivar', 'Mehr', 'Aban', 'Azar', 'Dey', 'Bahman', 'Esfand'],
}

/** Month names of the Gregorian year, from January; the Persian ones as Iran writes them. */
export const gregorianMonthNames: Record<Locale, readonly string[]> = {
  fa: ['ژانویه', 'فوریه', 'مارس', 'آوریل', 'مه', 'ژوئن', 'ژوئیه', 'اوت', 'سپتامبر', 'اکتبر', 'نوامبر', 'دسامبر'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** Weekday names from Saturday, indexed as `weekdayOf` counts. */
export const weekdayNames: Record<Locale, readonly string[]> = {
  fa: ['شنبه', 'یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه'],
  en: ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
}

/** Season names, indexed by `seasonOfMonth` less one. */
export const seasonNames: Record<Locale, readonly string[]> = {
  fa: ['بهار', 'تابستان', 'پاییز', 'زمستان'],
  en: ['Spring', 'Summer', 'Autumn', 'Winter'],
}

/** How much of a date is written: `۱۴۰۵/۰۹/۰۱`, `یکشنبه ۱ آذر ۱۴۰۵`, `۱ آذر`, `آذر ۱۴۰۵`. */
export type JalaliStyle = 'short' | 'long' | 'day-month' | 'month'

/** A day, given as `YYYY-MM-DD` or as a Jalali date, in Persian words and digits. Throws RangeError for no such day. */
export function formatJalali(date: Day | JalaliDate, style: JalaliStyle): string {
  const day = typeof date === 'string' ? date : fromJalali(date)
  const { jy, jm, jd } = toJalali(day)
  if (style === 'short') {
    return toPersianDigits(`${String(jy).padStart(4, '0')}/${String(jm).padStart(2, '0')}/${String(jd).padStart(2, '0')}`)
  }
  const month = jalaliMonthNames.fa[jm - 1]
  if (style === 'month') return toPersianDigits(`${month} ${jy}`)
  if (style === 'day-month') return toPersianDigits(`${jd} ${month}`)
  const weekday = weekdayNames.fa[weekdayOfNumber(dayNumber(day))]
  return toPersianDigits(`${weekday} ${jd} ${month} ${jy}`)
}
