import {
  dayNumber,
  dayOfNumber,
  fromJalali,
  jalaliMonthLength,
  jalaliOfNumber,
  seasonOfMonth,
  weekdayOfNumber,
} from '@parvandeh/contract/persian'

/** A row of `platform.calendar_day`: where a day lies in the Jalali year, month and week. */
export interface CalendarDay {
  day: string
  jalali_year: number
  jalali_month: number
  jalali_day: number
  /** 0 Saturday to 6 Friday. */
  weekday: number
  /** 1 spring to 4 winter. */
  season: number
  /** Week of the Jalali year, from Saturday; the first is the one in which Nowruz falls, and may be short. */
  week: number
  /** Days of the month still to come after this one: below 3 on its last three days. */
  days_to_month_end: number
}

/** One row for each day of the Jalali years from `firstYear` to `lastYear`, both included, in order. */
export function* calendarDays(firstYear: number, lastYear: number): Generator<CalendarDay> {
  for (let year = firstYear; year <= lastYear; year += 1) yield* daysOfYear(year)
}

function* daysOfYear(year: number): Generator<CalendarDay> {
  const nowruz = dayNumber(fromJalali(year, 1, 1))
  const nextNowruz = dayNumber(fromJalali(year + 1, 1, 1))
  const weekdayOfNowruz = weekdayOfNumber(nowruz)
  for (let number = nowruz; number < nextNowruz; number += 1) {
    const { jm, jd } = jalaliOfNumber(number)
    yield {
      day: dayOfNumber(number),
      jalali_year: year,
      jalali_month: jm,
      jalali_day: jd,
      weekday: weekdayOfNumber(number),
      season: seasonOfMonth(jm),
      week: Math.floor((number - nowruz + weekdayOfNowruz) / 7) + 1,
      days_to_month_end: jalaliMonthLength(year, jm) - jd,
    }
  }
}
