import { describe, expect, it } from 'vitest'
import { compiled, fridayOnlyWeek, hours, officeWeek, since, tehran, thursdayFridayWeek } from './clock.fixtures.ts'
import { workingSecondsBetween } from './clock.rules.ts'
import type { CalendarException, CalendarLayer } from './clock.types.ts'
import { resolveCalendar } from './layers.rules.ts'

const holiday = (day: string): CalendarException => ({ day, kind: 'holiday', name: 'تعطیل رسمی' })
const organisation: CalendarLayer = { zone: 'Asia/Tehran', rules: [since('2016-03-20', officeWeek)], exceptions: [holiday('2024-04-28')] }
const hoursOn = (layers: CalendarLayer[], day: string) =>
  workingSecondsBetween(compiled(resolveCalendar(layers)), tehran(`${day} 00:00`), new Date(+tehran(`${day} 00:00`) + 86_400_000)) / 3600

describe('inheritance of work calendars', () => {
  it("takes the organisation's rules where the branch and the unit say nothing", () => {
    const silent: CalendarLayer = { rules: [], exceptions: [] }
    expect(resolveCalendar([organisation, silent, silent])).toEqual(resolveCalendar([organisation]))
  })

  it("lets a branch's rule decide alone while it is in force, and no longer", () => {
    const branch: CalendarLayer = { rules: [since('2024-04-20', thursdayFridayWeek, '2024-05-01')], exceptions: [] }
    expect(hoursOn([organisation, branch], '2024-04-18')).toBe(4)
    expect(hoursOn([organisation, branch], '2024-04-25')).toBe(0)
    expect(hoursOn([organisation, branch], '2024-05-02')).toBe(4)
  })

  it('adds up the exceptions of all layers', () => {
    const branch: CalendarLayer = { rules: [], exceptions: [holiday('2024-04-29')] }
    expect(hoursOn([organisation, branch], '2024-04-28')).toBe(0)
    expect(hoursOn([organisation, branch], '2024-04-29')).toBe(0)
  })

  it("lets a unit work on the organisation's holiday, with its usual hours or with others", () => {
    const unit = (intervals?: CalendarException['intervals']): CalendarLayer => ({
      rules: [],
      exceptions: [{ day: '2024-04-28', kind: 'working-day', name: 'شیفت تعطیلات', intervals }],
    })
    expect(hoursOn([organisation, unit()], '2024-04-28')).toBe(8)
    expect(hoursOn([organisation, unit([hours('09:00', '12:00')])], '2024-04-28')).toBe(3)
  })

  it('within one layer follows the rule that began last, and returns to the older when it ends', () => {
    const layer: CalendarLayer = {
      zone: 'Asia/Tehran',
      rules: [since('2024-04-01', thursdayFridayWeek, '2024-04-20'), since('2016-03-20', fridayOnlyWeek)],
      exceptions: [],
    }
    expect(['2024-03-28', '2024-04-11', '2024-04-25'].map((day) => hoursOn([layer], day))).toEqual([8, 0, 8])
  })

  it('within one layer a closure beats a working day, which beats a holiday', () => {
    const day = '2024-04-28'
    const kinds = (...list: CalendarException['kind'][]): CalendarLayer => ({
      rules: [],
      exceptions: list.map((kind) => ({ day, kind, name: 'روز ویژه' })),
    })
    expect(hoursOn([organisation, kinds('working-day', 'holiday')], day)).toBe(8)
    expect(hoursOn([organisation, kinds('closure', 'working-day')], day)).toBe(0)
  })

  it('refuses layers of which none names a time zone', () => {
    expect(() => resolveCalendar([{ rules: [], exceptions: [] }])).toThrow(RangeError)
  })
})
