import { daysBetween } from '@parvandeh/contract/persian'
import { expect, it } from 'vitest'
import { calendarDays } from './calendar-days.ts'

const days = [...calendarDays(1380, 1420)]
const find = (day: string) => days.find((one) => one.day === day)

it('has every day of 1380 to 1420 once, in order, without a gap', () => {
  expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2001-03-21', '2042-03-20'])
  expect(days.length).toBe(daysBetween('2001-03-21', '2042-03-21'))
  for (const [index, { day }] of days.slice(1).entries()) expect(day > days[index]!.day).toBe(true)
})

it('places Nowruz 1403, a Wednesday in the first week, and the last day of that leap year', () => {
  expect(find('2024-03-20')).toEqual({
    day: '2024-03-20',
    jalali_year: 1403,
    jalali_month: 1,
    jalali_day: 1,
    weekday: 4,
    season: 1,
    week: 1,
    days_to_month_end: 30,
  })
  expect(find('2025-03-20')).toMatchObject({ jalali_year: 1403, jalali_month: 12, jalali_day: 30, season: 4, days_to_month_end: 0 })
})

it('begins a week on each Saturday and on each Nowruz, and nowhere else', () => {
  for (const [index, { week, weekday, jalali_month, jalali_day }] of days.slice(1).entries()) {
    const begins = week !== days[index]!.week
    expect(begins).toBe(weekday === 0 || (jalali_month === 1 && jalali_day === 1))
  }
})

it('marks three days at the end of each of the 492 months', () => {
  expect(days.filter((day) => day.days_to_month_end < 3).length).toBe(492 * 3)
})
