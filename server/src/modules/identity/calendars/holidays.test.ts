import { readFileSync } from 'node:fs'
import { fromJalali, toJalali } from '@parvandeh/contract/persian'
import { describe, expect, it } from 'vitest'
import { officialHolidays } from './holidays.ts'

const years = Array.from({ length: 12 }, (_, index) => 1395 + index)
const byDay = new Map(officialHolidays.map((holiday) => [holiday.day, holiday]))
const inYear = (year: number) => officialHolidays.filter((holiday) => toJalali(holiday.day).jy === year)
const allYear = ['1/1', '1/2', '1/3', '1/4', '1/12', '1/13', '3/14', '3/15', '11/22', '12/29']
const lunarOccasions = [
  'تاسوعای حسینی',
  'عاشورای حسینی',
  'اربعین حسینی',
  'رحلت پیامبر اکرم (ص) و شهادت امام حسن مجتبی (ع)',
  'شهادت امام رضا (ع)',
  'شهادت امام حسن عسکری (ع)',
  'میلاد پیامبر اکرم (ص) و امام جعفر صادق (ع)',
  'شهادت حضرت فاطمه زهرا (س)',
  'ولادت امام علی (ع) و روز پدر',
  'مبعث پیامبر اکرم (ص)',
  'ولادت امام زمان (عج) و نیمه شعبان',
  'شهادت امام علی (ع)',
  'عید فطر',
  'روز دوم عید فطر',
  'شهادت امام جعفر صادق (ع)',
  'عید قربان',
  'عید غدیر خم',
]

describe('official holidays of 1395 to 1406', () => {
  it.each(years)('has between 20 and 30 days in %i, the fixed ones among them, as solar and certain', (year) => {
    expect(inYear(year).length).toBeGreaterThan(20)
    expect(inYear(year).length).toBeLessThan(30)
    for (const date of allYear) {
      const [month = 0, day = 0] = date.split('/').map(Number)
      expect(byDay.get(fromJalali(year, month, day))).toMatchObject({ kind: 'solar', certain: true })
    }
  })

  it.each(years)('has each of the seventeen lunar occasions once in %i, or twice where two lunar years meet in it', (year) => {
    const occasions = inYear(year).flatMap(({ name }) => name.split('؛ '))
    for (const name of lunarOccasions) expect([1, 2], name).toContain(occasions.filter((one) => one === name).length)
  })

  it('rests on 30 Esfand of the leap years 1395, 1399 and 1403', () => {
    for (const year of [1395, 1399, 1403]) expect(byDay.has(fromJalali(year, 12, 30))).toBe(true)
  })

  it('lists each day once, in order', () => {
    expect([...byDay.keys()]).toEqual([...byDay.keys()].sort())
    expect(byDay.size).toBe(officialHolidays.length)
  })

  it('knows days that people remember: Ashura of 1403, the feast that ended Ramadan in 1402, and that of 1405 on Nowruz', () => {
    expect(byDay.get('2024-07-16')).toEqual({ day: '2024-07-16', name: 'عاشورای حسینی', kind: 'lunar', certain: true })
    expect(byDay.get('2023-04-22')?.name).toBe('عید فطر')
    expect(byDay.get(fromJalali(1405, 1, 1))?.name).toBe('نوروز؛ عید فطر')
  })

  it('is sure of every lunar day that was observed and of none after', () => {
    for (const { day, kind, certain } of officialHolidays) expect(certain).toBe(kind === 'solar' || day < '2026-04-19')
  })

  it('writes names with Persian letters and digits', () => {
    for (const { name } of officialHolidays) expect(name).toMatch(/^[\u0621-\u06cc۰-۹ ()؛‌]+$/u)
    expect(officialHolidays.filter(({ name }) => /[يك0-9]/u.test(name))).toEqual([])
  })
})

const folder = process.env['PARVANDEH_TEST_DATA']

it.skipIf(!folder)('agrees with both published sources on every day on which they agree', () => {
  const lines = readFileSync(`${folder}/persian/calendar/iran_holidays_1395_1406_two_sources.csv`, 'utf8').trim().split(/\r?\n/u).slice(1)
  const agreed = lines.filter((line) => line.endsWith(',both')).map((line) => line.slice(0, 10))
  expect(agreed.length).toBeGreaterThan(250)
  expect(agreed.filter((day) => !byDay.has(day))).toEqual([])
  const published = new Set(lines.map((line) => line.slice(0, 10)))
  expect(officialHolidays.filter(({ day }) => !published.has(day))).toEqual([])
})
